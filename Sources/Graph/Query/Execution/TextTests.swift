/// That properties of a relationship, or of the node it leads to, are certain texts: quick enough to be asked for each neighbour
/// that a step looks at.
struct TextTests {
  private let first: PropertyTest.Question.Texts?
  private let second: PropertyTest.Question.Texts?
  /// None of the tests is left out.
  let areAll: Bool

  /// The first two of some tests that compare texts, ready to be asked for the rows of a batch; what is left out must be asked
  /// behind the step.
  init(_ tests: [PropertyTest], for batch: Batch) throws(QueryError) {
    var texts: [PropertyTest.Question.Texts] = []
    for test in tests {
      if let text = try test.question(for: batch).texts, text.readsOwnRows { texts.append(text) }
    }
    first = texts.first
    second = texts.dropFirst().first
    areAll = texts.count == tests.count && texts.count <= 2
  }

  var isEmpty: Bool { first == nil }

  /// Calls `body` with the test of a relationship and the node it leads to; it counts no references.
  @inline(__always)
  func withTest(_ body: ((RelationshipID, NodeID) -> Bool) -> Void) {
    guard let first else { return body { _, _ in true } }
    first.withBareTest { first in
      guard let second else { return body { first.isTrue(of: $0, $1) } }
      second.withBareTest { second in
        body { relationship, neighbour in
          let (one, two) = (first.isTrue(of: relationship, neighbour), second.isTrue(of: relationship, neighbour))
          return (one ? 1 : 0) & (two ? 1 : 0) == 1
        }
      }
    }
  }
}
