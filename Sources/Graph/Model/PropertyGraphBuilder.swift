/// Gathers nodes, relationships and properties, then becomes a `PropertyGraph`.
public struct PropertyGraphBuilder: Sendable {
  private(set) var labels = TextTable()
  private(set) var types = TextTable()
  private var keys = TextTable()
  private var identifiers = TextTable()
  private(set) var labelSets: [[LabelID]] = []
  private var labelSetNumbers: [[LabelID]: Int] = [:]
  private var labelSetOfNode: [UInt32] = []
  private var starts: [NodeID] = []
  private var ends: [NodeID] = []
  private var typeOfRelationship: [UInt16] = []
  private var nodeColumns: [ColumnBuilder?] = []
  private var relationshipColumns: [ColumnBuilder?] = []
  private var mergedClaims: [RelationshipID: [RelationshipID]] = [:]

  /// What a finished builder hands to the graph.
  struct Parts {
    let labels, types, keys, identifiers: TextTable
    let nodeProperties, relationshipProperties: PropertyTable
    let starts, ends: [NodeID]
    let labelSets: [[LabelID]]
    let labelSetOfNode: [UInt32]
    let typeOfRelationship: [UInt16]
    let mergedClaims: [RelationshipID: [RelationshipID]]
  }

  /// Starts with nothing.
  public init() {}

  /// How many nodes there are so far.
  public var nodeCount: Int { labelSetOfNode.count }

  /// How many relationships there are so far.
  public var relationshipCount: Int { starts.count }
}

// MARK: - Names

extension PropertyGraphBuilder {
  mutating func label(named name: String) -> LabelID { LabelID(index: labels.intern(name)) }

  /// The number of a type; nil when there are already 65,536 of them.
  mutating func type(named name: String) -> TypeID? {
    let index = types.intern(name)
    return index <= Int(UInt16.max) ? TypeID(index: index) : nil
  }

  mutating func key(named name: String) -> KeyID { KeyID(index: keys.intern(name)) }

  /// The number of a set of labels, to be given to many nodes; labels keep their order, repeats are dropped.
  mutating func labelSet(_ labels: [LabelID]) -> Int {
    var distinct: [LabelID] = []
    for label in labels where !distinct.contains(label) { distinct.append(label) }
    if let number = labelSetNumbers[distinct] { return number }
    labelSets.append(distinct)
    labelSetNumbers[distinct] = labelSets.count - 1
    return labelSets.count - 1
  }
}

// MARK: - Nodes and relationships

extension PropertyGraphBuilder {
  /// Adds a node; nil when a node with that identifier is already there.
  mutating func addNode(identifier: UnsafeBufferPointer<UInt8>, labelSet: Int) -> NodeID? {
    let number = identifiers.intern(identifier)
    guard number == labelSetOfNode.count else { return nil }
    labelSetOfNode.append(UInt32(labelSet))
    return NodeID(number)
  }

  /// Adds a node with labels by name; nil when a node with that identifier is already there.
  public mutating func addNode(_ identifier: String, labels names: [String] = []) -> NodeID? {
    let set = labelSet(names.map { label(named: $0) })
    var identifier = identifier
    return identifier.withUTF8 { addNode(identifier: $0, labelSet: set) }
  }

  func node(identifier: UnsafeBufferPointer<UInt8>) -> NodeID? { identifiers.number(of: identifier).map { NodeID($0) } }

  /// The numbers of many nodes; `UInt32.max` for an identifier that none has.
  func nodes(count: Int, identifiers text: (Int) -> UnsafeBufferPointer<UInt8>) -> [UInt32] {
    identifiers.numbers(count: count, of: text)
  }

  /// Makes room for so many more nodes.
  mutating func reserveNodes(_ more: Int) {
    identifiers.reserve(more)
    labelSetOfNode.reserve(more)
  }

  /// Makes room for so many more relationships.
  mutating func reserveRelationships(_ more: Int) {
    starts.reserve(more)
    ends.reserve(more)
    typeOfRelationship.reserve(more)
  }

