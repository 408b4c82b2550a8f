/// Gathers the values of one property key, in any order of rows, and turns into a column.
final class ColumnBuilder {
  private var firstRow = 0
  private var presence: [Bool] = []
  private var storage = Storage.none

  private enum Storage {
    case none
    case integers([Int64])
    case floats([Double])
    case booleans([Bool])
    case dates([CalendarDate])
    case strings([UInt32], TextTable)
    case mixed([Value])
  }

  /// Sets the text of a row without making a `String`. Amortised O(length).
  func set(_ row: Int, text: UnsafeBufferPointer<UInt8>) {
    let place = makeRoom(for: row)
    switch storage {
    case .none: storage = .strings(Array(repeating: 0, count: presence.count), TextTable())
    case .strings: break
    default:
      set(row, .string(String(decoding: text, as: UTF8.self)))
      return
    }
    guard case .strings(var codes, var texts) = storage else { return }
    storage = .none
    let code = texts.intern(text)
    codes[place] = UInt32(code)
    presence[place] = true
    storage = .strings(codes, texts)
  }

  /// Sets the value of a row; null leaves the row without a value.
  func set(_ row: Int, _ value: Value) {
    if value.isNull { return }
    if case .string(var text) = value, !isMixed, acceptsText {
      text.withUTF8 { set(row, text: $0) }
      return
    }
    let place = makeRoom(for: row)
    store(value, at: place)
    presence[place] = true
  }

  /// The value of a row, null when there is none.
  func value(at row: Int) -> Value {
    let place = row - firstRow
    guard place >= 0, place < presence.count, presence[place] else { return .null }
    return stored(at: place)
  }

  /// The finished column; nil when no row has a value.
  func column() -> PropertyColumn? {
    var bits = BitSet(count: presence.count)
    for (index, isPresent) in presence.enumerated() where isPresent { bits[index] = true }
    let finished: PropertyColumn.Storage
    switch storage {
    case .none: return nil
    case .integers(let values): finished = .integers(values)
    case .floats(let values): finished = .floats(values)
    case .booleans(let values): finished = .booleans(values)
    case .dates(let values): finished = .dates(values)
    case .strings(let codes, let texts): finished = .strings(codes, texts)
    case .mixed(let values): finished = .mixed(values)
    }
    return PropertyColumn(firstRow: firstRow, storage: finished, presence: bits)
  }

  private var isMixed: Bool { if case .mixed = storage { true } else { false } }

  private var acceptsText: Bool {
    switch storage {
    case .none, .strings: true
    default: false
    }
  }

  private func stored(at place: Int) -> Value {
    switch storage {
    case .none: .null
    case .integers(let values): .integer(values[place])
    case .floats(let values): .float(values[place])
    case .booleans(let values): .boolean(values[place])
    case .dates(let values): .date(values[place])
    case .strings(let codes, let texts): .string(texts[Int(codes[place])])
    case .mixed(let values): values[place]
    }
  }

  private func store(_ value: Value, at place: Int) {
    if case .none = storage { storage = ColumnBuilder.emptyStorage(for: value, count: presence.count) }
    switch (storage, value) {
    case (.integers(var values), .integer(let number)):
      storage = .none
      values[place] = number
      storage = .integers(values)
    case (.floats(var values), .float(let number)):
      storage = .none
      values[place] = number
      storage = .floats(values)
    case (.booleans(var values), .boolean(let truth)):
      storage = .none
      values[place] = truth
      storage = .booleans(values)
    case (.dates(var values), .date(let date)):
      storage = .none
      values[place] = date
      storage = .dates(values)
    case (.mixed(var values), _):
      storage = .none
      values[place] = value
      storage = .mixed(values)
    default:
      var values = presence.indices.map { presence[$0] ? stored(at: $0) : .null }
      values[place] = value
      storage = .mixed(values)
    }
  }

  private static func emptyStorage(for value: Value, count: Int) -> Storage {
    switch value {
    case .integer: .integers(Array(repeating: 0, count: count))
    case .float: .floats(Array(repeating: 0, count: count))
    case .boolean: .booleans(Array(repeating: false, count: count))
    case .date: .dates(Array(repeating: CalendarDate(dayNumber: 0), count: count))
    default: .mixed(Array(repeating: .null, count: count))
    }
  }

  /// Makes the column reach a row and gives the row's place in it.
  private func makeRoom(for row: Int) -> Int {
    if presence.isEmpty { firstRow = row }
    if row < firstRow { shift(by: firstRow - row) }
    let place = row - firstRow
    if place >= presence.count { extend(by: place + 1 - presence.count) }
    return place
  }

  private func extend(by count: Int) {
    presence.append(contentsOf: repeatElement(false, count: count))
    let old = storage
    storage = .none
    switch old {
    case .none: break
    case .integers(var values):
      values.append(contentsOf: repeatElement(0, count: count))
      storage = .integers(values)
    case .floats(var values):
      values.append(contentsOf: repeatElement(0, count: count))
      storage = .floats(values)
    case .booleans(var values):
      values.append(contentsOf: repeatElement(false, count: count))
      storage = .booleans(values)
    case .dates(var values):
      values.append(contentsOf: repeatElement(CalendarDate(dayNumber: 0), count: count))
      storage = .dates(values)
    case .strings(var codes, let texts):
      codes.append(contentsOf: repeatElement(0, count: count))
      storage = .strings(codes, texts)
    case .mixed(var values):
      values.append(contentsOf: repeatElement(.null, count: count))
      storage = .mixed(values)
    }
  }

  /// Moves every row up; rare, when a later file describes an earlier node.
  private func shift(by count: Int) {
    let values = presence.indices.map { presence[$0] ? stored(at: $0) : Value.null }
    let oldFirst = firstRow
    firstRow -= count
    presence = []
    storage = .none
    _ = makeRoom(for: firstRow)
    for (index, value) in values.enumerated() { set(oldFirst + index, value) }
  }
}
