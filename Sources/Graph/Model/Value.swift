/// A value of the query language.
///
/// `==` and hashing follow grouping, as DISTINCT and aggregation need it: null equals null, NaN equals NaN, 1 equals 1.0.
/// The comparisons of the language, where null is unknown, are `Value.equals` and `Value.compare`.
public enum Value: Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case string(String)
  case date(CalendarDate)
  case duration(CalendarDuration)
  case list([Value])
  case map(ValueMap)
  case node(NodeID)
  case relationship(RelationshipID)
  case path(PathValue)

  /// True for `null`.
  public var isNull: Bool { if case .null = self { true } else { false } }
}

/// A map of the query language, its keys in the order they were written.
public struct ValueMap: Sendable {
  /// Keys and values in order; no key occurs twice.
  public private(set) var entries: [(key: String, value: Value)]

  /// Makes a map; of equal keys the last value stays, at the first place.
  public init(_ entries: [(key: String, value: Value)] = []) {
    let repeatsKey = entries.indices.contains { place in entries[..<place].contains { $0.key == entries[place].key } }
    self.entries = repeatsKey ? [] : entries
    guard repeatsKey else { return }
    self.entries.reserveCapacity(entries.count)
    for entry in entries { self[entry.key] = entry.value }
  }

  /// The value of a key, nil when there is none. O(n) in the number of keys.
  public subscript(key: String) -> Value? {
    get { entries.first { $0.key == key }?.value }
    set {
      let place = entries.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): entries[place].value = value
      case (let place?, nil): entries.remove(at: place)
      case (nil, let value?): entries.append((key, value))
      case (nil, nil): break
      }
    }
  }

  var sortedEntries: [(key: String, value: Value)] { entries.sorted { $0.key < $1.key } }
}

/// A walk through the graph: one node more than relationships.
public struct PathValue: Hashable, Sendable {
  /// The nodes in walking order.
  public var nodes: [NodeID]
  /// The relationships in walking order; each joins the nodes at its place and the next, in either direction.
  public var relationships: [RelationshipID]
}
