internal import Synchronization

/// Rooms for the marks of searches that are over: the next search takes one, instead of one that must first be made zero for every
/// node. The numbers of searches go on counting, so that old marks mean nothing.
final class SpareMarks: Sendable {
  /// So many places are kept marks for: 128 MB.
  private static let most = 1 << 23

  private let spare: Mutex<[SearchMarks]> = Mutex([])

  /// A room for so many places.
  func take(count: Int) -> SearchMarks {
    spare.withLock { spare in
      spare.firstIndex { $0.count == count }.map { spare.remove(at: $0) }
    } ?? SearchMarks(count: count)
  }

  /// Takes back a room that nobody uses any more.
  func give(_ marks: SearchMarks) {
    spare.withLock { spare in
      if spare.reduce(marks.count, { $0 + $1.count }) <= SpareMarks.most { spare.append(marks) }
    }
  }
}
