/// Numbers lists of one compact kind by the bytes that their elements take: equal lists, equal number.
struct ListTable {
  private var table = TextTable()
  /// Where each list that has a number was seen first.
  private var first: [(pool: ListPool, list: Int)] = []

  /// The numbers of the lists of a column; nil when they take too much room. O(elements).
  mutating func numbers(of column: ListColumn) -> [UInt32]? {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(column.places.count)
    for place in column.places {
      let list = Int(place)
      guard table.bytes.count + 8 * column.lists.range(list).count < Int(UInt32.max) else { return nil }
      let number = column.lists.withBytes(of: list) { table.intern($0) }
      if number == first.count { first.append((column.lists, list)) }
      numbers.append(UInt32(number))
    }
    return numbers
  }

  /// The list with a number.
  func value(_ number: UInt32) -> Value {
    let (pool, list) = first[Int(number)]
    return pool.values[list]
  }
}
