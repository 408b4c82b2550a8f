/// Renumbers what the rows of other threads rest on: each thread has an arena of its own.
final class ForeignLineages {
  private let slots: [Slot]
  private let context: ExecutionContext
  /// By arena, the numbers here of those there; -1 where nobody asked.
  private var known: [(arena: LineageArena, numbers: [Int64])] = []

  /// - Parameters:
  ///   - slots: where rows carry what they rest on.
  ///   - context: whose arena has the numbers that are wanted.
  init(_ slots: [Slot], _ context: ExecutionContext) {
    self.slots = slots
    self.context = context
  }

  /// The arenas of other threads start over.
  func forget() { known = [] }

  /// The same rows, with numbers of this arena.
  func translated(_ batch: Batch, from other: ExecutionContext) -> Batch {
    guard !slots.isEmpty, other !== context, let own = context.lineages, let arena = other.lineages else {
      return batch
    }
    let place = known.firstIndex { $0.arena === arena } ?? known.count
    if place == known.count { known.append((arena, [])) }
    var numbers = known[place].numbers
    known[place].numbers = []
    defer { known[place].numbers = numbers }
    var result = batch
    for slot in slots {
      let column = batch[slot]
      result[slot] = .integers((0..<batch.count).map { own.number(of: column.lineage(at: $0), in: arena, &numbers) })
    }
    return result
  }
}

extension LineageArena {
  /// - Parameter known: by number there, those that are known here.
  fileprivate func number(of foreign: Int64, in other: LineageArena, _ known: inout [Int64]) -> Int64 {
    if known.count <= foreign { known += repeatElement(-1, count: Int(foreign) + 1 - known.count) }
    if known[Int(foreign)] < 0 { known[Int(foreign)] = number(of: foreign, in: other) }
    return known[Int(foreign)]
  }
}
