internal import Synchronization

/// Opens the files of a load: reading, checking and cutting one file needs nothing of another.
enum TableOpener {
  typealias Opened = Result<TableFile, LoadFailure>

  /// Opens files, the largest first; the results are in the order of the paths. O(bytes).
  static func open(_ paths: [String]) -> [Opened] {
    let opened = Mutex([Opened?](repeating: nil, count: paths.count))
    let sizes = paths.map { FileSystem.size(of: $0) }
    let order = paths.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    SharedWork.run(paths.count) { place in
      let file = TableFile.open(paths[order[place]])
      opened.withLock { $0[order[place]] = file }
    }
    return opened.withLock { $0.compactMap { $0 } }
  }
}
