/// The values of one property key, one row per node (or relationship) from `firstRow` on.
struct PropertyColumn: Sendable {
  /// The values by type; a column whose rows differ in type is mixed.
  enum Storage: Sendable {
    case integers([Int64])
    case floats([Double])
    case booleans([Bool])
    case dates([CalendarDate])
    /// Each row is the number of its text in the pool, `UInt32.max` when it has none.
    case strings([UInt32], TextPool)
    case mixed([Value])
  }

  let firstRow: Int
  let storage: Storage
  /// One bit per row of the column: set when the row has a value.
  let presence: BitSet

  /// The value in a row, null when there is none.
  func value(at row: Int) -> Value {
    let place = row - firstRow
    guard place >= 0, place < presence.count, presence[place] else { return .null }
    switch storage {
    case .integers(let values): return .integer(values[place])
    case .floats(let values): return .float(values[place])
    case .booleans(let values): return .boolean(values[place])
    case .dates(let values): return .date(values[place])
    case .strings(let codes, let pool): return pool.value(codes[place])
    case .mixed(let values): return values[place]
    }
  }

  /// Whether a row has a value.
  func hasValue(at row: Int) -> Bool {
    let place = row - firstRow
    return place >= 0 && place < presence.count && presence[place]
  }
}
