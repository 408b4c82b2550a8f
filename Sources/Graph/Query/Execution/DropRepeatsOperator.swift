/// Drops rows that are equal, in all that is read later, to the row before them in the same batch.
///
/// It is for rows that come next to each other because they differ in what nobody reads any more; others stay.
final class DropRepeatsOperator: StepOperator {
  override func next() throws(QueryError) -> Batch? {
    guard let batch = try input.next() else { return nil }
    var isNew = [Bool](repeating: false, count: batch.count)
    isNew[0] = true
    for slot in live {
      switch batch[slot] {
      case .absent, .constant: continue
      case .nodes(let nodes): DropRepeatsOperator.mark(nodes, &isNew)
      case .relationships(let relationships): DropRepeatsOperator.mark(relationships, &isNew)
      case .integers(let integers): DropRepeatsOperator.mark(integers, &isNew)
      case .truths(let truths): DropRepeatsOperator.mark(truths, &isNew)
      case .texts(let numbers, _): DropRepeatsOperator.mark(numbers, &isNew)
      case .picked(let places, _): DropRepeatsOperator.mark(places, &isNew)
      case .lists(let lists): DropRepeatsOperator.mark(lists.places, &isNew)
      case .values, .walks: return batch
      }
    }
    let rows = isNew.placesOfTrue
    return rows.count == batch.count ? batch : batch.gathered(rows, keeping: live)
  }

  /// Marks the rows whose element differs from the one before.
  private static func mark<Element: Equatable & BitwiseCopyable>(_ column: [Element], _ isNew: inout [Bool]) {
    column.withUnsafeBufferPointer { column in
      isNew.withUnsafeMutableBufferPointer { isNew in
        for row in 1..<max(1, column.count) where column[row] != column[row - 1] { isNew[row] = true }
      }
    }
  }
}

extension [Bool] {
  /// The places at which it is true.
  var placesOfTrue: [Int32] {
    [Int32](unsafeUninitializedCapacity: count) { places, count in
      for place in indices {
        places[count] = Int32(truncatingIfNeeded: place)
        count += self[place] ? 1 : 0
      }
    }
  }
}
