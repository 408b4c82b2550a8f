/// Gathers the values of one property key, in any order of rows, and turns into a column.
///
/// Only the array of the kind of value seen so far is in use; the first value of another kind makes the column mixed. No method
/// calls out while it changes a property, so that exclusive access need not be checked while running, cell after cell. Different
/// columns may be filled by different threads, one column by one at a time.
final class ColumnBuilder: @unchecked Sendable {
  enum Kind {
    case none, integers, floats, booleans, dates, strings, mixed
  }

  @exclusivity(unchecked) private var kind = Kind.none
  @exclusivity(unchecked) var firstRow = 0
  @exclusivity(unchecked) var presence = BitSet(count: 0)
  @exclusivity(unchecked) private var integers: [Int64] = []
  @exclusivity(unchecked) private var floats: [Double] = []
  @exclusivity(unchecked) private var booleans: [Bool] = []
  @exclusivity(unchecked) var dates: [CalendarDate] = []
  @exclusivity(unchecked) var codes: [UInt32] = []
  @exclusivity(unchecked) private var texts = TextTable()
  @exclusivity(unchecked) private var mixed: [Value] = []

  /// Sets the text of a row without making a `String`. Amortised O(length).
  func set(_ row: Int, text: UnsafeBufferPointer<UInt8>) {
    guard accepts(.strings) else {
      set(row, .string(String(decoding: text, as: UTF8.self)))
      return
    }
    set(row, textNumber: UInt32(texts.intern(text)))
  }

  /// Sets the date of a row.
  @inline(__always)
  func set(_ row: Int, date: CalendarDate) {
    guard accepts(.dates) else {
      set(row, .date(date))
      return
    }
    ColumnBuilder.store(date, at: makeRoom(for: row), in: &dates, filler: CalendarDate(dayNumber: 0))
  }

  /// The number of a text among the column's, adding it when it is new; nil when the column does not hold texts only.
  func number(of text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    accepts(.strings) ? UInt32(texts.intern(text)) : nil
  }

  /// Sets the text of a row by its number.
  @inline(__always)
  func set(_ row: Int, textNumber: UInt32) {
    ColumnBuilder.store(textNumber, at: makeRoom(for: row), in: &codes, filler: 0)
  }

  /// Sets the value of a row; null leaves the row as it is.
  func set(_ row: Int, _ value: Value) {
    if value.isNull { return }
    if case .string(var text) = value, accepts(.strings) {
      text.withUTF8 { set(row, text: $0) }
      return
    }
    if !accepts(ColumnBuilder.kind(of: value)) { becomeMixed() }
    store(value, at: makeRoom(for: row))
  }

  /// Leaves a row without a value.
  func remove(_ row: Int) {
    let place = row - firstRow
    if (0..<presence.count).contains(place) { presence[place] = false }
  }

  /// The value of a row, null when there is none.
  func value(at row: Int) -> Value {
    let place = row - firstRow
    guard (0..<presence.count).contains(place), presence[place] else { return .null }
    return stored(at: place)
  }

  /// The finished column; nil when no row has a value.
  func column() -> PropertyColumn? {
    let storage: PropertyColumn.Storage
    let count = presence.count
    if count == 0 { return nil }
    switch kind {
    case .none: return nil
    case .integers: storage = .integers(ColumnBuilder.filled(integers, to: count, with: 0))
    case .floats: storage = .floats(ColumnBuilder.filled(floats, to: count, with: 0))
    case .booleans: storage = .booleans(ColumnBuilder.filled(booleans, to: count, with: false))
    case .dates: storage = .dates(ColumnBuilder.filled(dates, to: count, with: CalendarDate(dayNumber: 0)))
    case .strings: storage = .strings(numbers(count: count), TextPool(texts))
    case .mixed: storage = .mixed(ColumnBuilder.filled(mixed, to: count, with: .null))
    }
    return PropertyColumn(firstRow: firstRow, storage: storage, presence: presence)
  }
}

// MARK: - Texts

