/// Rows with the number of the group of each.
struct NumberedRows {
  /// The group of each row; groups are numbered in the order they come.
  var groups: [Int32]
  /// The rows that open a group, in order.
  var new: [Int32]
}

/// Numbers rows by the values in some columns: equal values, equal number.
///
/// Columns of nodes, relationships, truths, texts of one pool and integers below 2^32 are compared as words; anything else is compared as values.
final class RowGrouper {
  /// How many groups there are.
  private(set) var count = 0
  /// What the columns hold; a batch of another kind makes the grouper compare values from then on.
  private var kinds: [Kind]?
  private var table = WordTable()
  private var generic: [[Value]: Int32]?

  private enum Kind: Equatable {
    case nodes, relationships, integers, truths
    case texts(TextPool)

    static func == (left: Kind, right: Kind) -> Bool {
      switch (left, right) {
      case (.nodes, .nodes), (.relationships, .relationships), (.integers, .integers), (.truths, .truths): true
      case (.texts(let pool), .texts(let other)): pool === other
      default: false
      }
    }
  }

  /// The group of each row, and the rows that open one. Amortised O(rows).
  ///
  /// - Parameter runs: the rows from which on no group of an earlier row occurs again, ascending: equal values behind it are
  ///   another group.
  func numbered(_ columns: [Vector], count rows: Int, runs: [Int] = []) -> NumberedRows {
    let numbered =
      if generic == nil, let packed = packed(columns, rows) {
        table.numbered(packed, count: rows, runs: runs)
      } else {
        byValues(columns, rows, runs)
      }
    count += numbered.new.count
    return numbered
  }

  /// Forgets all groups; the next is number 0 again.
  func forget() {
    table.forget()
    count = 0
    kinds = nil
    generic = nil
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
        packed.append(RowGrouper.words(nodes))
      case .relationships(let relationships):
        newKinds.append(.relationships)
        packed.append(RowGrouper.words(relationships))
      case .integers(let integers):
        newKinds.append(.integers)
        var column: [UInt32] = []
        column.reserveCapacity(rows)
        for integer in integers {
          guard let small = UInt32(exactly: integer) else { return nil }
          column.append(small)
        }
        packed.append(column)
      case .truths(let truths):
        newKinds.append(.truths)
        packed.append(truths.map { UInt32($0.rawValue) })
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

  /// The words that some identifiers are.
  private static func words<Identifier: BitwiseCopyable>(_ identifiers: [Identifier]) -> [UInt32] {
    identifiers.withUnsafeBytes { Array($0.bindMemory(to: UInt32.self)) }
  }
}

// MARK: - Values

extension RowGrouper {
  private func byValues(_ columns: [Vector], _ rows: Int, _ runs: [Int]) -> NumberedRows {
    var numbers = generic ?? unpacked()
    generic = nil
    defer { generic = numbers }
    var (next, runs) = (Int32(truncatingIfNeeded: count), runs[...])
    var numbered = NumberedRows(groups: [], new: [])
    for row in 0..<rows {
      if row == runs.first {
        numbers.removeAll(keepingCapacity: true)
        runs.removeFirst()
      }
      let key = columns.mapped { $0.value(at: row) }
      if let number = numbers[key] {
        numbered.groups.append(number)
        continue
      }
      numbers[key] = next
      numbered.groups.append(next)
      numbered.new.append(Int32(truncatingIfNeeded: row))
      next += 1
    }
    return numbered
  }

  /// The groups of the run so far by their values.
  private func unpacked() -> [[Value]: Int32] {
    var numbers: [[Value]: Int32] = [:]
    guard let kinds else { return numbers }
    for group in table.groupsOfRun {
      let key = zip(kinds, table.words(of: group)).map { kind, word -> Value in
        switch kind {
        case .nodes: NodeID(rawValue: word).value
        case .relationships: RelationshipID(rawValue: word).value
        case .integers: .integer(Int64(word))
        case .truths: (Truth(rawValue: UInt8(word)) ?? .unknown).value
        case .texts(let pool): pool.value(word)
        }
      }
      numbers[key] = Int32(group)
    }
    return numbers
  }
}
