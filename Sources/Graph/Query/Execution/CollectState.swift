/// The values of each group as a list, nulls left out.
final class CollectState: AggregateState {
  private var count = 0
  /// The group of each value, and the values in the order they came.
  private var groups: [Int32] = []
  private var parts: [(vector: Vector, count: Int)] = []

  func reach(_ groups: Int) { count = max(count, groups) }

  func add(_ input: AggregateInput) {
    guard let argument = input.argument else { return }
    let rows = input.groups.indices.filter { !argument.isNull(at: $0) }
    if rows.isEmpty { return }
    if rows.count == input.groups.count {
      groups.append(contentsOf: input.groups)
      parts.append((argument, rows.count))
    } else {
      groups.append(contentsOf: rows.lazy.map { input.groups[$0] })
      parts.append((argument.gathered(rows.map { Int32(truncatingIfNeeded: $0) }), rows.count))
    }
  }

  func results() -> Vector {
    let (elements, counts) = byGroup()
    if let lists = ListPool(elements, counts: counts) { return .lists(ListColumn(lists)) }
    let values = elements.values(count: groups.count)
    var (lists, start): ([Value], Int) = ([], 0)
    lists.reserveCapacity(count)
    for count in counts {
      lists.append(.list(Array(values[start..<start + count])))
      start += count
    }
    return .values(lists)
  }

  /// The values group by group, and how many each group has.
  private func byGroup() -> (elements: Vector, counts: [Int]) {
    var counts = [Int](filledWith: 0, count: count)
    var (isSorted, last): (Bool, Int32) = (true, 0)
    for group in groups {
      counts[Int(group)] += 1
      isSorted = isSorted && group >= last
      last = group
    }
    let elements = Vector.joined(parts)
    if isSorted { return (elements, counts) }
    var (next, start): ([Int], Int) = ([], 0)
    for count in counts {
      next.append(start)
      start += count
    }
    var rows = [Int32](filledWith: 0, count: groups.count)
    for (row, group) in groups.enumerated() {
      rows[next[Int(group)]] = Int32(truncatingIfNeeded: row)
      next[Int(group)] += 1
    }
    return (elements.gathered(rows), counts)
  }

  func forget() { (count, groups, parts) = (0, [], []) }
}
