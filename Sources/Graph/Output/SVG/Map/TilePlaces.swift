/// Finds the tile of each municipality: the columns `tile_q` and `tile_r`.
///
/// One that has none (it ended before the tiles were made) stands at the tile of a successor when no other stands there, else
/// at a free one near it, else nowhere: far from its place it would mislead.
struct TilePlaces {
  private let graph: PropertyGraph

  private static let mostSteps = 4
  private static let farthest = 4

  init(_ graph: PropertyGraph) { self.graph = graph }

  /// The tile of each node; a node for which none is found is left out. O(nodes), apart from those without tile.
  func tiles(of nodes: [NodeID]) -> [NodeID: Tile] {
    var places: [NodeID: Tile] = [:]
    var taken: Set<Tile> = []
    var homeless: [(node: NodeID, near: Tile)] = []
    for node in nodes {
      if let tile = own(node), taken.insert(tile).inserted {
        places[node] = tile
      } else if let near = own(node) ?? successor(of: node) {
        homeless.append((node, near))
      }
    }
    for (node, near) in homeless {
      guard let tile = TilePlaces.nearest(to: near, notIn: taken) else { continue }
      taken.insert(tile)
      places[node] = tile
    }
    return places
  }

  private func own(_ node: NodeID) -> Tile? {
    guard case .integer(let q) = graph.property("tile_q", of: node),
      case .integer(let r) = graph.property("tile_r", of: node), abs(q) < 1000, abs(r) < 1000
    else { return nil }
    return Tile(q: Int(q), r: Int(r))
  }

  /// The tile of the first successor, or successor of a successor, that has one.
  private func successor(of node: NodeID) -> Tile? {
    guard let type = graph.type(named: "SUCCEEDS") else { return nil }
    let adjacency = graph.adjacency(type, incoming: true)
    var layer = [node]
    for _ in 0..<TilePlaces.mostSteps {
      layer = layer.flatMap { adjacency.range(of: $0).map { adjacency.neighbours[$0] } }
      if let tile = layer.lazy.compactMap(own).first { return tile }
    }
    return nil
  }

  /// The free tile in the smallest ring round another, nil when all of the near ones are taken.
  private static func nearest(to tile: Tile, notIn taken: Set<Tile>) -> Tile? {
    var (ring, known): ([Tile], Set<Tile>) = ([tile], [tile])
    for _ in 0..<farthest {
      if let free = ring.first(where: { !taken.contains($0) }) { return free }
      ring = ring.flatMap(\.neighbours).filter { known.insert($0).inserted }
    }
    return nil
  }
}
