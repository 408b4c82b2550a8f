import Synchronization
import Testing

@testable import Graph

/// Work on other threads, which wait for the next work when they are done.
@Suite("Work on more threads")
struct WorkerTests {
  @Test("every piece is done once, however often there is work")
  func again() {
    for _ in 0..<2000 {
      let sum = Atomic(0)
      SharedWork.run(5) { sum.add(1 << (8 * $0), ordering: .relaxed) }
      #expect(sum.load(ordering: .relaxed) == 0x01_01_01_01_01)
    }
  }

  @Test("work may be shared within shared work")
  func nested() {
    for _ in 0..<200 {
      let sum = Atomic(0)
      SharedWork.run(6) { outer in SharedWork.run(6) { sum.add(outer * 6 + $0, ordering: .relaxed) } }
      #expect(sum.load(ordering: .relaxed) == (0..<36).reduce(0, +))
    }
  }

  @Test("many ask at once, and nobody waits for ever")
  func many() async {
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        group.addTask {
          for time in 0..<50 {
            let made = Background { number * 100 + time }
            let sum = Atomic(0)
            SharedWork.run(4) { sum.add($0, ordering: .relaxed) }
            #expect(sum.load(ordering: .relaxed) == 6)
            #expect(made.wait() == number * 100 + time)
          }
        }
      }
    }
  }

  @Test("work is done when it was waited for, and once it was dropped it never begins")
  func dropped() {
    for _ in 0..<300 {
      let begun = Atomic(0)
      let ended = Atomic(0)
      withoutActuallyEscaping({ @Sendable in
        begun.add(1, ordering: .relaxed)
        for _ in 0..<10_000 { begun.add(0, ordering: .relaxed) }
        ended.add(1, ordering: .relaxed)
      }) { Worker($0)?.finishOrDrop() }
      let seen = begun.load(ordering: .relaxed)
      #expect(seen <= 1 && ended.load(ordering: .relaxed) == seen)
    }
  }
}
