/// A test of a relationship, or of the node it leads to, in plain memory: asking it counts no references. It may be asked for as
/// long as what it was made of is lent.
struct BareTest: BitwiseCopyable {
  /// How a value is kept, next to a bit that says whether there is one.
  private enum Kind: UInt8 {
    /// Four bytes, the number of a text; the bit is not looked at, since no text has a number too.
    case texts
    /// Four bytes, a day.
    case days
    /// Eight bytes.
    case integers
    /// One byte.
    case truths
    /// The bit is all there is.
    case bits
  }

  private let kind: Kind
  private let isOfNode: Bool
  private let isNegated: Bool
  private let firstRow: Int
  private let count: Int
  private let bits: UnsafeBufferPointer<UInt64>
  private let values: UnsafeRawPointer?
  private let wanted: Int64

  /// That a property is a text, by the numbers of the texts of a column.
  init(texts: UnsafeRawBufferPointer, firstRow: Int, wanted: UInt32, isOfNode: Bool) {
    let none = UnsafeBufferPointer<UInt64>(start: nil, count: 0)
    self.init(.texts, texts, texts.count / 4, none, firstRow, wanted: Int64(wanted), isOfNode: isOfNode)
  }

  /// That a property is a day.
  init(
    days: UnsafeRawBufferPointer, presence: UnsafeBufferPointer<UInt64>, firstRow: Int, wanted: Int32, isOfNode: Bool
  ) {
    self.init(.days, days, days.count / 4, presence, firstRow, wanted: Int64(wanted), isOfNode: isOfNode)
  }

  /// That a property is an integer.
  init(
    integers: UnsafeRawBufferPointer, presence: UnsafeBufferPointer<UInt64>, firstRow: Int, wanted: Int64,
    isOfNode: Bool
  ) {
    self.init(.integers, integers, integers.count / 8, presence, firstRow, wanted: wanted, isOfNode: isOfNode)
  }

  /// That a property is true, or false.
  init(
    truths: UnsafeRawBufferPointer, presence: UnsafeBufferPointer<UInt64>, firstRow: Int, wanted: Bool, isOfNode: Bool
  ) {
    self.init(.truths, truths, truths.count, presence, firstRow, wanted: wanted ? 1 : 0, isOfNode: isOfNode)
  }

  /// That a node is, or is not, among some: a bit for each node, or none at all.
  init(nodes: UnsafeBufferPointer<UInt64>, count: Int, isNegated: Bool) {
    self.init(.bits, UnsafeRawBufferPointer(nodes), count, nodes, 0, wanted: 0, isOfNode: true, isNegated: isNegated)
  }

  private init(
    _ kind: Kind, _ values: UnsafeRawBufferPointer, _ count: Int, _ bits: UnsafeBufferPointer<UInt64>, _ firstRow: Int,
    wanted: Int64, isOfNode: Bool, isNegated: Bool = false
  ) {
    self.kind = kind
    self.isOfNode = isOfNode
    self.isNegated = isNegated
    self.firstRow = firstRow
    self.bits = bits
    self.wanted = wanted
    self.count = count
    self.values = values.baseAddress
  }

  @inline(__always)
  func isTrue(of relationship: RelationshipID, _ node: NodeID) -> Bool { isTrue(of: relationship, node, kind) }

  /// How many of the relationships at some places of an adjacency it is true of.
  func count(in places: Range<Int>, of adjacency: Adjacency) -> Int64 {
    switch kind {
    case .bits: countOfMarked(adjacency.neighbours, places)
    case .texts: count(in: places, of: adjacency, .texts)
    case .days, .integers, .truths: count(in: places, of: adjacency, kind)
    }
  }

  /// - Parameter kind: how the values are kept; where it is known here, it is not asked again at every place.
  @inline(__always)
  private func count(in places: Range<Int>, of adjacency: Adjacency, _ kind: Kind) -> Int64 {
    var count: Int64 = 0
    for place in places {
      // Added without a branch, which would be guessed wrong as often as not.
      count &+= isTrue(of: adjacency.relationships[place], adjacency.neighbours[place], kind) ? 1 : 0
    }
    return count
  }

  /// How many of some nodes are, or are not, among those with a bit.
  private func countOfMarked(_ nodes: UnsafeBufferPointer<NodeID>, _ places: Range<Int>) -> Int64 {
    var count: UInt64 = 0
    if let bits = bits.baseAddress {
      for place in places {
        let node = nodes[place].index
        count &+= bits[node >> 6] >> UInt64(truncatingIfNeeded: node & 63) & 1
      }
    }
    return isNegated ? Int64(places.count) - Int64(count) : Int64(count)
  }

