/// Numbers rows of words: equal words, equal number, in the order they come.
///
/// A hash table with open addressing; one column of small words is a table by word.
struct WordTable {
  private(set) var count = 0
  /// The words of each group, one run of `width` words per group.
  private(set) var words: [UInt32] = []
  private var width = 0
  /// By word, for a single column: the number of its group plus one.
  private var direct: [Int32] = []
  /// The number of a group plus one; free when it is not above `runBase`. The size is a power of two.
  private var slots: [Int32] = Array(repeating: 0, count: 64)
  /// Groups up to this number belong to earlier runs and do not occur again.
  private var runBase: Int32 = 0
  /// A single column whose words are small enough for a table by word.
  private var isDirect = true
  /// The first column is the same within a run: it is kept, not compared.
  private let ignoresFirst: Bool

  init(ignoresFirst: Bool = false) { self.ignoresFirst = ignoresFirst }

  /// The group of each row.
  ///
  /// - Parameters:
  ///   - columns: the words of all rows, column by column.
  ///   - rows: how many rows there are.
  ///   - runs: the rows from which on no group of an earlier row occurs again, ascending.
  /// - Complexity: amortised O(rows · columns).
  mutating func groups(of columns: [[UInt32]], count rows: Int, runs: [Int]) -> [Int32] {
    width = columns.count
    if isDirect, columns.count == 1, !ignoresFirst, let largest = columns[0].max(), largest < 1 << 26 {
      return directGroups(columns[0], largest: Int(largest))
    }
    if isDirect { leaveDirect() }
    var groups = [Int32](repeating: 0, count: rows)
    var nextRun = runs.makeIterator()
    var runStart = nextRun.next() ?? .max
    for row in 0..<rows {
      if row == runStart {
        runBase = Int32(truncatingIfNeeded: count)
        runStart = nextRun.next() ?? .max
      }
      groups[row] = group(of: columns, row)
    }
    return groups
  }

  private mutating func directGroups(_ column: [UInt32], largest: Int) -> [Int32] {
    if largest >= direct.count {
      direct.append(contentsOf: repeatElement(0, count: max(largest + 1, 2 * direct.count) - direct.count))
    }
    var groups = [Int32](repeating: 0, count: column.count)
    for (row, word) in column.enumerated() {
      var number = direct[Int(word)]
      if number == 0 {
        words.append(word)
        count += 1
        number = Int32(truncatingIfNeeded: count)
        direct[Int(word)] = number
      }
      groups[row] = number - 1
    }
    return groups
  }

  @inline(__always)
  private mutating func group(of columns: [[UInt32]], _ row: Int) -> Int32 {
    if (count - Int(runBase) + 1) * 2 > slots.count { grow() }
    var hash: UInt64 = 0
    for index in (ignoresFirst ? 1 : 0)..<columns.count { hash = WordTable.mixed(hash, columns[index][row]) }
    var place = WordTable.place(hash, slots.count)
    while slots[place] > runBase {
      if matches(Int(slots[place] - 1) * width, columns, row) { return slots[place] - 1 }
      place = (place + 1) & (slots.count - 1)
    }
    for column in columns { words.append(column[row]) }
    count += 1
    slots[place] = Int32(truncatingIfNeeded: count)
    return slots[place] - 1
  }

  @inline(__always)
  private func matches(_ start: Int, _ columns: [[UInt32]], _ row: Int) -> Bool {
    for offset in (ignoresFirst ? 1 : 0)..<columns.count where words[start + offset] != columns[offset][row] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for group in Int(runBase)..<count { insert(group) }
  }

  private mutating func leaveDirect() {
    isDirect = false
    direct = []
    while count * 2 > slots.count { slots = Array(repeating: 0, count: slots.count * 2) }
    for group in 0..<count { insert(group) }
  }

  private mutating func insert(_ group: Int) {
    var hash: UInt64 = 0
    for word in words[group * width + (ignoresFirst ? 1 : 0)..<(group + 1) * width] {
      hash = WordTable.mixed(hash, word)
    }
    var place = WordTable.place(hash, slots.count)
    while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = Int32(truncatingIfNeeded: group + 1)
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
