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
    var result = batch
    for slot in slots {
      result[slot] = .integers((0..<batch.count).map { number(batch[slot].lineage(at: $0), at: place, own) })
    }
    return result
  }

  private func number(_ foreign: Int64, at place: Int, _ own: LineageArena) -> Int64 {
    if known[place].numbers.count <= foreign {
      known[place].numbers += repeatElement(-1, count: Int(foreign) + 1 - known[place].numbers.count)
    }
    if known[place].numbers[Int(foreign)] < 0 {
      known[place].numbers[Int(foreign)] = own.number(of: foreign, in: known[place].arena)
    }
    return known[place].numbers[Int(foreign)]
  }
}
