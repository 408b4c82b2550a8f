/// Some slots of a statement. A statement rarely has more than 64: those are the bits of one number, and the others follow in an
/// array.
struct SlotSet: Sendable {
  private var low: UInt64 = 0
  /// Slots from 64 on, 64 to a word; never ends with an empty word.
  private var high: [UInt64] = []

  /// Makes a set of some slots.
  init(_ slots: some Sequence<Slot>) {
    for slot in slots { insert(slot) }
  }

  init(_ slots: SlotSet) { self = slots }

  var isEmpty: Bool { low == 0 && high.isEmpty }

  var count: Int {
    if high.isEmpty { return low.nonzeroBitCount }
    return high.reduce(low.nonzeroBitCount) { $0 + $1.nonzeroBitCount }
  }

  func contains(_ slot: Slot) -> Bool {
    let word = slot.index >> 6
    guard word > 0 else { return low >> UInt64(slot.index) & 1 == 1 }
    return word <= high.count && high[word - 1] >> UInt64(slot.index & 63) & 1 == 1
  }

  mutating func insert(_ slot: Slot) {
    let word = slot.index >> 6
    guard word > 0 else {
      low |= 1 << UInt64(slot.index)
      return
    }
    while high.count < word { high.append(0) }
    high[word - 1] |= 1 << UInt64(slot.index & 63)
  }

  mutating func insert(_ slot: Slot?) {
    if let slot { insert(slot) }
  }

  mutating func remove(_ slot: Slot) {
    if slot.index < 64 { low &= ~(1 << UInt64(slot.index)) } else { self = subtracting([slot]) }
  }
}

// MARK: - Two sets

extension SlotSet {
  mutating func formUnion(_ other: SlotSet) {
    low |= other.low
    if !other.high.isEmpty { formCombination(with: other, |) }
  }

  mutating func formUnion(_ slots: some Sequence<Slot>) {
    for slot in slots { insert(slot) }
  }

  mutating func formUnion(_ slots: [Slot]) {
    for slot in slots { insert(slot) }
  }

  func union(_ other: SlotSet) -> SlotSet {
    var result = self
    result.formUnion(other)
    return result
  }

  func intersection(_ other: SlotSet) -> SlotSet { combined(with: other, &) }

  func subtracting(_ other: SlotSet) -> SlotSet { combined(with: other) { $0 & ~$1 } }

  func isDisjoint(with other: SlotSet) -> Bool {
    if low & other.low != 0 { return false }
    return high.isEmpty || other.high.isEmpty || intersection(other).isEmpty
  }

  func isSubset(of other: SlotSet) -> Bool {
    if low & ~other.low != 0 { return false }
    return high.isEmpty || subtracting(other).isEmpty
  }

  private func combined(with other: SlotSet, _ combine: (UInt64, UInt64) -> UInt64) -> SlotSet {
    var result = self
    result.formCombination(with: other, combine)
    return result
  }

  private mutating func formCombination(with other: SlotSet, _ combine: (UInt64, UInt64) -> UInt64) {
    low = combine(low, other.low)
    guard !high.isEmpty || !other.high.isEmpty else { return }
    while high.count < other.high.count { high.append(0) }
    for place in high.indices { high[place] = combine(high[place], place < other.high.count ? other.high[place] : 0) }
    while high.last == 0 { high.removeLast() }
  }
}

extension SlotSet: Equatable, ExpressibleByArrayLiteral {
  init(arrayLiteral slots: Slot...) { self.init(slots) }
}

extension SlotSet: Sequence {
  /// The slots, ascending.
  func makeIterator() -> [Slot].Iterator { sorted().makeIterator() }

  /// The slots, ascending.
  func sorted() -> [Slot] {
    guard !isEmpty else { return [] }
    var slots: [Slot] = []
    slots.reserveCapacity(count)
    SlotSet.append(low, from: 0, to: &slots)
    if high.isEmpty { return slots }
    for (place, word) in high.enumerated() { SlotSet.append(word, from: (place + 1) << 6, to: &slots) }
    return slots
  }

  /// The slots below one, ascending.
  func slots(below end: Slot) -> [Slot] {
    var slots = sorted()
    while let last = slots.last, last >= end { slots.removeLast() }
    return slots
  }

  /// The lowest slot.
  var first: Slot? { sorted().first }

  private static func append(_ word: UInt64, from start: Int, to slots: inout [Slot]) {
    var rest = word
    while rest != 0 {
      slots.append(Slot(index: start + rest.trailingZeroBitCount))
      rest &= rest - 1
    }
  }
}
