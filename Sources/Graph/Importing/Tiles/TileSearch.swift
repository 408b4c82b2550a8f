/// Looks for the best picture: simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983), then moves that only improve.
///
/// Nothing depends on chance or on the machine: the random numbers have a fixed seed, and all arithmetic is exact or rounded
/// as IEEE 754 says.
struct TileSearch {
  private(set) var layout: TileLayout
  private var random = SplitMix(state: 3)

  private static let steps = 24_000_000
  private static let stages = 1000

  init(_ layout: TileLayout) { self.layout = layout }

  /// Puts places on the tiles they have, and the others on free ones: beside their neighbours, or, when no place has a tile,
  /// nearest to where each would lie, from the middle of the map outwards.
  mutating func settle(_ known: [Hexagon?]) {
    var isPut = known.map { _ in false }
    for (place, tile) in known.enumerated() {
      guard let tile, layout.grid.holds(tile), layout.grid[tile] < 0 else { continue }
      layout.put(place, on: tile)
      isPut[place] = true
    }
    let rest = known.indices.filter { !isPut[$0] }
    for place in rest.sorted(by: { (layout.wanted[$0].length, $0) < (layout.wanted[$1].length, $1) }) {
      let near = layout.problem.neighbours[place].filter { isPut[$0] && known[$0] != nil }
      let point = layout.middle(of: near) ?? layout.wanted[place]
      if let tile = layout.grid.nearestFree(to: point) { layout.put(place, on: tile) }
    }
  }

  /// Moves at random, at first also to what is worse, less and less. O(steps).
  mutating func anneal() {
    var temperature = 1.6
    for _ in 0..<TileSearch.stages {
      for _ in 0..<TileSearch.steps / TileSearch.stages {
        guard let move = randomMove() else { continue }
        _ = layout.make(move, allowing: temperature * TileSearch.luck[random.below(TileSearch.luck.count)])
      }
      temperature *= 0.997
    }
  }

  /// Makes moves that improve the picture until there is none.
  mutating func descend() {
    var isBetter = true
    while isBetter {
      isBetter = false
      for place in 0..<layout.problem.count where improve(place) { isBetter = true }
    }
  }

  /// Tries to push a place in all directions, and to swap it with the tiles beside it and beside its neighbours.
  private mutating func improve(_ place: Int) -> Bool {
    var isBetter = false
    for direction in Hexagon.directions {
      if let move = layout.push(place, direction), layout.make(move, allowing: -1e-9) { isBetter = true }
    }
    for middle in [place] + layout.problem.neighbours[place] {
      for direction in Hexagon.directions {
        guard let move = layout.swap(place, with: layout.tiles[middle] + direction) else { continue }
        if layout.make(move, allowing: -1e-9) { isBetter = true }
      }
    }
    return isBetter
  }

  private mutating func randomMove() -> TileLayout.Move? {
    let place = random.below(layout.problem.count)
    let direction = Hexagon.directions[random.below(6)]
    if random.below(4) == 0 { return layout.push(place, direction) }
    let neighbours = layout.problem.neighbours[place]
    let isNear = neighbours.isEmpty || random.below(2) == 0
    let middle = isNear ? place : neighbours[random.below(neighbours.count)]
    return layout.swap(place, with: layout.tiles[middle] + direction)
  }

  /// What a worse move may cost at temperature 1, each as likely: about -ln(u) for u evenly spread between 0 and 1, by the
  /// harmonic series.
  private static let luck: [Double] = (1...1024).reversed().reduce(into: [0]) {
    $0.append(($0.last ?? 0) + 1 / Double($1))
  }
}

/// Random numbers that are the same everywhere (Steele, Lea, Flood 2014).
private struct SplitMix {
  var state: UInt64

  private mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to a limit, the limit itself not.
  mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 33) &* UInt64(limit)) >> 31)
  }
}
