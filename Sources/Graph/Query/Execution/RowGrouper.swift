/// Numbers rows by the values in some columns: equal values, equal number.
///
/// One or two columns of nodes, relationships or integers below 2^32 are packed into a number; anything else is compared
/// as values.
final class RowGrouper {
  private var packed: [UInt64: Int32] = [:]
  private var generic: [[Value]: Int32] = [:]
  private var isGeneric = false
  /// What the packed columns hold, to turn them into values when a later batch cannot be packed.
  private var kinds: [Kind] = []
  private(set) var count = 0

  private enum Kind { case nodes, relationships, integers }

  /// The group of each row; new groups are numbered in the order they come.
  func groups(of columns: [Vector], count rows: Int) -> [Int32] {
    if !isGeneric, let keys = packedKeys(columns, rows) { return keys.map { number(packed: $0) } }
    makeGeneric()
    return (0..<rows).map { row in number(generic: columns.map { $0.value(at: row) }) }
  }

  private func number(packed key: UInt64) -> Int32 {
    if let number = packed[key] { return number }
    packed[key] = Int32(count)
    count += 1
    return Int32(count - 1)
  }

  private func number(generic key: [Value]) -> Int32 {
    if let number = generic[key] { return number }
    generic[key] = Int32(count)
    count += 1
    return Int32(count - 1)
  }

  private func packedKeys(_ columns: [Vector], _ rows: Int) -> [UInt64]? {
    guard (1...2).contains(columns.count) else { return nil }
    var keys = [UInt64](repeating: 0, count: rows)
    var newKinds: [Kind] = []
    for column in columns {
      switch column {
      case .nodes(let nodes):
        newKinds.append(.nodes)
        for row in 0..<rows { keys[row] = keys[row] << 32 | UInt64(nodes[row].rawValue) }
      case .relationships(let relationships):
        newKinds.append(.relationships)
        for row in 0..<rows { keys[row] = keys[row] << 32 | UInt64(relationships[row].rawValue) }
      case .integers(let integers):
        newKinds.append(.integers)
        for row in 0..<rows {
          guard let small = UInt32(exactly: integers[row]) else { return nil }
          keys[row] = keys[row] << 32 | UInt64(small)
        }
      default: return nil
      }
    }
    guard kinds.isEmpty || kinds == newKinds else { return nil }
    kinds = newKinds
    return keys
  }

  private func makeGeneric() {
    guard !isGeneric else { return }
    isGeneric = true
    for (key, number) in packed { generic[unpack(key)] = number }
    packed = [:]
  }

  private func unpack(_ key: UInt64) -> [Value] {
    let parts =
      kinds.count == 1 ? [UInt32(truncatingIfNeeded: key)] : [UInt32(key >> 32), UInt32(truncatingIfNeeded: key)]
    return zip(kinds, parts).map { kind, part in
      switch kind {
      case .nodes: NodeID(rawValue: part).value
      case .relationships: RelationshipID(rawValue: part).value
      case .integers: .integer(Int64(part))
      }
    }
  }
}
