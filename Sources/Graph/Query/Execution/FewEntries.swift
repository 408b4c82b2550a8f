internal import Synchronization

/// An entry for each of a few keys, made when it is asked for first; all are let go when there would be more.
final class FewEntries<Key: Hashable & Sendable, Entry: Sendable>: Sendable {
  private let most: Int
  private let make: @Sendable () -> Entry
  private let entries = Mutex<[Key: Entry]>([:])

  /// - Parameter most: how many entries there may be.
  init(most: Int, _ make: @escaping @Sendable () -> Entry) { (self.most, self.make) = (most, make) }

  subscript(key: Key) -> Entry {
    entries.withLock { entries in
      if let known = entries[key] { return known }
      if entries.count >= most { entries.removeAll() }
      let entry = make()
      entries[key] = entry
      return entry
    }
  }
}
