#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Memory for many elements whose bytes are all zero at first: the system gives a page when it is first written, so that room for
/// every node costs nothing where few nodes are looked at.
final class ZeroedBuffer<Element: BitwiseCopyable> {
  private let memory: UnsafeMutablePointer<Element>
  let count: Int

  /// Makes room for so many elements. O(1).
  init(count: Int) {
    self.count = count
    guard let room = calloc(max(1, count), MemoryLayout<Element>.stride) else { fatalError("no memory") }
    memory = room.bindMemory(to: Element.self, capacity: max(1, count))
  }

  deinit { free(memory) }

  /// Where the elements are, for loops that must be fast; valid as long as this is kept.
  var start: UnsafeMutablePointer<Element> { memory }

  /// An element; the index must be below `count`.
  subscript(index: Int) -> Element {
    @inline(__always) get { memory[index] }
    @inline(__always) set { memory[index] = newValue }
  }

  /// Makes all bytes zero again. O(count).
  func clear() { memset(memory, 0, count * MemoryLayout<Element>.stride) }
}
