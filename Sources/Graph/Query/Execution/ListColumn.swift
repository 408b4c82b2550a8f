internal import Synchronization

/// A column of lists whose elements stand one after the other in one compact column.
///
/// The lists themselves are made when somebody asks for one, all at once, so that a list that is asked for again is the same.
struct ListColumn {
  /// By row, the number of its list.
  private(set) var places: [Int32]
  let lists: ListPool

  /// The lists of a pool, one a row, in order.
  init(_ lists: ListPool) {
    self.lists = lists
    places = (0..<Int32(lists.count)).map { $0 }
  }

  func value(at row: Int) -> Value { lists.values[Int(places[row])] }

  var values: [Value] {
    let values = lists.values
    return places.mapped { values[Int($0)] }
  }

  func gathered(_ rows: [Int32]) -> ListColumn {
    var column = self
    column.places = rows.mapped { places[Int($0)] }
    return column
  }

  /// How many elements each list has.
  var lengths: Vector { .integers(places.mapped { Int64(lists.range(Int($0)).count) }) }

  /// The elements of all rows one after the other, and how many each row has.
  var elements: (column: Vector, counts: [Int]) {
    let counts = places.mapped { lists.range(Int($0)).count }
    if lists.areAll(places) { return (lists.elements, counts) }
    var rows: [Int32] = []
    rows.reserveCapacity(counts.reduce(0, +))
    for place in places { for element in lists.range(Int(place)) { rows.append(Int32(truncatingIfNeeded: element)) } }
    return (lists.elements.gathered(rows), counts)
  }
}

/// Lists that have their elements in one column.
final class ListPool: Sendable {
  let elements: Vector
  /// Where each list starts, and at the last place where the last one ends.
  private let starts: [Int32]
  private let made = Mutex<[Value]?>(nil)

  /// Makes lists of the elements of a column, in order; nil where the column has no compact form.
  ///
  /// - Parameter counts: how many elements each list has.
  init?(_ elements: Vector, counts: [Int]) {
    switch elements {
    case .nodes, .relationships, .integers, .texts: break
    default: return nil
    }
    guard let total = Int32(exactly: counts.reduce(0, +)) else { return nil }
    var starts: [Int32] = []
    starts.reserveCapacity(counts.count + 1)
    var start: Int32 = 0
    for count in counts {
      starts.append(start)
      start += Int32(truncatingIfNeeded: count)
    }
    starts.append(total)
    self.elements = elements
    self.starts = starts
  }

  var count: Int { starts.count - 1 }

  func range(_ list: Int) -> Range<Int> { Int(starts[list])..<Int(starts[list + 1]) }

  /// Calls `body` with the bytes that the elements of a list take in their column.
  func withBytes<Result>(of list: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    func bytes<Element: BitwiseCopyable>(_ elements: [Element]) -> Result {
      elements.withUnsafeBufferPointer { elements in
        let bytes = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: elements[range(list)]))
        return bytes.withMemoryRebound(to: UInt8.self, body)
      }
    }
    switch elements {
    case .nodes(let nodes): return bytes(nodes)
    case .relationships(let relationships): return bytes(relationships)
    case .integers(let integers): return bytes(integers)
    case .texts(let numbers, _): return bytes(numbers)
    default: preconditionFailure("a pool has compact elements")
    }
  }

  /// Whether these are the numbers of all lists, in order.
  func areAll(_ numbers: [Int32]) -> Bool {
    guard numbers.count == count else { return false }
    for (place, number) in numbers.enumerated() where Int(number) != place { return false }
    return true
  }

  /// All lists as values.
  var values: [Value] {
    made.withLock { made in
      if let made { return made }
      let values = (0..<count).map { list in Value.list(range(list).map { elements.value(at: $0) }) }
      made = values
      return values
    }
  }
}
