/// Numbers rows of words: equal words, equal number, in the order they come.
///
/// One column of small words is a table by word; anything else is a hash table with open addressing.
struct WordTable {
  private var count = 0
  /// The words of each group, one run of `width` words per group.
  private var words: [UInt32] = []
  private var width = 0
  /// By word: `markBase` and the number of its group plus one; not in use when it is not above `markBase + runBase`.
  private var marks: [UInt32] = []
  /// How many groups were forgotten since the marks were cleared.
  private var markBase: UInt32 = 0
  /// The number of a group plus one; free when it is not above `runBase`. The size is a power of two.
  private var slots: [Int32] = []
  /// Groups up to this number belong to earlier runs and do not occur again.
  private var runBase: Int32 = 0
  /// There is one column, and its words are small enough for a table by word.
  private var isDirect = true

  /// The group of each row, and the rows that open one.
  ///
  /// - Parameters:
  ///   - columns: the words of all rows, column by column.
  ///   - rows: how many rows there are.
  ///   - runs: the rows from which on no group of an earlier row occurs again, ascending.
  /// - Complexity: amortised O(rows · columns).
  mutating func numbered(_ columns: [[UInt32]], count rows: Int, runs: [Int]) -> NumberedRows {
    width = columns.count
    if isDirect, !mark(upTo: columns) { leaveDirect() }
    var (groups, new) = ([Int32](filledWith: 0, count: rows), [Int32](filledWith: 0, count: rows))
    let newCount = groups.withUnsafeMutableBufferPointer { groups in
      new.withUnsafeMutableBufferPointer { new in
        if isDirect { return directGroups(columns[0], rows, runs, groups, new) }
        return columns.count == 2
          ? pairGroups(columns[0], columns[1], rows, runs, groups, new)
          : hashedGroups(columns, rows, runs, groups, new)
      }
    }
    new.removeLast(rows - newCount)
    return NumberedRows(groups: groups, new: new)
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

  /// The groups of the run so far.
  var groupsOfRun: Range<Int> { Int(runBase)..<count }

  func words(of group: Int) -> ArraySlice<UInt32> { words[group * width..<(group + 1) * width] }
}

// MARK: - By word

extension WordTable {
  /// Makes a mark for each word of the rows, where they are one column of small words; false where they are not.
  private mutating func mark(upTo columns: [[UInt32]]) -> Bool {
    guard columns.count == 1, let largest = columns[0].max() else { return columns.count == 1 }
    guard largest < 1 << 26 else { return false }
    if Int(largest) >= marks.count {
      marks.append(contentsOf: repeatElement(0, count: max(Int(largest) + 1, 2 * marks.count) - marks.count))
    }
    return true
  }

  /// Fills in the groups and the rows that open one; gives how many open one.
  private mutating func directGroups(
    _ column: [UInt32], _ rows: Int, _ runs: [Int], _ groups: UnsafeMutableBufferPointer<Int32>,
    _ new: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    var (start, newCount) = (0, 0)
    for end in runs + [rows] {
      let before = newCount
      directGroups(column, start..<end, groups, new, &newCount)
      for row in new[before..<newCount] { words.append(column[Int(row)]) }
      count += newCount - before
      if end < rows { runBase = Int32(truncatingIfNeeded: count) }
      start = end
    }
    return newCount
  }

  /// As above, for rows of one run. Whether a row opens a group is a toss of a coin, so there is no branch on it.
  private mutating func directGroups(
    _ column: [UInt32], _ rows: Range<Int>, _ groups: UnsafeMutableBufferPointer<Int32>,
    _ new: UnsafeMutableBufferPointer<Int32>, _ newCount: inout Int
  ) {
    let (base, floor) = (markBase, markBase + UInt32(bitPattern: runBase))
    var next = base &+ UInt32(truncatingIfNeeded: count)
    var place = newCount
    column.withUnsafeBufferPointer { column in
      marks.withUnsafeMutableBufferPointer { marks in
        for row in rows {
          let word = Int(column[row])
          let mark = marks[word]
          let isNew = mark <= floor
          next &+= isNew ? 1 : 0
          let number = isNew ? next : mark
          marks[word] = number
          groups[row] = Int32(bitPattern: number &- base &- 1)
          new[place] = Int32(truncatingIfNeeded: row)
          place &+= isNew ? 1 : 0
        }
      }
    }
    newCount = place
  }

