/// A tint for each region of the colours of a map, so that regions that touch differ clearly, in grey print too.
///
/// The most crowded region is coloured first (Welsh and Powell, 1967), each with the tint that differs most in lightness from
/// those that touch it already; of equals the one used least.
struct MapTints {
  /// Light enough for black letters, at least ten steps of lightness (CIE L*) apart one by one; colour-blind readers tell them
  /// apart too.
  static let fills = ["#FFF6CC", "#BFE3F7", "#F4B678", "#7CC7A4", "#D08FBB", "#7F9BD1"]
  private static let lightness = [97.0, 87, 79, 74, 67, 63]
  /// Of a municipality whose region is not recorded.
  static let unrecorded = "#FFFFFF"

  /// Where all is of one colour, the regions with borders are tinted.
  let showsBorders: Bool
  private let tints: [Int]

  /// - Parameter neighbours: the pairs of places that touch.
  init(_ map: RegionMap, neighbours: [(Int, Int)]) {
    let showsBorders = map.colours.count < 2 && map.places.allSatisfy { $0.colour != nil }
    func region(_ place: Int) -> Int? { showsBorders ? map.places[place].border : map.places[place].colour }
    var touching = [Set<Int>](repeating: [], count: (showsBorders ? map.borders : map.colours).count)
    for (one, other) in neighbours {
      guard let one = region(one), let other = region(other), one != other else { continue }
      touching[one].insert(other)
      touching[other].insert(one)
    }
    self.showsBorders = showsBorders
    tints = MapTints.chosen(touching)
  }

  /// A tint per region. O(regions²).
  static func chosen(_ touching: [Set<Int>]) -> [Int] {
    var tints = [Int?](repeating: nil, count: touching.count)
    var uses = [Int](repeating: 0, count: fills.count)
    for region in touching.indices.sorted(by: { (touching[$1].count, $0) < (touching[$0].count, $1) }) {
      let near = touching[region].sorted().compactMap { tints[$0] }
      let best = fills.indices.min { one, other in
        (-distance(one, near), uses[one], one) < (-distance(other, near), uses[other], other)
      }
      tints[region] = best
      uses[best ?? 0] += 1
    }
    return tints.map { $0 ?? 0 }
  }

  /// The fill of a region; white when it is not recorded.
  subscript(region: Int?) -> String {
    region.map { MapTints.fills[tints[$0]] } ?? MapTints.unrecorded
  }

  /// The fill of a place.
  subscript(place: RegionMap.Place) -> String { self[showsBorders ? place.border : place.colour] }

  /// How far a tint lies from the nearest of others, in lightness; beyond 20 all are far enough.
  private static func distance(_ tint: Int, _ others: [Int]) -> Double {
    min(20, others.map { abs(lightness[$0] - lightness[tint]) }.min() ?? 20)
  }
}
