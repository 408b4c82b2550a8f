/// Finds values in a long list by hashing; the table is kept while the same list is asked about.
///
/// Building is O(elements), a question O(1), but O(lists and maps among the elements) for a list or a map.
final class MemberTable {
  /// The length from which a table is faster than looking at every element.
  static let worthwhile = 16

  /// The list the table was made of; holding it keeps its storage from being used for another.
  private var items: [Value] = []
  private var plain: Set<Value> = []
  /// Lists and maps may hold null, so that they are compared one by one.
  private var composite: [Value] = []
  private var hasNull = false

  /// `value IN items` of the language.
  func contains(_ value: Value, in items: [Value]) -> Value {
    if !isTable(of: items) { build(items) }
    switch value {
    case .null: return items.isEmpty ? .boolean(false) : .null
    case .float(let number) where number.isNaN: return hasNull ? .null : .boolean(false)
    case .list, .map: return containsComposite(value)
    default: return plain.contains(value) ? .boolean(true) : hasNull ? .null : .boolean(false)
    }
  }

  /// Whether the table is that of a list.
  func isTable(of other: [Value]) -> Bool {
    items.count == other.count
      && items.withUnsafeBufferPointer { own in
        other.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress }
      }
  }

  private func build(_ items: [Value]) {
    self.items = items
    plain = Set(minimumCapacity: items.count)
    composite = []
    hasNull = false
    for item in items {
      switch item {
      case .null: hasNull = true
      case .list, .map: composite.append(item)
      default: plain.insert(item)
      }
    }
  }

  private func containsComposite(_ value: Value) -> Value {
    var isUnknown = hasNull
    for item in composite {
      switch Value.equals(value, item) {
      case true?: return .boolean(true)
      case nil: isUnknown = true
      case false?: break
      }
    }
    return isUnknown ? .null : .boolean(false)
  }
}
