/// Numbers rows by the values in some columns: equal values, equal number.
///
/// Columns of nodes, relationships, texts of one pool and integers below 2^32 are compared as words; anything else is compared as values.
final class RowGrouper {
  /// How many groups there are.
  var count: Int { generic?.count ?? table.count }
  /// What the columns hold; a batch of another kind makes the grouper compare values from then on.
  private var kinds: [Kind]?
  private var table: WordTable
  private var generic: [[Value]: Int32]?

  private enum Kind: Equatable {
    case nodes, relationships, integers
    case texts(TextPool)

    static func == (left: Kind, right: Kind) -> Bool {
      switch (left, right) {
      case (.nodes, .nodes), (.relationships, .relationships), (.integers, .integers): true
      case (.texts(let pool), .texts(let other)): pool === other
      default: false
      }
    }
  }

  /// Makes a grouper without groups.
  ///
  /// - Parameter firstIsRun: the first column only changes where a run begins.
  init(firstIsRun: Bool = false) { table = WordTable(ignoresFirst: firstIsRun) }

  /// The group of each row; new groups are numbered in the order they come. Amortised O(rows).
  ///
  /// - Parameter runs: the rows from which on no group of an earlier row occurs again, ascending; what came before is
  ///   forgotten there, which keeps the table small.
  func groups(of columns: [Vector], count rows: Int, runs: [Int] = []) -> [Int32] {
    if generic == nil, let packed = packed(columns, rows) { return table.groups(of: packed, count: rows, runs: runs) }
    return genericGroups(columns, rows)
  }

  /// Forgets all groups; the next is number 0 again.
  func forget() {
    table.forget()
    if generic != nil { generic = [:] }
  }

  /// The columns as words, when they all have the compact kinds seen before.
  private func packed(_ columns: [Vector], _ rows: Int) -> [[UInt32]]? {
    guard !columns.isEmpty else { return nil }
    var newKinds: [Kind] = []
    var packed: [[UInt32]] = []
    for column in columns {
      switch column {
      case .nodes(let nodes):
        newKinds.append(.nodes)
        packed.append(nodes.map(\.rawValue))
      case .relationships(let relationships):
        newKinds.append(.relationships)
        packed.append(relationships.map(\.rawValue))
      case .integers(let integers):
        newKinds.append(.integers)
        var column: [UInt32] = []
        column.reserveCapacity(rows)
        for integer in integers {
          guard let small = UInt32(exactly: integer) else { return nil }
          column.append(small)
        }
        packed.append(column)
      case .texts(let numbers, let pool):
        newKinds.append(.texts(pool))
        packed.append(numbers)
      default: return nil
      }
    }
    guard kinds == nil || kinds == newKinds else { return nil }
    kinds = newKinds
    return packed
  }
}

// MARK: - Values

extension RowGrouper {
  private func genericGroups(_ columns: [Vector], _ rows: Int) -> [Int32] {
    var numbers = generic ?? unpacked()
    generic = nil
    defer { generic = numbers }
    return (0..<rows).map { row in
      let key = columns.map { $0.value(at: row) }
      if let number = numbers[key] { return number }
      let number = Int32(truncatingIfNeeded: numbers.count)
      numbers[key] = number
      return number
    }
  }

  /// The groups so far by their values.
  private func unpacked() -> [[Value]: Int32] {
    var numbers: [[Value]: Int32] = [:]
    guard let kinds else { return numbers }
    let width = kinds.count
    for group in 0..<table.count {
      let key = zip(kinds, table.words[group * width..<(group + 1) * width]).map { kind, word -> Value in
        switch kind {
        case .nodes: NodeID(rawValue: word).value
        case .relationships: RelationshipID(rawValue: word).value
        case .integers: .integer(Int64(word))
        case .texts(let pool): pool.value(word)
        }
      }
      numbers[key] = Int32(group)
    }
    return numbers
  }
}
