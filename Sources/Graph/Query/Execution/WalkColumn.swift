/// A column of walks: as lists of their relationships, or as paths.
///
/// All walks stand one after the other in one array, so that a walk takes no memory of its own until somebody asks for its value.
struct WalkColumn {
  private struct Place: BitwiseCopyable {
    let start: UInt32
    /// How many relationships; negative for null.
    let count: Int32

    static let null = Place(start: 0, count: -1)

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  private var places: [Place] = []
  private var relationships: [RelationshipID] = []
  /// Where the walks of a column of paths start, and the graph that they go through.
  private var paths: (starts: [NodeID], graph: PropertyGraph)?

  var count: Int { places.count }

  /// Adds a walk to a column of lists.
  mutating func append(_ walk: some Collection<RelationshipID>) {
    places.append(Place(start: UInt32(relationships.count), count: Int32(walk.count)))
    relationships.append(contentsOf: walk)
  }

  /// Adds the walk by which a search reached a node, in its own order or against it.
  mutating func append(_ way: ReachedWay, isReversed: Bool) {
    let start = relationships.count
    places.append(Place(start: UInt32(start), count: Int32(way.length)))
    if way.length == 0 { return }
    for _ in 0..<way.length { relationships.append(.none) }
    relationships.withUnsafeMutableBufferPointer { relationships in
      var place = isReversed ? start : start + way.length - 1
      way.forEachStepBack { relationship in
        relationships[place] = relationship
        place += isReversed ? 1 : -1
      }
    }
  }

  /// Makes room for a few walks at once.
  mutating func reserveFew() {
    places.reserveCapacity(16)
    relationships.reserveCapacity(32)
  }

  /// The same walks as paths.
  ///
  /// - Parameter starts: where each begins; null where it is null.
  func asPaths(from starts: [NodeID], in graph: PropertyGraph) -> WalkColumn {
    var column = self
    column.paths = (starts, graph)
    for row in starts.indices where starts[row] == .none { column.places[row] = .null }
    return column
  }

  /// The list or the path in a row.
  func value(at row: Int) -> Value {
    let place = places[row]
    if place.count < 0 { return .null }
    let walk = relationships[place.range]
    guard let (starts, graph) = paths else { return .list(walk.map { .relationship($0) }) }
    var nodes = [starts[row]]
    for relationship in walk {
      let (start, end) = (graph.start(of: relationship), graph.end(of: relationship))
      nodes.append(nodes.last == start ? end : start)
    }
    return .path(PathValue(nodes: nodes, relationships: Array(walk)))
  }

  /// The number of relationships in each row, null for null.
  var lengths: Vector {
    if places.contains(where: { $0.count < 0 }) {
      return .values(places.mapped { $0.count < 0 ? .null : .integer(Int64($0.count)) })
    }
    return .integers(places.mapped { Int64($0.count) })
  }

  /// The relationships of walks, as lists.
  var asLists: WalkColumn {
    var column = self
    column.paths = nil
    return column
  }

  /// They are paths, and not lists.
  var arePaths: Bool { paths != nil }

  /// The walks at the given places, in that order, with null where the place is negative.
  func gathered(_ rows: [Int32]) -> WalkColumn {
    var column = self
    column.places = rows.mapped { $0 < 0 ? .null : places[Int($0)] }
    if let (starts, graph) = paths {
      column.paths = (rows.mapped { $0 < 0 ? .none : starts[Int($0)] }, graph)
    }
    return column
  }

  /// The walks of several columns under each other; nil when they cannot be in one.
  static func joined(_ columns: [WalkColumn]) -> WalkColumn? {
    guard var result = columns.first, columns.allSatisfy({ $0.arePaths == result.arePaths }),
      columns.reduce(0, { $0 + $1.relationships.count }) <= Int(UInt32.max)
    else { return nil }
    for column in columns.dropFirst() {
      let shift = UInt32(result.relationships.count)
      result.places += column.places.map { $0.count < 0 ? $0 : Place(start: $0.start + shift, count: $0.count) }
      result.relationships += column.relationships
      if let more = column.paths { result.paths?.starts += more.starts }
    }
    return result
  }
}
