import Testing

@testable import Graph

@Suite("The nearest name")
struct NearestNameTests {
  @Test(
    arguments: [
      ("Oldamt", ["Oldambt", "Midden-Groningen"], "Oldambt"), ("persn", ["person", "parson"], "person"),
      ("Froum", ["Forum", "Form"], "Forum"), ("forum", ["Forum"], "Forum"), ("Forum", ["Forum"], nil),
      ("x", ["y", "zz"], "y"), ("xq", ["zz"], nil), ("Aa en Hunze", ["Aa en Hunte"], "Aa en Hunte"),
      ("Municipality", ["Role"], nil),
      ("", ["a"], "a"), ("abcdefghijkl", ["abcdefgh"], nil), ("level", [], nil),
    ] as [(String, [String], String?)])
  func nearest(_ name: String, candidates: [String], expected: String?) {
    #expect(NearestName.nearest(to: name, in: candidates) == expected)
  }

  @Test("of equally near names the first is taken")
  func tie() {
    #expect(NearestName.nearest(to: "GM0016", in: ["GM0014", "GM0017"]) == "GM0014")
  }

  @Test(
    "distances",
    arguments: [("", "abc", 3), ("kitten", "sitting", 3), ("ab", "ba", 1), ("abcd", "acbd", 1), ("same", "same", 0)])
  func distance(_ left: String, _ right: String, expected: Int) {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    #expect(EditDistance.between(left, right, atMost: 3) == expected)
    #expect(EditDistance.between(left, right, atMost: expected - 1) == nil)
  }
}
