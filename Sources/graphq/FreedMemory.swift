#if canImport(Glibc)
  import Glibc
#endif

/// What becomes of memory that was freed.
enum FreedMemory {
  /// Keeps it for what is made next, instead of giving it back to the system and asking for it anew page by page.
  static func keep() {
    #if canImport(Glibc)
      guard let symbol = dlsym(nil, "mallopt") else { return }
      let set = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
      let (trimThreshold, topPad, mapThreshold): (Int32, Int32, Int32) = (-1, -2, -3)
      _ = set(mapThreshold, 32 << 20)
      _ = set(trimThreshold, .max)
      _ = set(topPad, 4 << 20)
    #endif
  }

  /// Asks for large pages for what is made next: the system then hands out 2 MB at a time, and not 4 KB.
  static func useLargePages() {
    #if canImport(Glibc)
      let (size, page) = (31 << 20, 2 << 20)
      guard let room = malloc(size) else { return }
      let start = (Int(bitPattern: room) + page - 1) & ~(page - 1)
      let end = (Int(bitPattern: room) + size) & ~(page - 1)
      madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE)
      free(room)
    #endif
  }
}
