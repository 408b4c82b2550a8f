internal import Synchronization

/// A property graph: nodes with labels, relationships with a type, both with properties. Immutable once built.
///
/// Build one with `PropertyGraphBuilder`, or load one with `Landscape`.
public final class PropertyGraph: Sendable {
  let labels: TextTable
  let types: TextTable
  /// The names of the types, by the numbers of the types.
  let typeNames: TextPool
  /// The names of the labels, by the numbers of the labels.
  let labelTexts: TextPool
  let keys: TextTable
  /// The identifiers of the nodes as the files give them, by node.
  let identifiers: TextTable
  let nodeProperties: PropertyTable
  let relationshipProperties: PropertyTable
  let starts: [NodeID]
  let ends: [NodeID]

  private let labelSets: [[LabelID]]
  private let labelSetOfNode: [UInt32]
  private let nodesByLabel: [[NodeID]]
  private let typeOfRelationship: [UInt16]
  /// The relationships of each type, ascending, without those merged into another.
  private let relationshipsByType: [[RelationshipID]]
  /// For a relationship with several claims: the relationships merged into it.
  private let mergedClaims: [RelationshipID: [RelationshipID]]
  private let adjacencies: Mutex<[Int: Adjacency]> = Mutex([:])
  private let neighbourSets: Mutex<[Int: Set<Int>]> = Mutex([:])
  private let indexes: Mutex<[KeyID: PropertyIndex]> = Mutex([:])
  /// What was found out where nothing is hidden.
  let kept = KeptOfView()
  private let meanDegrees: Mutex<[SIMD2<Int>: Double]> = Mutex([:])
  /// Rooms for searches.
  let spareMarks = SpareMarks()

  /// A graph of nothing.
  public static let empty = PropertyGraphBuilder().build()

  init(_ parts: PropertyGraphBuilder.Parts) {
    labels = parts.labels
    types = parts.types
    typeNames = TextPool(parts.types)
    labelTexts = TextPool(parts.labels)
    keys = parts.keys
    identifiers = parts.identifiers
    nodeProperties = parts.nodeProperties
    relationshipProperties = parts.relationshipProperties
    starts = parts.starts
    ends = parts.ends
    labelSets = parts.labelSets
    labelSetOfNode = parts.labelSetOfNode
    typeOfRelationship = parts.typeOfRelationship
    mergedClaims = parts.mergedClaims
    nodesByLabel = PropertyGraph.groupNodes(parts)
    relationshipsByType = PropertyGraph.groupRelationships(parts)
  }

  deinit {
    adjacencies.withLock { adjacencies in for adjacency in adjacencies.values { adjacency.deallocate() } }
  }

  private static func groupNodes(_ parts: PropertyGraphBuilder.Parts) -> [[NodeID]] {
    var counts = [Int](repeating: 0, count: parts.labelSets.count)
    for set in parts.labelSetOfNode { counts[Int(set)] += 1 }
    var nodes = [[NodeID]](repeating: [], count: parts.labels.count)
    for (set, labels) in parts.labelSets.enumerated() {
      for label in labels { nodes[label.index].reserve(counts[set]) }
    }
    for (node, set) in parts.labelSetOfNode.enumerated() {
      for label in parts.labelSets[Int(set)] { nodes[label.index].append(NodeID(node)) }
    }
    return nodes
  }

  private static func groupRelationships(_ parts: PropertyGraphBuilder.Parts) -> [[RelationshipID]] {
    var merged = BitSet(count: parts.mergedClaims.isEmpty ? 0 : parts.starts.count)
    for claims in parts.mergedClaims.values { for claim in claims { merged[claim.index] = true } }
    var counts = [Int](repeating: 0, count: parts.types.count)
    for type in parts.typeOfRelationship { counts[Int(type)] += 1 }
    var relationships = counts.map { count in
      var room: [RelationshipID] = []
      room.reserveCapacity(count)
      return room
    }
    for (index, type) in parts.typeOfRelationship.enumerated() where merged.count == 0 || !merged[index] {
      relationships[Int(type)].append(RelationshipID(index))
    }
    return relationships
  }
}

