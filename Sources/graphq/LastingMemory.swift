/// What stays in memory until the process ends.
enum LastingMemory {
  private final class Holder<Held> {
    let held: Held
    init(_ held: Held) { self.held = held }
  }

  /// Keeps a value, so that the process can end without taking it apart piece by piece.
  static func keep<Held>(_ value: Held) { _ = Unmanaged.passRetained(Holder(value)) }
}
