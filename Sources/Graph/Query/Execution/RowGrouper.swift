/// Rows with the number of the group of each.
struct NumberedRows {
  /// The group of each row; groups are numbered in the order they come.
  var groups: [Int32]
  /// The rows that open a group, in order.
  var new: [Int32]
}

/// Numbers rows by the values in some columns: equal values, equal number.
///
/// Columns of nodes, relationships, truths, texts of one pool and integers below 2^32 are compared as words, and so are
/// lists of them; anything else is compared as values.
final class RowGrouper {
  /// How many groups there are.
  private(set) var count = 0
  /// What the columns hold; a batch of another kind makes the grouper compare values from then on.
  private var kinds: [Kind]?
  private var table = WordTable()
  /// The lists seen in each column that holds lists.
  private var lists: [Int: ListTable] = [:]
  private var generic: [[Value]: Int32]?

  private enum Kind: Equatable {
    case nodes, relationships, integers, truths
    case texts(TextPool)
    /// Lists of elements of a kind.
    indirect case lists(Kind)

    /// The kind of a column; nil where it is none.
    init?(of column: Vector) {
      switch column {
      case .nodes: self = .nodes
      case .relationships: self = .relationships
      case .integers: self = .integers
      case .truths: self = .truths
      case .texts(_, let pool): self = .texts(pool)
      case .lists(let lists):
        guard let elements = Kind(of: lists.lists.elements) else { return nil }
        self = .lists(elements)
      default: return nil
      }
    }

    static func == (left: Kind, right: Kind) -> Bool {
      switch (left, right) {
      case (.nodes, .nodes), (.relationships, .relationships), (.integers, .integers), (.truths, .truths): true
      case (.texts(let pool), .texts(let other)): pool === other
      case (.lists(let elements), .lists(let others)): elements == others
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
    lists = [:]
  }

  /// The columns as words, when they all have the compact kinds seen before.
  private func packed(_ columns: [Vector], _ rows: Int) -> [[UInt32]]? {
    guard !columns.isEmpty else { return nil }
    let newKinds = columns.compactMap { Kind(of: $0) }
    guard newKinds.count == columns.count, kinds == nil || kinds == newKinds else { return nil }
    var packed: [[UInt32]] = []
    for (place, column) in columns.enumerated() {
      switch column {
      case .nodes(let nodes): packed.append(RowGrouper.words(nodes))
      case .relationships(let relationships): packed.append(RowGrouper.words(relationships))
      case .integers(let integers):
        var column: [UInt32] = []
        column.reserveCapacity(rows)
        for integer in integers {
          guard let small = UInt32(exactly: integer) else { return nil }
          column.append(small)
        }
        packed.append(column)
      case .truths(let truths): packed.append(truths.map { UInt32($0.rawValue) })
      case .texts(let numbers, _): packed.append(numbers)
      case .lists(let column):
        guard let numbers = lists[place, default: ListTable()].numbers(of: column) else { return nil }
        packed.append(numbers)
      default: return nil
      }
    }
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
      let key = zip(kinds, table.words(of: group)).enumerated().map { place, part -> Value in
        let (kind, word) = part
        switch kind {
        case .nodes: return NodeID(rawValue: word).value
        case .relationships: return RelationshipID(rawValue: word).value
        case .integers: return .integer(Int64(word))
        case .truths: return (Truth(rawValue: UInt8(word)) ?? .unknown).value
        case .texts(let pool): return pool.value(word)
        case .lists:
          return lists[place]?.value(word) ?? .null
        }
      }
      numbers[key] = Int32(group)
    }
    return numbers
  }
}