// MARK: - Nodes

extension PropertyGraph {
  /// How many nodes there are.
  public var nodeCount: Int { labelSetOfNode.count }

  /// The identifier of a node as the files give it.
  public func identifier(of node: NodeID) -> String { identifiers[node.index] }

  /// The node with an identifier, nil when there is none. O(length).
  public func node(identifier: String) -> NodeID? { identifiers.number(of: identifier).map { NodeID($0) } }

  func labels(of node: NodeID) -> [LabelID] { labelSets[Int(labelSetOfNode[node.index])] }

  /// The names of a node's labels in the order of its file.
  public func labelNames(of node: NodeID) -> [String] { labels(of: node).map { labels[$0.index] } }

  /// For each set of labels that nodes have, what something says of a node with it. O(sets of labels).
  func labelSets<Said>(_ say: ([LabelID]) -> Said) -> [Said] { labelSets.map(say) }

  /// How many sets of labels the nodes have.
  var labelSetCount: Int { labelSets.count }

  /// The number of a node's set of labels, a place in `labelSets(_:)`.
  @inline(__always)
  func labelSetNumber(of node: NodeID) -> Int { Int(labelSetOfNode[node.index]) }

  @inline(__always)
  func has(_ label: LabelID, _ node: NodeID) -> Bool {
    labelSets[Int(labelSetOfNode[node.index])].contains(label)
  }

  /// The nodes with a label, ascending.
  func nodes(labelled label: LabelID) -> [NodeID] { nodesByLabel[label.index] }

  func label(named name: String) -> LabelID? { labels.number(of: name).map { LabelID(index: $0) } }

  func key(named name: String) -> KeyID? { keys.number(of: name).map { KeyID(index: $0) } }

  /// The value of a node's property, null when it has none.
  public func property(_ name: String, of node: NodeID) -> Value {
    key(named: name).map { nodeProperties.value($0, at: node.index) } ?? .null
  }

  /// The nodes (with a label, when one is given) whose property equals a value, ascending. The first call per key builds an
  /// index; later ones are O(matches).
  func nodes(labelled label: LabelID?, where key: KeyID, equals value: Value) -> [NodeID] {
    let nodes = index(of: key)?.nodes(where: value) ?? []
    return nodes.filter { node in label.map { has($0, node) } ?? true }
  }

  /// Finds nodes by a property, nil when no node has it. Built on first use in O(nodes with the property).
  func index(of key: KeyID) -> PropertyIndex? {
    guard let column = nodeProperties.column(key) else { return nil }
    return indexes.withLock { indexes in
      if let index = indexes[key] { return index }
      let index = PropertyIndex(column)
      indexes[key] = index
      return index
    }
  }
}

// MARK: - Relationships

extension PropertyGraph {
  /// How many relationship rows there are, claims merged into another included.
  public var relationshipCount: Int { starts.count }

  /// Where a relationship starts.
  public func start(of relationship: RelationshipID) -> NodeID { starts[relationship.index] }

  /// Where a relationship ends.
  public func end(of relationship: RelationshipID) -> NodeID { ends[relationship.index] }

  func type(of relationship: RelationshipID) -> TypeID { TypeID(index: Int(typeOfRelationship[relationship.index])) }

  /// The name of a relationship's type.
  public func typeName(of relationship: RelationshipID) -> String { types[type(of: relationship).index] }

  func type(named name: String) -> TypeID? { types.number(of: name).map { TypeID(index: $0) } }

  /// The relationships of a type, ascending.
  func relationships(ofType type: TypeID) -> [RelationshipID] { relationshipsByType[type.index] }

  /// The rows that claim a relationship: itself first, then those merged into it.
  func claims(of relationship: RelationshipID) -> [RelationshipID] {
    [relationship] + (mergedClaims[relationship] ?? [])
  }

