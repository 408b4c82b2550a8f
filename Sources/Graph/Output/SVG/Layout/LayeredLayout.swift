/// Gives nodes in layers a place within their layer, so that lines between layers cross little and run straight.
///
/// Source: Sugiyama, Tagawa, Toda (1981): lines over more than one layer get a place in each layer between, layers are ordered
/// by the mean place of neighbours, and the order with the fewest crossings is kept. Places are then moved towards the mean of
/// the neighbours without changing the order (isotonic regression). O(rounds × lines²).
struct LayeredLayout {
  /// A node of which the layer is known.
  struct Item {
    let layer: Int
    /// Its size along the layer.
    let breadth: Double
    /// Its place among those of its layer that have one; nil when the lines decide.
    var rank: Int?
    /// A place where a line passes, not a node.
    var isPassing = false
  }

  /// A line from a lower layer to a higher one.
  struct Link {
    let from, to: Int
  }

  /// The items of each layer in order, places of passing lines included.
  private(set) var layers: [[Int]]
  /// The middle of each item along its layer; the least side is at 0.
  private(set) var places: [Double] = []
  /// The items that each line passes, its ends included.
  private(set) var routes: [[Int]] = []
  /// How much room the widest layer takes.
  private(set) var breadth = 0.0

  private var items: [Item]
  private let gap: Double
  private var lower: [[Int]] = []
  private var upper: [[Int]] = []

  private static let passingBreadth = 8.0
  private static let rounds = 12

  init(_ items: [Item], _ links: [Link], gap: Double) {
    self.items = items
    self.gap = gap
    layers = Array(repeating: [], count: (items.map(\.layer).max() ?? -1) + 1)
    for place in items.indices { layers[items[place].layer].append(place) }
    route(links)
    order()
    place()
  }

  private mutating func route(_ links: [Link]) {
    lower = Array(repeating: [], count: items.count)
    upper = lower
    for link in links {
      var passed = [link.from]
      for layer in stride(from: items[link.from].layer + 1, to: items[link.to].layer, by: 1) {
        passed.append(items.count)
        layers[layer].append(items.count)
        items.append(Item(layer: layer, breadth: LayeredLayout.passingBreadth, isPassing: true))
        lower.append([])
        upper.append([])
      }
      passed.append(link.to)
      for (one, next) in zip(passed, passed.dropFirst()) {
        upper[one].append(next)
        lower[next].append(one)
      }
      routes.append(passed)
    }
  }

  // MARK: - Order

  private mutating func order() {
    for layer in layers.indices { layers[layer] = ranked(layers[layer]) }
    var (best, fewest) = (layers, crossings())
    for round in 0..<LayeredLayout.rounds where fewest > 0 {
      let downwards = round.isMultiple(of: 2)
      for layer in downwards ? Array(layers.indices) : layers.indices.reversed() {
        sort(layer, by: downwards ? lower : upper)
      }
      let now = crossings()
      if now < fewest { (best, fewest) = (layers, now) }
    }
    layers = best
  }

  private mutating func sort(_ layer: Int, by neighbours: [[Int]]) {
    let positions = positions()
    let means = layers[layer].enumerated().map { offset, item in
      let near = neighbours[item].map { positions[$0] }
      return near.isEmpty ? Double(offset) : near.reduce(0, +) / Double(near.count)
    }
    let sorted = means.indices.sorted { (means[$0], $0) < (means[$1], $1) }
    layers[layer] = ranked(sorted.map { layers[layer][$0] })
  }

  /// Puts the items with a rank in its order, in the places that such items have.
  private func ranked(_ layer: [Int]) -> [Int] {
    func hasRank(_ item: Int) -> Bool { items[item].rank != nil }
    var inOrder = layer.filter(hasRank).sorted { (items[$0].rank ?? 0, $0) < (items[$1].rank ?? 0, $1) }.makeIterator()
    return layer.map { hasRank($0) ? inOrder.next() ?? $0 : $0 }
  }

  private func positions() -> [Double] {
    var positions = [Double](repeating: 0, count: items.count)
    for layer in layers {
      for (place, item) in layer.enumerated() {
        positions[item] = (Double(place) + 0.5) / Double(layer.count)
      }
    }
    return positions
  }

  private func crossings() -> Int {
    let positions = positions()
    var count = 0
    for layer in layers {
      let steps = layer.flatMap { item in upper[item].map { (positions[item], positions[$0]) } }
      for (place, one) in steps.enumerated() {
        for other in steps[(place + 1)...] where (one.0 - other.0) * (one.1 - other.1) < 0 { count += 1 }
      }
    }
    return count
  }

  // MARK: - Places

  /// Neighbours that move together.
  private struct Pool {
    var sum, weight: Double
    var count: Int

    var mean: Double { sum / weight }
  }

  private mutating func place() {
    places = Array(repeating: 0, count: items.count)
    for layer in layers {
      settle(layer, wishes: layer.map { _ in 0 })
    }
    for round in 0..<LayeredLayout.rounds {
      for layer in round.isMultiple(of: 2) ? layers : layers.reversed() { settle(layer, wishes: layer.map(wish)) }
    }
    let least = items.indices.map { places[$0] - items[$0].breadth / 2 }.min() ?? 0
    for item in items.indices { places[item] -= least }
    breadth = items.indices.map { places[$0] + items[$0].breadth / 2 }.max() ?? 0
  }

  private func wish(_ item: Int) -> Double {
    let near = (lower[item] + upper[item]).map { places[$0] }
    return near.isEmpty ? places[item] : near.reduce(0, +) / Double(near.count)
  }

  /// Moves the items of a layer as near to their wishes as the room between them allows: least squares, by pooling neighbours
  /// that stand in each other's way.
  private mutating func settle(_ layer: [Int], wishes: [Double]) {
    var offsets: [Double] = []
    for (place, item) in layer.enumerated() {
      let before = place > 0 ? (items[layer[place - 1]].breadth + items[item].breadth) / 2 + gap : 0
      offsets.append((offsets.last ?? 0) + before)
    }
    var pools: [Pool] = []
    for (place, item) in layer.enumerated() {
      let weight = items[item].isPassing ? 4.0 : 1.0
      pools.append(Pool(sum: (wishes[place] - offsets[place]) * weight, weight: weight, count: 1))
      while pools.count > 1, pools[pools.count - 2].mean >= pools[pools.count - 1].mean {
        let last = pools.removeLast()
        pools[pools.count - 1].sum += last.sum
        pools[pools.count - 1].weight += last.weight
        pools[pools.count - 1].count += last.count
      }
    }
    var place = 0
    for pool in pools {
      for _ in 0..<pool.count {
        places[layer[place]] = pool.mean + offsets[place]
        place += 1
      }
    }
  }
}
