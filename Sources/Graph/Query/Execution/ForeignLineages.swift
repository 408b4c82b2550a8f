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
    let missing = max(0, arena.count - known[place].numbers.count)
    known[place].numbers.append(contentsOf: repeatElement(-1, count: missing))
    var result = batch
    for slot in slots {
      let column = batch[slot]
      result[slot] = .integers(
        known[place].numbers.withUnsafeMutableBufferPointer { numbers in
          (0..<batch.count).map { row in
            let foreign = Int(column.lineage(at: row))
            if foreign == LineageArena.none { return LineageArena.none }
            if numbers[foreign] < 0 { numbers[foreign] = own.number(of: Int64(foreign), in: arena) }
            return numbers[foreign]
          }
        })
    }
    return result
  }
}
