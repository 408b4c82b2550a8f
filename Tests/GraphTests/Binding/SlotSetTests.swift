import Testing

@testable import Graph

@Suite("Sets of slots")
struct SlotSetTests {
  private func slots(_ indices: [Int]) -> SlotSet { SlotSet(indices.map { Slot(index: $0) }) }

  @Test("they are what sets of numbers are, beyond 64 slots too", arguments: 0..<60)
  func likeSets(seed: UInt64) {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func numbers() -> [Int] {
      (0..<Int(seed % 7)).map { _ in
        random ^= random << 13
        random ^= random >> 7
        random ^= random << 17
        return Int(random % (seed % 2 == 0 ? 64 : 300))
      }
    }
    let (a, b) = (numbers(), numbers())
    let (left, right) = (slots(a), slots(b))
    func indices(_ set: SlotSet) -> [Int] { set.map(\.index) }
    #expect(indices(left) == Set(a).sorted())
    #expect(left.count == Set(a).count)
    #expect(indices(left.union(right)) == Set(a).union(b).sorted())
    #expect(indices(left.intersection(right)) == Set(a).intersection(b).sorted())
    #expect(indices(left.subtracting(right)) == Set(a).subtracting(b).sorted())
    #expect(left.isDisjoint(with: right) == Set(a).isDisjoint(with: b))
    #expect(left.isSubset(of: right) == Set(a).isSubset(of: b))
    #expect((left == right) == (Set(a) == Set(b)))
    #expect(a.allSatisfy { left.contains(Slot(index: $0)) })
    #expect(!left.contains(Slot(index: 1000)))
  }

  @Test("what is taken out leaves no trace")
  func remove() {
    var set = slots([3, 200])
    set.remove(Slot(index: 200))
    #expect(set == slots([3]))
    set.remove(Slot(index: 3))
    #expect(set.isEmpty)
    #expect(set == [])
  }
}
