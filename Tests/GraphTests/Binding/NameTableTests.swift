import Testing

@testable import Graph

@Suite("Values by name")
struct NameTableTests {
  @Test("a name has the value it was given last, among few names and many", arguments: [1, 5, 16, 17, 18, 100])
  func lastValue(count: Int) {
    var table = NameTable<Int>()
    for number in 0..<count { table.set("n\(number)", number) }
    for number in stride(from: 0, to: count, by: 3) { table.set("n\(number)", -number) }
    for number in 0..<count { #expect(table["n\(number)"] == (number % 3 == 0 ? -number : number)) }
    #expect(table["n\(count)"] == nil)
    #expect(table.names.sorted() == (0..<count).map { "n\($0)" }.sorted())
  }

  @Test("a copy goes its own way", arguments: [3, 40])
  func copies(count: Int) {
    var table = NameTable<Int>()
    for number in 0..<count { table.set("n\(number)", number) }
    let copy = table
    table.set("n0", 7)
    table.set("new", 8)
    #expect(copy["n0"] == 0)
    #expect(copy["new"] == nil)
  }

  @Test("a set takes a name once, however its accents are written")
  func sets() {
    var names = NameSet()
    let (first, second) = (names.insert("caf\u{E9}"), names.insert("cafe\u{301}"))
    #expect(first && !second)
    #expect(names.names.count == 1)
  }
}
