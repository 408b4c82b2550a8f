/// Moves places apart and neighbours together until all are about a tile from each other: a crowded part of the map needs more
/// room on tiles of one size than it has on the ground, an empty part less.
struct TileRelaxation {
  private let problem: TileProblem
  private let parts: [Int]
  private let ties: [(Int, Int)]
  private(set) var points: [TileProblem.Point]
  private var pushes: [TileProblem.Point] = []

  private static let rounds = 200

  private init(_ problem: TileProblem) {
    self.problem = problem
    parts = problem.parts
    ties = TileRelaxation.ties(problem, parts)
    points = problem.points
  }

  /// Where the places come to lie. O(rounds · places²).
  static func points(of problem: TileProblem) -> [TileProblem.Point] {
    var relaxation = TileRelaxation(problem)
    for _ in 0..<rounds { relaxation.move() }
    return relaxation.points
  }

  /// Parts without a border to the largest, islands among them, are tied to the three nearest places elsewhere.
  private static func ties(_ problem: TileProblem, _ parts: [Int]) -> [(Int, Int)] {
    (1..<max(1, (parts.max() ?? 0) + 1)).flatMap { part in
      let own = problem.points.indices.filter { parts[$0] == part }
      let others = problem.points.indices.filter { parts[$0] != part }
      let pairs = own.flatMap { a in
        others.map { b in (length: (problem.points[a] - problem.points[b]).length, a, b) }
      }
      return pairs.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.prefix(3).map { ($0.1, $0.2) }
    }
  }

  private mutating func move() {
    pushes = Array(repeating: TileProblem.Point(x: 0, y: 0), count: points.count)
    keepApart()
    for border in problem.borders { draw(border.first, border.second, to: 1.05, by: 0.15) }
    for (loose, fixed) in ties { draw(loose, fixed, to: 2, by: 0.25, back: 0.1) }
    for place in points.indices {
      let home = problem.points[place] - points[place]
      let pull = parts[place] == 0 ? 0.004 : 0.0015
      points[place].x += (pushes[place].x + home.x * pull) * 0.5
      points[place].y += (pushes[place].y + home.y * pull) * 0.5
    }
  }

  private mutating func keepApart() {
    for a in points.indices {
      let point = points[a]
      for b in (a + 1)..<max(points.count, a + 1) {
        let (x, y) = (points[b].x - point.x, points[b].y - point.y)
        if x > 1 || x < -1 || y > 1 || y < -1 { continue }
        let length = max((x * x + y * y).squareRoot(), 1e-6)
        if length < 1 { push(a, b, TileProblem.Point(x: x, y: y), by: (length - 1) * 0.5 / length, back: 1) }
      }
    }
  }

  /// Brings two places nearer when they are further apart than they should be.
  private mutating func draw(_ a: Int, _ b: Int, to wanted: Double, by strength: Double, back: Double = 1) {
    let way = points[b] - points[a]
    let length = way.length
    if length > wanted { push(a, b, way, by: (length - wanted) * strength / length, back: back) }
  }

  private mutating func push(_ a: Int, _ b: Int, _ way: TileProblem.Point, by factor: Double, back: Double) {
    pushes[a].x += way.x * factor
    pushes[a].y += way.y * factor
    pushes[b].x -= way.x * factor * back
    pushes[b].y -= way.y * factor * back
  }
}
