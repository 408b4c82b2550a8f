/// A test of a relationship, or of the node it leads to, in plain memory: asking it counts no references. It may be asked for as
/// long as what it was made of is lent.
struct BareTest: BitwiseCopyable {
  /// The numbers of texts, one of which is wanted where the bit is set; nil when the bits alone say.
  private let numbers: UnsafeBufferPointer<UInt32>?
  private let bits: UnsafeBufferPointer<UInt64>
  private let firstRow: Int
  private let count: Int
  private let wanted: UInt32
  private let isOfNode: Bool
  private let isNegated: Bool

  /// That a property is a certain text.
  init(
    numbers: UnsafeBufferPointer<UInt32>, presence: UnsafeBufferPointer<UInt64>, firstRow: Int, wanted: UInt32,
    isOfNode: Bool
  ) {
    self.numbers = numbers
    bits = presence
    self.firstRow = firstRow
    count = numbers.count
    self.wanted = wanted
    self.isOfNode = isOfNode
    isNegated = false
  }

  /// That a node is, or is not, among some.
  init(nodes: UnsafeBufferPointer<UInt64>, count: Int, isNegated: Bool) {
    numbers = nil
    bits = nodes
    firstRow = 0
    self.count = count
    wanted = 0
    isOfNode = true
    self.isNegated = isNegated
  }

  @inline(__always)
  func isTrue(of relationship: RelationshipID, _ node: NodeID) -> Bool {
    let place = (isOfNode ? node.index : relationship.index) - firstRow
    guard place >= 0 && place < count else { return isNegated }
    let isSet = bits[place >> 6] >> UInt64(place & 63) & 1
    guard let numbers else { return (isSet == 1) != isNegated }
    return isSet & (numbers[place] == wanted ? 1 : 0) == 1
  }
}

/// What a bare test can be made of.
enum BareTestSource {
  case texts(PropertyTest.Question.Texts)
  case nodes(BitSet, isNegated: Bool)

  @inline(__always)
  func withBareTest<Result>(_ body: (BareTest) -> Result) -> Result {
    switch self {
    case .texts(let texts): texts.withBareTest(body)
    case .nodes(let nodes, let isNegated):
      nodes.withWords { body(BareTest(nodes: $0, count: nodes.count, isNegated: isNegated)) }
    }
  }
}

extension [BareTestSource] {
  /// Calls `body` with the test that all of them pass.
  func withTest<Result>(_ body: ((RelationshipID, NodeID) -> Bool) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: BareTest.self, capacity: count) { bare in
      fill(bare, from: 0) {
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
    numbers.withUnsafeBufferPointer { numbers in
      presence.withWords { presence in
        body(
          BareTest(numbers: numbers, presence: presence, firstRow: firstRow, wanted: wanted, isOfNode: isOfNode))
      }
    }
  }
}