  func labels(of node: NodeID) -> [LabelID] { labelSets[Int(labelSetOfNode[node.index])] }

  func labelSetNumber(of node: NodeID) -> Int { Int(labelSetOfNode[node.index]) }

  /// Adds the labels of a set to those a node has.
  mutating func addLabels(ofSet number: Int, to node: NodeID) {
    setLabelSet(labelSet(labels(of: node) + labelSets[number]), of: node)
  }

  /// Gives a node another set of labels.
  mutating func setLabelSet(_ labelSet: Int, of node: NodeID) { labelSetOfNode[node.index] = UInt32(labelSet) }

  func identifier(of node: NodeID) -> String { identifiers[node.index] }

  /// Adds a relationship.
  mutating func addRelationship(from start: NodeID, to end: NodeID, type: TypeID) -> RelationshipID {
    starts.append(start)
    ends.append(end)
    typeOfRelationship.append(UInt16(type.index))
    return RelationshipID(starts.count - 1)
  }

  /// Adds many relationships by the numbers of their nodes and types.
  mutating func addRelationships(from starts: [UInt32], to ends: [UInt32], types: [UInt32]) {
    reserveRelationships(starts.count)
    self.starts.append(contentsOf: starts.lazy.map { NodeID(rawValue: $0) })
    self.ends.append(contentsOf: ends.lazy.map { NodeID(rawValue: $0) })
    typeOfRelationship.append(contentsOf: types.lazy.map { UInt16(truncatingIfNeeded: $0) })
  }

  /// Adds a relationship with a type by name; nil when there are too many types.
  public mutating func addRelationship(from start: NodeID, to end: NodeID, type name: String) -> RelationshipID? {
    type(named: name).map { addRelationship(from: start, to: end, type: $0) }
  }

  /// Makes a relationship one more claim of another, which then stands for both.
  mutating func merge(_ claim: RelationshipID, into relationship: RelationshipID) {
    mergedClaims[relationship, default: []].append(claim)
  }
}

// MARK: - Properties

extension PropertyGraphBuilder {
  /// The column of a key over nodes, for filling many rows.
  mutating func nodeColumn(_ key: KeyID) -> ColumnBuilder {
    PropertyGraphBuilder.column(key, in: &nodeColumns)
  }

  /// The column of a key over relationships, for filling many rows.
  mutating func relationshipColumn(_ key: KeyID) -> ColumnBuilder {
    PropertyGraphBuilder.column(key, in: &relationshipColumns)
  }

  /// Sets a property of a node.
  public mutating func setProperty(_ name: String, of node: NodeID, to value: Value) {
    nodeColumn(key(named: name)).set(node.index, value)
  }

  /// Sets a property of a relationship.
  public mutating func setProperty(_ name: String, of relationship: RelationshipID, to value: Value) {
    relationshipColumn(key(named: name)).set(relationship.index, value)
  }

  private static func column(_ key: KeyID, in columns: inout [ColumnBuilder?]) -> ColumnBuilder {
    while columns.count <= key.index { columns.append(nil) }
    if let column = columns[key.index] { return column }
    let column = ColumnBuilder()
    columns[key.index] = column
    return column
  }

  /// The finished graph. O(nodes + relationships).
  public consuming func build() -> PropertyGraph {
    if labelSets.isEmpty { _ = labelSet([]) }
    return PropertyGraph(
      Parts(
        labels: labels, types: types, keys: keys, identifiers: identifiers,
        nodeProperties: PropertyTable(columns: nodeColumns.map { $0?.column() }),
        relationshipProperties: PropertyTable(columns: relationshipColumns.map { $0?.column() }),
        starts: starts, ends: ends, labelSets: labelSets, labelSetOfNode: labelSetOfNode,
        typeOfRelationship: typeOfRelationship, mergedClaims: mergedClaims))
  }
}
