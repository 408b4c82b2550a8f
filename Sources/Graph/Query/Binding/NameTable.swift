/// Values by name. A statement has few names: they are compared one by one, and only where there are many is it looked up where
/// one stands.
struct NameTable<Value: Sendable>: Sendable {
  private struct Entry {
    let name: String
    var value: Value
  }

  private var entries: [Entry] = []
  /// By name, the place of its entry; nil while there are few.
  private var places: [String: Int]?

  /// Up to so many names are compared one by one.
  private static var few: Int { 16 }

  /// The names, in no particular order.
  var names: [String] {
    var names: [String] = []
    names.reserveCapacity(entries.count)
    for entry in entries { names.append(entry.name) }
    return names
  }

  /// The value of a name, nil when it has none.
  subscript(name: String) -> Value? { place(of: name).map { entries[$0].value } }

  func contains(_ name: String) -> Bool { place(of: name) != nil }

  private func place(of name: String) -> Int? {
    if let places { return places[name] }
    for place in entries.indices where entries[place].name == name { return place }
    return nil
  }

  /// Gives a name a value, in place of an older one.
  mutating func set(_ name: String, _ value: Value) {
    if let place = place(of: name) {
      entries[place].value = value
      return
    }
    if entries.capacity == 0 { entries.reserveCapacity(NameTable.few / 2) }
    entries.append(Entry(name: name, value: value))
    if places != nil {
      places?[name] = entries.count - 1
    } else if entries.count > NameTable.few {
      places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.name, $0) })
    }
  }
}

/// Some names.
typealias NameSet = NameTable<Void>

extension NameTable<Void> {
  /// Adds a name; false when it is there already.
  @discardableResult
  mutating func insert(_ name: String) -> Bool {
    if contains(name) { return false }
    set(name, ())
    return true
  }
}
