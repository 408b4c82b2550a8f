internal import Synchronization

/// Opens the files of a load: reading, checking and cutting one file needs nothing of another.
enum TableOpener {
  typealias Opened = Result<TableFile, LoadFailure>

  /// So many bytes beside the largest file make threads pay: they take the memory they need from the same system, page by page.
  private static let worthThreads = 1 << 20

  /// Opens files, the largest first; the results are in the order of the paths. O(bytes).
  static func open(_ paths: [String]) -> [Opened] {
    let opened = Mutex([Opened?](repeating: nil, count: paths.count))
    let sizes = sizes(paths)
    let order = paths.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    let rest = order.dropFirst().reduce(0) { $0 + sizes[$1] }
    SharedWork.run(paths.count, isLarge: rest > worthThreads) { place in
      let file = TableFile.open(paths[order[place]])
      opened.withLock { $0[order[place]] = file }
    }
    return opened.withLock { $0.compactMap { $0 } }
  }

  private static func sizes(_ paths: [String]) -> [Int] {
    let found = Mutex([Int](repeating: 0, count: paths.count))
    let blocks = stride(from: 0, to: paths.count, by: 32).map { $0..<min(paths.count, $0 + 32) }
    SharedWork.run(blocks.count) { number in
      let sizes = blocks[number].map { FileSystem.size(of: paths[$0]) }
      found.withLock { $0.replaceSubrange(blocks[number], with: sizes) }
    }
    return found.withLock { $0 }
  }
}
