#if canImport(Glibc)
  import Glibc

  /// Of `malloc.h`, which the module of the C library leaves out; not looked up by name, so that it is there in a static program.
  @_silgen_name("mallopt") private func mallopt(_ parameter: Int32, _ value: Int32) -> Int32
#endif

/// What becomes of memory that was freed.
enum FreedMemory {
  /// Keeps it for what is made next, instead of giving it back to the system and asking for it anew page by page.
  static func keep() {
    #if canImport(Glibc)
      let (trimThreshold, topPad, mapThreshold): (Int32, Int32, Int32) = (-1, -2, -3)
      _ = mallopt(mapThreshold, 32 << 20)
      _ = mallopt(trimThreshold, .max)
      _ = mallopt(topPad, 4 << 20)
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