extension ColumnBuilder {
  /// The numbers of the texts, `UInt32.max` where there is none.
  private func numbers(count: Int) -> [UInt32] {
    var numbers = ColumnBuilder.filled(codes, to: count, with: .max)
    presence.withWords { words in
      for (index, word) in words.enumerated() where word != .max {
        for place in index << 6..<min(count, (index + 1) << 6) where word >> UInt64(place & 63) & 1 == 0 {
          numbers[place] = .max
        }
      }
    }
    return numbers
  }
}

// MARK: - Kinds

extension ColumnBuilder {
  private static func kind(of value: Value) -> Kind {
    switch value {
    case .integer: .integers
    case .float: .floats
    case .boolean: .booleans
    case .date: .dates
    case .string: .strings
    default: .mixed
    }
  }

  /// Whether values of a kind go into the array in use, which is theirs when there was none.
  @inline(__always)
  func accepts(_ wanted: Kind) -> Bool {
    if kind == .none { kind = wanted }
    return kind == wanted
  }

  private func becomeMixed() {
    guard kind != .mixed else { return }
    mixed = (0..<presence.count).map { presence[$0] ? stored(at: $0) : .null }
    kind = .mixed
    (integers, floats, booleans, dates, codes) = ([], [], [], [], [])
    texts = TextTable()
  }

  private func stored(at place: Int) -> Value {
    switch kind {
    case .none: .null
    case .integers: .integer(integers[place])
    case .floats: .float(floats[place])
    case .booleans: .boolean(booleans[place])
    case .dates: .date(dates[place])
    case .strings: .string(texts[Int(codes[place])])
    case .mixed: mixed[place]
    }
  }

  private func store(_ value: Value, at place: Int) {
    switch (kind, value) {
    case (.integers, .integer(let number)): ColumnBuilder.store(number, at: place, in: &integers, filler: 0)
    case (.floats, .float(let number)): ColumnBuilder.store(number, at: place, in: &floats, filler: 0)
    case (.booleans, .boolean(let truth)): ColumnBuilder.store(truth, at: place, in: &booleans, filler: false)
    case (.dates, .date(let date)):
      ColumnBuilder.store(date, at: place, in: &dates, filler: CalendarDate(dayNumber: 0))
    default: ColumnBuilder.store(value, at: place, in: &mixed, filler: .null)
    }
  }
}

// MARK: - Rows

extension ColumnBuilder {
  /// Puts a value at a place, with fillers up to it where the array is shorter. Amortised O(1) for ascending places.
  @inline(__always)
  private static func store<Element>(_ value: Element, at place: Int, in values: inout [Element], filler: Element) {
    if place < values.count {
      values[place] = value
    } else {
      if place > values.count { values.append(contentsOf: repeatElement(filler, count: place - values.count)) }
      values.append(value)
    }
  }

  private static func filled<Element>(_ values: [Element], to count: Int, with filler: Element) -> [Element] {
    values.count == count ? values : values + repeatElement(filler, count: count - values.count)
  }

  /// Makes the column reach a row, marks the row as present and gives its place.
  @inline(__always)
  private func makeRoom(for row: Int) -> Int {
    if presence.count == 0 { firstRow = row }
    if row < firstRow { shift(by: firstRow - row) }
    let place = row - firstRow
    presence.grow(to: place + 1)
    presence[place] = true
    return place
  }

  /// Moves every row up; rare, when a later file describes an earlier node.
  private func shift(by count: Int) {
    firstRow -= count
    var shifted = BitSet(count: presence.count + count)
    presence.forEach { shifted[$0 + count] = true }
    presence = shifted
    switch kind {
    case .none: break
    case .integers: ColumnBuilder.shift(&integers, by: count, filler: 0)
    case .floats: ColumnBuilder.shift(&floats, by: count, filler: 0)
    case .booleans: ColumnBuilder.shift(&booleans, by: count, filler: false)
    case .dates: ColumnBuilder.shift(&dates, by: count, filler: CalendarDate(dayNumber: 0))
    case .strings: ColumnBuilder.shift(&codes, by: count, filler: 0)
    case .mixed: ColumnBuilder.shift(&mixed, by: count, filler: .null)
    }
  }

  private static func shift<Element>(_ values: inout [Element], by count: Int, filler: Element) {
    values.insert(contentsOf: repeatElement(filler, count: count), at: 0)
  }
}