  @inline(__always)
  private func isTrue(of relationship: RelationshipID, _ node: NodeID, _ kind: Kind) -> Bool {
    let place = (isOfNode ? node.index : relationship.index) &- firstRow
    guard let values, UInt(bitPattern: place) < UInt(bitPattern: count) else { return isNegated }
    if kind == .texts { return holdsWanted(values, place, .texts) }
    let isSet = bits[place >> 6] >> UInt64(place & 63) & 1
    if kind == .bits { return (isSet == 1) != isNegated }
    return isSet & (holdsWanted(values, place, kind) ? 1 : 0) == 1
  }

  @inline(__always)
  private func holdsWanted(_ values: UnsafeRawPointer, _ place: Int, _ kind: Kind) -> Bool {
    switch kind {
    case .texts: values.load(fromByteOffset: place &* 4, as: UInt32.self) == UInt32(truncatingIfNeeded: wanted)
    case .days: values.load(fromByteOffset: place &* 4, as: Int32.self) == Int32(truncatingIfNeeded: wanted)
    case .integers: values.load(fromByteOffset: place &* 8, as: Int64.self) == wanted
    case .truths: Int64(values.load(fromByteOffset: place, as: UInt8.self)) == wanted
    case .bits: true
    }
  }
}

/// What a bare test can be made of.
enum BareTestSource {
  case column(PropertyColumn, wanted: Value, isOfNode: Bool)
  case texts(PropertyTest.Question.Texts)
  case nodes(BitSet, isNegated: Bool)

  /// Nil when values of that kind cannot be compared so.
  init?(_ column: PropertyColumn, wanted: Value, isOfNode: Bool) {
    switch (column.storage, wanted) {
    case (.integers, .integer), (.booleans, .boolean), (.dates, .date): break
    default: return nil
    }
    self = .column(column, wanted: wanted, isOfNode: isOfNode)
  }

  @inline(__always)
  func withBareTest<Result>(_ body: (BareTest) -> Result) -> Result {
    switch self {
    case .texts(let texts): texts.withBareTest(body)
    case .nodes(let nodes, let isNegated):
      nodes.withWords { body(BareTest(nodes: $0, count: nodes.count, isNegated: isNegated)) }
    case .column(let column, let wanted, let isOfNode):
      column.presence.withWords { column.withBareTest(wanted, presence: $0, isOfNode: isOfNode, body) }
    }
  }
}

extension PropertyColumn {
  fileprivate func withBareTest<Result>(
    _ wanted: Value, presence: UnsafeBufferPointer<UInt64>, isOfNode: Bool, _ body: (BareTest) -> Result
  ) -> Result {
    switch (storage, wanted) {
    case (.integers(let values), .integer(let wanted)):
      values.withUnsafeBytes {
        body(BareTest(integers: $0, presence: presence, firstRow: firstRow, wanted: wanted, isOfNode: isOfNode))
      }
    case (.booleans(let values), .boolean(let wanted)):
      values.withUnsafeBytes {
        body(BareTest(truths: $0, presence: presence, firstRow: firstRow, wanted: wanted, isOfNode: isOfNode))
      }
    case (.dates(let values), .date(let wanted)):
      values.withUnsafeBytes {
        body(
          BareTest(
            days: $0, presence: presence, firstRow: firstRow, wanted: wanted.dayNumber, isOfNode: isOfNode))
      }
    default: body(BareTest(nodes: UnsafeBufferPointer(start: nil, count: 0), count: 0, isNegated: false))
    }
  }
}

extension [BareTestSource] {
  /// Calls `body` with the test that all of them pass.
  func withTest<Result>(_ body: ((RelationshipID, NodeID) -> Bool) -> Result) -> Result {
    withBareTests { bare in
      switch bare.count {
      case 0: return body { _, _ in true }
      case 1:
        let only = bare[0]
        return body { only.isTrue(of: $0, $1) }
      default:
        return body { relationship, node in
          for test in bare where !test.isTrue(of: relationship, node) { return false }
          return true
        }
      }
    }
  }

  /// Calls `body` with the tests that must all be passed.
  func withBareTests<Result>(_ body: (UnsafeBufferPointer<BareTest>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: BareTest.self, capacity: count) { bare in
      fill(bare, from: 0) { body(UnsafeBufferPointer(bare)) }
    }
  }

  private func fill<Result>(
    _ bare: UnsafeMutableBufferPointer<BareTest>, from place: Int, _ body: () -> Result
  ) -> Result {
    if place == count { return body() }
    return self[place].withBareTest {
      bare.initializeElement(at: place, to: $0)
      return fill(bare, from: place + 1, body)
    }
  }
}

extension PropertyTest.Question.Texts {
  /// The properties of a relationship are in its own row, whichever claims the view shows.
  var readsOwnRows: Bool { isOfNode || view.strongestClaims.isEmpty }

  @inline(__always)
  func withBareTest<Result>(_ body: (BareTest) -> Result) -> Result {
    numbers.withUnsafeBytes { body(BareTest(texts: $0, firstRow: firstRow, wanted: wanted, isOfNode: isOfNode)) }
  }
}