  private mutating func leaveDirect() {
    isDirect = false
    marks = []
    slots = Array(repeating: 0, count: 64)
    while (count - Int(runBase)) * 2 > slots.count { slots = Array(repeating: 0, count: slots.count * 2) }
    for group in groupsOfRun { insert(group) }
  }
}

// MARK: - By hash

extension WordTable {
  /// Two columns, in plain memory: room for some rows is made at a time.
  private mutating func pairGroups(
    _ left: [UInt32], _ right: [UInt32], _ rows: Int, _ runs: [Int], _ groups: UnsafeMutableBufferPointer<Int32>,
    _ new: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    var (start, newCount) = (0, 0)
    for end in runs + [rows] {
      while start < end {
        let block = start..<min(end, start + 1024)
        pairGroups(left, right, block, groups, new, &newCount)
        start = block.upperBound
      }
      if end < rows { runBase = Int32(truncatingIfNeeded: count) }
    }
    return newCount
  }

  private mutating func pairGroups(
    _ left: [UInt32], _ right: [UInt32], _ rows: Range<Int>, _ groups: UnsafeMutableBufferPointer<Int32>,
    _ new: UnsafeMutableBufferPointer<Int32>, _ newCount: inout Int
  ) {
    while (count - Int(runBase) + rows.count) * 2 > slots.count { grow() }
    words.append(contentsOf: repeatElement(0, count: 2 * rows.count))
    let floor = runBase
    var (count, opened) = (Int32(truncatingIfNeeded: count), newCount)
    slots.withUnsafeMutableBufferPointer { slots in
      words.withUnsafeMutableBufferPointer { words in
        for row in rows {
          let (one, other) = (left[row], right[row])
          var place = WordTable.place(WordTable.mixed(WordTable.mixed(0, one), other), slots.count)
          while slots[place] > floor {
            let start = 2 * Int(slots[place] &- 1)
            if words[start] == one && words[start + 1] == other { break }
            place = (place + 1) & (slots.count - 1)
          }
          if slots[place] <= floor {
            words[2 * Int(count)] = one
            words[2 * Int(count) + 1] = other
            count += 1
            slots[place] = count
            new[opened] = Int32(truncatingIfNeeded: row)
            opened += 1
          }
          groups[row] = slots[place] &- 1
        }
      }
    }
    words.removeLast(2 * (rows.count - (Int(count) - self.count)))
    (self.count, newCount) = (Int(count), opened)
  }

  private mutating func hashedGroups(
    _ columns: [[UInt32]], _ rows: Int, _ runs: [Int], _ groups: UnsafeMutableBufferPointer<Int32>,
    _ new: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    var (runs, newCount) = (runs[...], 0)
    for row in 0..<rows {
      if row == runs.first {
        runBase = Int32(truncatingIfNeeded: count)
        runs.removeFirst()
      }
      let before = count
      groups[row] = group(of: columns, row)
      if count > before {
        new[newCount] = Int32(truncatingIfNeeded: row)
        newCount += 1
      }
    }
    return newCount
  }

  @inline(__always)
  private mutating func group(of columns: [[UInt32]], _ row: Int) -> Int32 {
    if (count - Int(runBase) + 1) * 2 > slots.count { grow() }
    var hash: UInt64 = 0
    for column in columns { hash = WordTable.mixed(hash, column[row]) }
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
    for (offset, column) in columns.enumerated() where words[start + offset] != column[row] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for group in groupsOfRun { insert(group) }
  }

  private mutating func insert(_ group: Int) {
    let hash = words(of: group).reduce(UInt64(0)) { WordTable.mixed($0, $1) }
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
