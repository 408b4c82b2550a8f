/// Room in a column for values of rows that are set one after another: whether there is room is asked once and not row by row.
struct ColumnRoom<Element> {
  /// False when the column cannot be filled this way; then nothing may be set.
  let isOpen: Bool
  private let values: UnsafeMutablePointer<Element>?
  private let presence: UnsafeMutablePointer<UInt64>?
  fileprivate private(set) var firstRow: Int
  /// How many rows of the column have been reached.
  fileprivate private(set) var count: Int

  fileprivate static var closed: ColumnRoom {
    ColumnRoom(isOpen: false, values: nil, presence: nil, firstRow: 0, count: 0)
  }

  fileprivate init(
    isOpen: Bool = true, values: UnsafeMutablePointer<Element>?, presence: UnsafeMutablePointer<UInt64>?, firstRow: Int,
    count: Int
  ) {
    (self.isOpen, self.values, self.presence) = (isOpen, values, presence)
    (self.firstRow, self.count) = (firstRow, count)
  }

  /// Sets the value of a row, one of those that room was asked for; none is before the first that was set.
  @inline(__always)
  mutating func set(_ row: Int, _ value: Element) {
    guard let values, let presence else { return }
    if count == 0 { firstRow = row }
    let place = row - firstRow
    precondition(place >= 0, "rows are set in order")
    count = max(count, place + 1)
    values[place] = value
    presence[place >> 6] |= 1 << UInt64(place & 63)
  }
}

extension ColumnBuilder {
  /// Lends room for the numbers of the texts of some rows; closed when the column does not hold texts only.
  @inline(__always)
  func withRoomForTexts(in rows: ClosedRange<Int>?, _ body: (inout ColumnRoom<UInt32>) -> Void) {
    withRoom(in: accepts(.strings) ? rows : nil, &codes, filler: 0, body)
  }

  /// Lends room for the dates of some rows; closed when the column does not hold dates only.
  @inline(__always)
  func withRoomForDates(in rows: ClosedRange<Int>?, _ body: (inout ColumnRoom<CalendarDate>) -> Void) {
    withRoom(in: accepts(.dates) ? rows : nil, &dates, filler: CalendarDate(dayNumber: 0), body)
  }

  @inline(__always)
  private func withRoom<Element>(
    in rows: ClosedRange<Int>?, _ values: inout [Element], filler: Element, _ body: (inout ColumnRoom<Element>) -> Void
  ) {
    guard let rows, presence.count == 0 || rows.lowerBound >= firstRow else {
      var room = ColumnRoom<Element>.closed
      return body(&room)
    }
    let known = presence.count
    let needed = max(known, known == 0 ? rows.count : rows.upperBound - firstRow + 1)
    values.append(contentsOf: repeatElement(filler, count: needed - values.count))
    presence.grow(to: needed)
    var (first, count) = (firstRow, known)
    values.withUnsafeMutableBufferPointer { values in
      presence.withWords { words in
        var room = ColumnRoom(values: values.baseAddress, presence: words, firstRow: first, count: count)
        body(&room)
        (first, count) = (room.firstRow, room.count)
      }
    }
    firstRow = first
    values.removeLast(needed - count)
    presence.shrink(to: count)
  }
}
