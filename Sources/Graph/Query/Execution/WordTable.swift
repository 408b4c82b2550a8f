/// Numbers rows of words: equal words, equal number, in the order they come.
///
/// One column of small words is a table by word, also when further columns follow from it; anything else is a hash table
/// with open addressing.
struct WordTable {
  private(set) var count = 0
  /// The words of each group, one run of `width` words per group.
  private(set) var words: [UInt32] = []
  private var width = 0
  /// By word: `markBase` and the number of its group plus one; not in use when it is not above `markBase + runBase`.
  private var marks: [UInt32] = []
  /// How many groups were forgotten since the marks were cleared.
  private var markBase: UInt32 = 0
  /// The number of a group plus one; free when it is not above `runBase`. The size is a power of two.
  private var slots: [Int32] = Array(repeating: 0, count: 64)
  /// Groups up to this number belong to earlier runs and do not occur again.
  private var runBase: Int32 = 0
  /// A single column tells the groups apart, and its words are small enough for a table by word.
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
    var groups = [Int32](repeating: 0, count: rows)
    var start = 0
    if isDirect {
      start = directGroups(columns, rows, runs, &groups)
      if start < rows { leaveDirect() }
    }
    if start < rows { hashedGroups(columns, start..<rows, runs, &groups) }
    return groups
  }

  /// Forgets all groups; the next is number 0 again.
  mutating func forget() {
    markBase += UInt32(truncatingIfNeeded: count)
    if markBase > 1 << 30 {
      marks = []
      markBase = 0
    }
    if !isDirect { slots = Array(repeating: 0, count: slots.count) }
    words.removeAll(keepingCapacity: true)
    count = 0
    runBase = 0
  }
}

// MARK: - By word

extension WordTable {
  /// The place of the column that tells the groups of a run apart.
  private var varying: Int { ignoresFirst && width > 1 ? 1 : 0 }

  /// Fills in the groups up to the first row for which a table by word will not do; gives that row.
  private mutating func directGroups(
    _ columns: [[UInt32]], _ rows: Int, _ runs: [Int], _ groups: inout [Int32]
  ) -> Int {
    guard width == varying + 1 || ignoresFirst, let largest = columns[varying].max(), largest < 1 << 26 else {
      return 0
    }
    if Int(largest) >= marks.count {
      marks.append(contentsOf: repeatElement(0, count: max(Int(largest) + 1, 2 * marks.count) - marks.count))
    }
    var start = 0
    for end in runs + [rows] {
      if end > start {
        let stop = directGroups(columns, start..<end, &groups)
        if stop < end { return stop }
        start = end
      }
      if end < rows { runBase = Int32(truncatingIfNeeded: count) }
    }
    return rows
  }

  /// As above, for rows of one run.
  private mutating func directGroups(
    _ columns: [[UInt32]], _ rows: Range<Int>, _ groups: inout [Int32]
  ) -> Int {
    let known = count
    let new = markedGroups(columns[varying], rows, &groups)
    for row in new { _ = addGroup(columns, row) }
    guard width > varying + 1,
      let odd = rows.first(where: { !hasSameRest(Int(groups[$0]), columns, $0) })
    else { return rows.upperBound }
    // The groups of the rows behind are dropped: those rows are done again by hash.
    count = known + new.count { $0 < odd }
    words.removeLast(words.count - count * width)
    return odd
  }

  /// Fills in the groups by the marks alone; gives the rows that open a group.
  private mutating func markedGroups(_ column: [UInt32], _ rows: Range<Int>, _ groups: inout [Int32]) -> [Int] {
    let (base, floor) = (markBase, markBase + UInt32(bitPattern: runBase))
    var next = base &+ UInt32(truncatingIfNeeded: count)
    var new: [Int] = []
    column.withUnsafeBufferPointer { column in
      groups.withUnsafeMutableBufferPointer { groups in
        marks.withUnsafeMutableBufferPointer { marks in
          for row in rows {
            let word = Int(column[row])
            if marks[word] <= floor {
              next &+= 1
              marks[word] = next
              new.append(row)
            }
            groups[row] = Int32(bitPattern: marks[word] &- base &- 1)
          }
        }
      }
    }
    return new
  }

  private func hasSameRest(_ group: Int, _ columns: [[UInt32]], _ row: Int) -> Bool {
    for place in varying + 1..<width where words[group * width + place] != columns[place][row] { return false }
    return true
  }

  @inline(__always)
  private mutating func addGroup(_ columns: [[UInt32]], _ row: Int) -> Int32 {
    for column in columns { words.append(column[row]) }
    count += 1
    return Int32(truncatingIfNeeded: count - 1)
  }

  private mutating func leaveDirect() {
    isDirect = false
    marks = []
    while (count - Int(runBase)) * 2 > slots.count { slots = Array(repeating: 0, count: slots.count * 2) }
    for group in Int(runBase)..<count { insert(group) }
  }
}

// MARK: - By hash

extension WordTable {
  private mutating func hashedGroups(
    _ columns: [[UInt32]], _ rows: Range<Int>, _ runs: [Int], _ groups: inout [Int32]
  ) {
    var nextRun = runs.drop { $0 < rows.lowerBound || ($0 == rows.lowerBound && $0 > 0) }.makeIterator()
    var runStart = nextRun.next() ?? .max
    for row in rows {
      if row == runStart {
        runBase = Int32(truncatingIfNeeded: count)
        runStart = nextRun.next() ?? .max
      }
      groups[row] = group(of: columns, row)
    }
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
    let group = addGroup(columns, row)
    slots[place] = group + 1
    return group
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
