/// The rings of areas, cut where three meet into arcs that two areas share, and simplified arc by arc: neighbours stay fitted.
struct BoundaryArcs {
  /// A piece of boundary with the areas at its sides: one or two.
  struct Arc {
    let line: [Point]
    var owners: [Int]
  }

  private(set) var arcs: [Arc] = []
  /// By area its rings after simplification.
  private(set) var rings: [[[Point]]]
  private var places: [Key: Int] = [:]

  /// The ends of an arc and the point after its start: what two areas that share it have in common.
  private struct Key: Hashable {
    let start, second, end: Point
  }

  /// - Parameters:
  ///   - areas: the rings of each area on the sheet, without their first point repeated.
  ///   - tolerance: how far simplified lines may lie off, in pixels.
  /// - Complexity: O(points), apart from the simplification.
  init(_ areas: [[[Point]]], tolerance: Double) {
    let junctions = BoundaryArcs.junctions(areas)
    rings = []
    for (area, own) in areas.enumerated() {
      var simplified: [[Point]] = []
      for ring in own where ring.count > 2 {
        var outline: [Point] = []
        for line in BoundaryArcs.pieces(of: ring, at: junctions) {
          outline += add(line, of: area, tolerance: tolerance).dropLast()
        }
        if outline.count > 2 { simplified.append(outline) }
      }
      rings.append(simplified)
    }
  }

  /// Adds an arc, or finds the one that another area added; gives it in the direction of the line.
  private mutating func add(_ line: [Point], of area: Int, tolerance: Double) -> [Point] {
    let isForward = BoundaryArcs.isCanonical(line)
    let canonical = isForward ? line : line.reversed()
    let key = Key(start: canonical[0], second: canonical[1], end: canonical[canonical.count - 1])
    let place = places[key] ?? arcs.count
    if place == arcs.count {
      arcs.append(Arc(line: LineSimplification.simplified(canonical, tolerance: tolerance), owners: []))
      places[key] = place
    }
    if !arcs[place].owners.contains(area) { arcs[place].owners.append(area) }
    return isForward ? arcs[place].line : arcs[place].line.reversed()
  }

  private static func isCanonical(_ line: [Point]) -> Bool {
    let count = line.count
    let (start, end) = ((line[0].x, line[0].y), (line[count - 1].x, line[count - 1].y))
    if start != end { return start < end }
    return (line[1].x, line[1].y) <= (line[count - 2].x, line[count - 2].y)
  }

  /// The points where more than two lines meet.
  private static func junctions(_ areas: [[[Point]]]) -> Set<Point> {
    var neighbours: [Point: [Point]] = [:]
    var junctions: Set<Point> = []
    func join(_ one: Point, _ other: Point) {
      guard neighbours[one]?.contains(other) != true else { return }
      neighbours[one, default: []].append(other)
      if neighbours[one, default: []].count > 2 { junctions.insert(one) }
    }
    for ring in areas.joined() {
      for (place, point) in ring.enumerated() {
        let next = ring[(place + 1) % ring.count]
        guard point != next else { continue }
        join(point, next)
        join(next, point)
      }
    }
    return junctions
  }

  /// The lines of a ring between junctions; a ring with fewer than two is cut at its extreme points too.
  private static func pieces(of ring: [Point], at junctions: Set<Point>) -> [[Point]] {
    var cuts = ring.indices.filter { junctions.contains(ring[$0]) }
    if cuts.count < 2 {
      let extremes = [
        ring.indices.min { (ring[$0].x, ring[$0].y) < (ring[$1].x, ring[$1].y) },
        ring.indices.max { (ring[$0].x, ring[$0].y) < (ring[$1].x, ring[$1].y) },
      ].compactMap { $0 }
      cuts = Set(cuts + extremes).sorted()
    }
    guard cuts.count > 1 else { return [] }
    return cuts.indices.map { number in
      let (from, to) = (cuts[number], cuts[(number + 1) % cuts.count])
      return from < to ? Array(ring[from...to]) : Array(ring[from...] + ring[...to])
    }
  }
}
