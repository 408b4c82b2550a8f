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
}
