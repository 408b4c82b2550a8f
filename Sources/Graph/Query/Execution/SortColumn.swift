/// The values of one key of ORDER BY over many rows, as numbers in the same order wherever that can be.
enum SortColumn {
  /// Ascending numbers: nulls and the direction are in them.
  case numbers([UInt64])
  /// Values of several types, or of one that has no numbers.
  case values([Value], SortDirection)

  /// Makes a column; nil when all rows are equal.
  init?(_ vector: Vector, _ direction: SortDirection) {
    switch vector {
    case .absent, .constant: return nil
    case .nodes(let nodes): self = .numbers(direction.numbers(nodes.map { $0 == .none ? nil : UInt64($0.rawValue) }))
    case .relationships(let relationships):
      self = .numbers(direction.numbers(relationships.map { $0 == .none ? nil : UInt64($0.rawValue) }))
    case .integers(let integers): self = .numbers(integers.map { direction.number($0.ordered) })
    case .truths(let truths):
      self = .numbers(direction.numbers(truths.map { $0 == .unknown ? nil : $0 == .yes ? 1 : 0 }))
    case .texts(let numbers, let pool): self = .numbers(direction.numbers(SortColumn.ranks(numbers, pool)))
    case .walks(let walks): self = .values(vector.values(count: walks.count), direction)
    case .lists(let lists): self = .values(lists.values, direction)
    case .picked(let places, _): self.init(.values(vector.values(count: places.count)), direction)
    case .values(let values):
      if let numbers = SortColumn.numbers(values) ?? SortColumn.reals(values) {
        self = .numbers(direction.numbers(numbers))
      } else {
        self = .values(values, direction)
      }
    }
  }

  /// Numbers in the order of the values, when all are of one type that has them; nil in it is null.
  private static func numbers(_ values: [Value]) -> [UInt64?]? {
    let first = values.first { !$0.isNull }
    var numbers: [UInt64?] = []
    numbers.reserveCapacity(values.count)
    for value in values {
      switch (value, first) {
      case (.null, _): numbers.append(nil)
      // The numbers at both ends stand for nulls.
      case (.integer(let number), .integer) where number > .min && number < .max - 1: numbers.append(number.ordered)
      case (.date(let date), .date): numbers.append(Int64(date.dayNumber).ordered)
      case (.string, .string): return ranks(values)
      default: return nil
      }
    }
    return numbers
  }

  /// Numbers in the order of floats, and of integers that floats hold exactly; nil in it is null.
  private static func reals(_ values: [Value]) -> [UInt64?]? {
    var numbers: [UInt64?] = []
    numbers.reserveCapacity(values.count)
    for value in values {
      switch value {
      case .null: numbers.append(nil)
      case .float(let number): numbers.append(number.ordered)
      case .integer(let number) where number.magnitude <= 1 << 53: numbers.append(Double(number).ordered)
      default: return nil
      }
    }
    return numbers
  }

  /// The place of each text among the different texts, in order; nil where there is null.
  private static func ranks(_ values: [Value]) -> [UInt64?]? {
    var texts = TextTable()
    var numbers: [UInt32] = []
    numbers.reserveCapacity(values.count)
    for value in values {
      switch value {
      case .null: numbers.append(.max)
      case .string(let text): numbers.append(UInt32(texts.intern(text)))
      default: return nil
      }
    }
    return ranks(numbers, TextPool(texts))
  }

  /// O(rows + different texts * log of their number).
  private static func ranks(_ numbers: [UInt32], _ pool: TextPool) -> [UInt64?] {
    var isThere = BitSet(count: pool.texts.count)
    for number in numbers where number != .max { isThere[Int(number)] = true }
    var ranks = [UInt32](repeating: 0, count: pool.texts.count)
    for (rank, number) in pool.texts.sorted(isThere).enumerated() { ranks[Int(number)] = UInt32(rank) }
    return numbers.map { $0 == .max ? nil : UInt64(ranks[Int($0)]) }
  }

  /// Whether a row comes before (negative) or after another by this key.
  func order(_ left: Int, _ right: Int) -> Int {
    switch self {
    case .numbers(let numbers): numbers[left] == numbers[right] ? 0 : numbers[left] < numbers[right] ? -1 : 1
    case .values(let values, let direction): direction.order(values[left], values[right])
    }
  }

  /// The numbers less the smallest, and how many bits they take; nil when they are no numbers.
  var packed: (numbers: [UInt64], bits: Int)? {
    guard case .numbers(let numbers) = self, let least = numbers.min(), let most = numbers.max() else { return nil }
    return (numbers.map { $0 - least }, UInt64.bitWidth - (most - least).leadingZeroBitCount)
  }
}

/// Which way a key of ORDER BY goes, and where nulls stand.
struct SortDirection {
  let isDescending: Bool
  /// Nil is the standard: last when ascending, first when descending.
  let nullsFirst: Bool?

  /// Negative when the left value comes first.
  func order(_ left: Value, _ right: Value) -> Int {
    if let nullsFirst, left.isNull != right.isNull { return left.isNull == nullsFirst ? -1 : 1 }
    let result = Value.order(left, right)
    return isDescending ? -result : result
  }

  @inline(__always)
  fileprivate func number(_ number: UInt64) -> UInt64 { isDescending ? ~number : number }

  /// Numbers with nulls in their place, for numbers other than the least and the greatest that there are.
  fileprivate func numbers(_ numbers: [UInt64?]) -> [UInt64] {
    let null: UInt64 = nullsFirst ?? isDescending ? 0 : .max
    return numbers.map { $0.map { number($0 + 1) } ?? null }
  }
}

extension Int64 {
  /// The number without sign that has the same place among all.
  fileprivate var ordered: UInt64 { UInt64(bitPattern: self) ^ (1 << 63) }
}

extension Double {
  /// The number without sign that has the same place among all: both zeros have the same, and NaN comes after infinity.
  fileprivate var ordered: UInt64 {
    if isNaN { return Double.infinity.ordered + 1 }
    let bits = self == 0 ? 0 : bitPattern
    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
  }
}

extension TextTable {
  /// The numbers of some texts in the order of their bytes.
  fileprivate func sorted(_ chosen: BitSet) -> [UInt32] {
    // The first eight bytes decide most comparisons.
    var heads: [(head: UInt64, number: UInt32)] = []
    chosen.forEach { number in
      var head: UInt64 = 0
      let range = range(number)
      for place in range.prefix(8) { head = head << 8 | UInt64(bytes[place]) }
      heads.append((head << UInt64(8 * (8 - min(8, range.count))), UInt32(number)))
    }
    heads.sort { left, right in
      left.head == right.head ? order(Int(left.number), self, Int(right.number)) < 0 : left.head < right.head
    }
    return heads.map(\.number)
  }
}
