/// Numbers rows by the values in some columns: equal values, equal number.
///
/// Columns of nodes, relationships and integers below 2^32 are compared as words, in a hash table with open addressing;
/// anything else is compared as values. One column of words is a table by word.
final class RowGrouper {
  private(set) var count = 0
  /// What the columns hold; a batch of another kind makes the grouper compare values from then on.
  private var kinds: [Kind]?
  /// The words of each group, one run of `width` words per group.
  private var words: [UInt32] = []
  /// By word, for a single column: the number of its group plus one.
  private var direct: [Int32] = []
  /// The number of a group plus one, zero when free; the size is a power of two.
  private var slots: [Int32] = Array(repeating: 0, count: 64)
  private var generic: [[Value]: Int32]?
  /// Groups below this number belong to earlier runs and do not occur again.
  private var runBase: Int32 = 0
  /// A single column whose words are small enough for a table by word.
  private var isDirect = true

  private enum Kind { case nodes, relationships, integers }

  private var width: Int { kinds?.count ?? 0 }

  /// The group of each row; new groups are numbered in the order they come. Amortised O(rows).
  ///
  /// - Parameter runs: the rows from which on no group of an earlier row occurs again, ascending; what came before is
  ///   forgotten there, which keeps the table small.
  func groups(of columns: [Vector], count rows: Int, runs: [Int] = []) -> [Int32] {
    if generic == nil, let packed = packed(columns, rows) {
      return columns.count == 1 && isDirect ? directGroups(packed[0], runs) : hashedGroups(packed, rows, runs)
    }
    return genericGroups(columns, rows)
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
      default: return nil
      }
    }
    guard kinds == nil || kinds == newKinds else { return nil }
    kinds = newKinds
    return packed
  }
}

// MARK: - Words

extension RowGrouper {
  private func directGroups(_ column: [UInt32], _ runs: [Int]) -> [Int32] {
    // Null and very large integers would make the table by word too large; they are hashed.
    guard let largest = column.max(), largest < 1 << 26 else {
      return hashedGroups([column], column.count, runs)
    }
    if Int(largest) >= direct.count {
      direct.append(contentsOf: repeatElement(0, count: max(Int(largest) + 1, 2 * direct.count) - direct.count))
    }
    var groups = [Int32](repeating: 0, count: column.count)
    for (row, word) in column.enumerated() {
      if direct[Int(word)] == 0 {
        words.append(word)
        count += 1
        direct[Int(word)] = Int32(count)
      }
      groups[row] = direct[Int(word)] - 1
    }
    return groups
  }

  private func hashedGroups(_ columns: [[UInt32]], _ rows: Int, _ runs: [Int]) -> [Int32] {
    if isDirect { leaveDirect() }
    let width = columns.count
    var nextRun = runs.makeIterator()
    var runStart = nextRun.next() ?? .max
    return [Int32](unsafeUninitializedCapacity: rows) { buffer, filled in
      for row in 0..<rows {
        if row == runStart {
          runBase = Int32(count)
          runStart = nextRun.next() ?? .max
        }
        if (count - Int(runBase) + 1) * 2 > slots.count { grow() }
        var hash: UInt64 = 0
        for column in columns { hash = RowGrouper.mixed(hash, column[row]) }
        var place = RowGrouper.place(hash, slots.count)
        while slots[place] > runBase && !matches(Int(slots[place] - 1) * width, columns, row) {
          place = (place + 1) & (slots.count - 1)
        }
        if slots[place] <= runBase {
          for column in columns { words.append(column[row]) }
          count += 1
          slots[place] = Int32(count)
        }
        buffer[row] = slots[place] - 1
      }
      filled = rows
    }
  }

  @inline(__always)
  private func matches(_ start: Int, _ columns: [[UInt32]], _ row: Int) -> Bool {
    for (offset, column) in columns.enumerated() where words[start + offset] != column[row] { return false }
    return true
  }

  private func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for group in Int(runBase)..<count { insert(group) }
  }

  private func leaveDirect() {
    isDirect = false
    direct = []
    while count * 2 > slots.count { slots = Array(repeating: 0, count: slots.count * 2) }
    for group in 0..<count { insert(group) }
  }

  private func insert(_ group: Int) {
    var hash: UInt64 = 0
    for word in words[group * width..<(group + 1) * width] { hash = RowGrouper.mixed(hash, word) }
    var place = RowGrouper.place(hash, slots.count)
    while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = Int32(group + 1)
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ word: UInt32) -> UInt64 {
    (hash ^ UInt64(word)) &* 0x9e37_79b9_7f4a_7c15
  }

  @inline(__always)
  private static func place(_ hash: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (size - 1)
  }
}

// MARK: - Values

extension RowGrouper {
  private func genericGroups(_ columns: [Vector], _ rows: Int) -> [Int32] {
    var numbers = generic ?? unpacked()
    generic = [:]
    var groups = [Int32](repeating: 0, count: rows)
    for row in 0..<rows {
      let key = columns.map { $0.value(at: row) }
      if let number = numbers[key] {
        groups[row] = number
      } else {
        groups[row] = Int32(count)
        numbers[key] = Int32(count)
        count += 1
      }
    }
    generic = numbers
    return groups
  }

  /// The groups so far by their values.
  private func unpacked() -> [[Value]: Int32] {
    var numbers: [[Value]: Int32] = [:]
    guard let kinds else { return numbers }
    for group in 0..<count {
      let key = zip(kinds, words[group * width..<(group + 1) * width]).map { kind, word -> Value in
        switch kind {
        case .nodes: NodeID(rawValue: word).value
        case .relationships: RelationshipID(rawValue: word).value
        case .integers: .integer(Int64(word))
        }
      }
      numbers[key] = Int32(group)
    }
    return numbers
  }
}
