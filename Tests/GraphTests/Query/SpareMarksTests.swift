import Testing

@testable import Graph

@Suite("Marks of searches are used again")
struct SpareMarksTests {
  @Test("a search after another takes its marks, two at once take two")
  func again() {
    let spare = SpareMarks()
    let first = spare.take(count: 10)
    let second = spare.take(count: 10)
    #expect(first !== second)
    spare.give(first)
    #expect(spare.take(count: 20) !== first)
    #expect(spare.take(count: 10) === first)
  }

  @Test("what an earlier search reached is not reached in a later one")
  func forgotten() {
    let marks = SearchMarks(count: 4)
    var before = ReachedPlaces(marks)
    before.start(at: NodeID(0))
    let isNewBefore = before.reach(NodeID(1), by: RelationshipID(0), from: NodeID(0), keepsAll: false)
    #expect(isNewBefore)
    var after = ReachedPlaces(marks)
    after.start(at: NodeID(2))
    #expect(after.distance(of: NodeID(1)) == nil)
    let isNewAfter = after.reach(NodeID(1), by: RelationshipID(5), from: NodeID(2), keepsAll: false)
    #expect(isNewAfter)
  }
}
