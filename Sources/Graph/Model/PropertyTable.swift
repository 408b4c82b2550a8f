/// The properties of all nodes, or of all relationships: one column per key.
struct PropertyTable: Sendable {
  /// By key number; nil where no row has the key.
  let columns: [PropertyColumn?]

  func column(_ key: KeyID) -> PropertyColumn? {
    key.index < columns.count ? columns[key.index] : nil
  }

  /// The value of a key in a row, null when there is none. O(1).
  func value(_ key: KeyID, at row: Int) -> Value {
    column(key)?.value(at: row) ?? .null
  }

  /// The keys that have a value in a row, in the order the keys were first seen.
  func keys(at row: Int) -> [KeyID] {
    columns.indices.lazy.filter { columns[$0]?.hasValue(at: row) ?? false }.map { KeyID(index: $0) }
  }
}
