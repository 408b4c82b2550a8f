/// Places on tiles, and what is wrong with the picture they make.
struct TileLayout {
  /// A neighbour, how much it matters that it touches, and the direction in which it lies.
  private struct Neighbour {
    let place: Int
    let weight: Double
    let direction: TileProblem.Point
  }

  let problem: TileProblem
  /// Where each would lie if tiles had no shape.
  let wanted: [TileProblem.Point]
  private(set) var tiles: [Hexagon]
  private(set) var grid: TileGrid
  private let offsets: TileOffsets
  private let neighbours: [[Neighbour]]
  private let isNeighbour: [Bool]
  /// While a move is weighed: those that take part, so that what lies between two of them counts once.
  private var isMoving: [Bool]

  init(_ problem: TileProblem) {
    self.problem = problem
    wanted = TileRelaxation.points(of: problem)
    let reach = 16 + Int(2 * Double(problem.count).squareRoot())
    grid = TileGrid(reach: reach)
    offsets = TileOffsets(reach: reach)
    tiles = Array(repeating: Hexagon(q: 0, r: 0), count: problem.count)
    isMoving = Array(repeating: false, count: problem.count)
    (neighbours, isNeighbour) = TileLayout.neighbours(of: problem)
  }

  private static func neighbours(of problem: TileProblem) -> ([[Neighbour]], [Bool]) {
    var neighbours = [[Neighbour]](repeating: [], count: problem.count)
    var isNeighbour = [Bool](repeating: false, count: problem.count * problem.count)
    for border in problem.borders {
      let sameGroup = problem.groups[border.first] == problem.groups[border.second]
      let weight = 0.6 + min(1, border.length / 10) * 0.4 + (sameGroup ? 0.15 : 0)
      for (from, to) in [(border.first, border.second), (border.second, border.first)] {
        let way = problem.points[to] - problem.points[from]
        let length = max(way.length, 1e-9)
        let direction = TileProblem.Point(x: way.x / length, y: way.y / length)
        neighbours[from].append(Neighbour(place: to, weight: weight, direction: direction))
        isNeighbour[from * problem.count + to] = true
      }
    }
    return (neighbours, isNeighbour)
  }

  /// How many borders lie between tiles that touch.
  var touching: Int {
    problem.borders.count { offsets.steps(from: tiles[$0.first], to: tiles[$0.second]) == 1 }
  }

  /// The point in the middle of some places' tiles; nil of none.
  func middle(of places: [Int]) -> TileProblem.Point? {
    guard !places.isEmpty else { return nil }
    let middles = places.map { tiles[$0].middle }
    let count = Double(places.count)
    return TileProblem.Point(
      x: middles.reduce(0) { $0 + $1.x } / count, y: middles.reduce(0) { $0 + $1.y } / count)
  }

  /// Puts a place that has no tile yet on one that is free.
  mutating func put(_ place: Int, on tile: Hexagon) {
    tiles[place] = tile
    grid[tile] = place
  }

  /// What is wrong with one place: neighbours that do not touch, and by how much; directions that turned; the distance to where
  /// it would lie; others that touch though they lie far apart.
  private func cost(of place: Int) -> Double {
    let tile = tiles[place]
    var cost = 0.0
    for neighbour in neighbours[place] {
      let other = tiles[neighbour.place]
      let steps = offsets.steps(from: tile, to: other)
      let direction = offsets.direction(from: tile, to: other)
      let turn = 1 - (neighbour.direction.x * direction.x + neighbour.direction.y * direction.y)
      let apart = steps > 1 ? neighbour.weight * (1 + steps) : 0
      cost += (apart + 0.35 * turn) * (isMoving[neighbour.place] ? 0.5 : 1)
    }
    let middle = tile.middle
    let (x, y) = (middle.x - wanted[place].x, middle.y - wanted[place].y)
    return cost + 0.05 * (x * x + y * y) + strangers(at: place, tile)
  }

  private func strangers(at place: Int, _ tile: Hexagon) -> Double {
    var cost = 0.0
    for direction in Hexagon.directions {
      let beside = tile + direction
      guard grid.holds(beside) else { continue }
      let other = grid[beside]
      guard other >= 0, !isNeighbour[place * problem.count + other] else { continue }
      let isIsland = neighbours[place].isEmpty || neighbours[other].isEmpty
      let apart = 0.1 * max(0, (problem.points[other] - problem.points[place]).length - 1.5)
      cost += (apart + (isIsland ? 0.6 : 0)) * (isMoving[other] ? 0.5 : 1)
    }
    return cost
  }
}

// MARK: - Moves

extension TileLayout {
  /// Places that change tile together: each goes where its partner in the list says.
  struct Move {
    var places: [Int]
    var targets: [Hexagon]
  }

  /// A place goes to a tile; who is there takes its tile.
  func swap(_ place: Int, with tile: Hexagon) -> Move? {
    guard grid.holds(tile), tile != tiles[place] else { return nil }
    let other = grid[tile]
    return other < 0
      ? Move(places: [place], targets: [tile]) : Move(places: [place, other], targets: [tile, tiles[place]])
  }

  /// A place goes one tile on, and so do those before it up to a free tile: a row at most.
  func push(_ place: Int, _ direction: Hexagon) -> Move? {
    var move = Move(places: [place], targets: [])
    var tile = tiles[place] + direction
    while grid.holds(tile), move.places.count <= 14 {
      move.targets.append(tile)
      let other = grid[tile]
      if other < 0 { return move }
      move.places.append(other)
      tile = tile + direction
    }
    return nil
  }

  /// Makes a move when it worsens the picture by less than is allowed.
  mutating func make(_ move: Move, allowing worse: Double) -> Bool {
    for place in move.places { isMoving[place] = true }
    defer { for place in move.places { isMoving[place] = false } }
    let old = move.places.map { tiles[$0] }
    let before = cost(of: move.places)
    set(move.places, to: move.targets)
    if cost(of: move.places) - before < worse { return true }
    set(move.places, to: old)
    return false
  }

  private func cost(of places: [Int]) -> Double {
    var sum = 0.0
    for place in places { sum += cost(of: place) }
    return sum
  }

  private mutating func set(_ places: [Int], to targets: [Hexagon]) {
    for place in places { grid[tiles[place]] = -1 }
    for (place, target) in zip(places, targets) { put(place, on: target) }
  }
}