  /// The relationships that stand for several claims, with the rows merged into each.
  var relationshipsWithSeveralClaims: [RelationshipID: [RelationshipID]] { mergedClaims }

  /// The value of a relationship's property, null when it has none.
  public func property(_ name: String, of relationship: RelationshipID) -> Value {
    key(named: name).map { relationshipProperties.value($0, at: relationship.index) } ?? .null
  }

  /// The neighbours over a type: along the relationships, or against them. Built on first use in O(relationships), both
  /// directions together when there are many.
  func adjacency(_ type: TypeID, incoming: Bool) -> Adjacency {
    adjacencies.withLock { adjacencies in
      let key = type.index * 2 + (incoming ? 1 : 0)
      if let adjacency = adjacencies[key] { return adjacency }
      let isLarge = count(ofType: type) > 20_000
      let made = Mutex([Adjacency?](repeating: nil, count: 2))
      SharedWork.run(isLarge ? 2 : 1) { piece in
        let adjacency = makeAdjacency(type, incoming: incoming != (piece == 1))
        made.withLock { $0[piece] = adjacency }
      }
      let both = made.withLock { $0 }
      adjacencies[key] = both[0]
      if let other = both[1] { adjacencies[key ^ 1] = other }
      return adjacencies[key] ?? makeAdjacency(type, incoming: incoming)
    }
  }

  private func makeAdjacency(_ type: TypeID, incoming: Bool) -> Adjacency {
    let relationships = relationshipsByType[type.index]
    return incoming
      ? Adjacency(relationships: relationships, from: ends, to: starts)
      : Adjacency(relationships: relationships, from: starts, to: ends)
  }

  /// The numbers of the label sets that the neighbours over a type have. Gathered on first use in O(relationships).
  func neighbourLabelSets(_ type: TypeID, incoming: Bool) -> Set<Int> {
    let adjacency = adjacency(type, incoming: incoming)
    return neighbourSets.withLock { sets in
      let key = type.index * 2 + (incoming ? 1 : 0)
      if let known = sets[key] { return known }
      var isFound = [Bool](repeating: false, count: labelSets.count)
      for neighbour in adjacency.neighbours { isFound[labelSetNumber(of: neighbour)] = true }
      let found = Set(isFound.indices.filter { isFound[$0] })
      sets[key] = found
      return found
    }
  }

  /// About how many relationships of a type a node with a label has in a direction. Counted on first use at some hundred nodes.
  func meanDegree(_ type: TypeID, incoming: Bool, from label: LabelID?) -> Double {
    let adjacency = adjacency(type, incoming: incoming)
    guard let nodes = label.map({ self.nodes(labelled: $0) }), !nodes.isEmpty else {
      return Double(count(ofType: type)) / Double(max(1, adjacency.rowCount))
    }
    return meanDegrees.withLock { means in
      let key = SIMD2(type.index * 2 + (incoming ? 1 : 0), label?.index ?? 0)
      if let known = means[key] { return known }
      let places = stride(from: 0, to: nodes.count, by: max(1, nodes.count / 256))
      let found = places.reduce(0) { $0 + adjacency.degree(of: nodes[$1]) }
      let mean = Double(found) / Double((nodes.count - 1) / max(1, nodes.count / 256) + 1)
      means[key] = mean
      return mean
    }
  }

  /// How many relationships of a type there are.
  func count(ofType type: TypeID) -> Int { relationshipsByType[type.index].count }

  /// The identifier of a relationship: `start|type|end|n`, where n counts equal ones in file order from 0.
  public func identifier(of relationship: RelationshipID) -> String {
    let (start, end) = (start(of: relationship), end(of: relationship))
    let adjacency = adjacency(type(of: relationship), incoming: false)
    var number = 0
    for place in adjacency.range(of: start) where adjacency.neighbours[place] == end {
      if adjacency.relationships[place] == relationship { break }
      number += 1
    }
    return "\(identifier(of: start))|\(typeName(of: relationship))|\(identifier(of: end))|\(number)"
  }
}
