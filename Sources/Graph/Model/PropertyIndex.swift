/// Finds the nodes with a value of one property.
///
/// A column of texts is indexed by the numbers of its texts, as adjacency is by node; other columns by value.
enum PropertyIndex: Sendable {
  /// Where the nodes of each text start, with one entry more than there are texts, and the nodes.
  case texts(offsets: [UInt32], nodes: [NodeID])
  case values([Value: [NodeID]])

  /// Builds the index of a column. O(rows).
  init(_ column: PropertyColumn) {
    guard case .strings(let codes, let texts) = column.storage else {
      var values: [Value: [NodeID]] = [:]
      for place in 0..<column.presence.count where column.presence[place] {
        let row = place + column.firstRow
        values[column.value(at: row), default: []].append(NodeID(row))
      }
      self = .values(values)
      return
    }
    var offsets = [UInt32](repeating: 0, count: texts.count + 1)
    let places = (0..<column.presence.count).filter { column.presence[$0] }
    for place in places { offsets[Int(codes[place]) + 1] += 1 }
    for code in 1..<offsets.count { offsets[code] += offsets[code - 1] }
    var next = offsets
    var nodes = [NodeID](repeating: NodeID(0), count: places.count)
    for place in places {
      let code = Int(codes[place])
      nodes[Int(next[code])] = NodeID(place + column.firstRow)
      next[code] += 1
    }
    self = .texts(offsets: offsets, nodes: nodes)
  }

  /// The nodes with a value, ascending.
  func nodes(where value: Value, in column: PropertyColumn) -> [NodeID] {
    switch self {
    case .values(let values): return values[value] ?? []
    case .texts(let offsets, let nodes):
      guard case .string(let text) = value, case .strings(_, let texts) = column.storage,
        let code = texts.number(of: text)
      else { return [] }
      return Array(nodes[Int(offsets[code])..<Int(offsets[code + 1])])
    }
  }
}
