internal import Synchronization

/// Opens the files of a load, on two threads when there are several: reading, checking and cutting one file needs nothing of
/// another.
final class TableOpener: Sendable {
  typealias Opened = Result<TableFile, LoadFailure>

  private let paths: [String]
  private let next = Atomic<Int>(0)
  private let opened: Mutex<[Opened?]>

  private init(_ paths: [String]) {
    self.paths = paths
    opened = Mutex(Array(repeating: nil, count: paths.count))
  }

  /// Opens files; the results are in the order of the paths. O(bytes).
  static func open(_ paths: [String]) -> [Opened] {
    let opener = TableOpener(paths)
    let helper = paths.count > 1 ? Worker { opener.openRest() } : nil
    opener.openRest()
    helper?.wait()
    return opener.opened.withLock { $0.compactMap { $0 } }
  }

  /// Opens one file after another that nobody has begun with.
  private func openRest() {
    while true {
      let number = next.add(1, ordering: .relaxed).oldValue
      guard number < paths.count else { return }
      let file = TableFile.open(paths[number])
      opened.withLock { $0[number] = file }
    }
  }
}
