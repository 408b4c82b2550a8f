import Testing

@testable import Graph

@Suite("A column gathers values in any order")
struct ColumnBuilderTests {
  private static let values: [Value] = [
    .integer(1), .float(0.5), .boolean(true), .date(CalendarDate(dayNumber: 7)), .string("text"), .list([.integer(1)]),
  ]

  @Test("one kind of value, ascending and descending rows", arguments: values)
  func oneKind(_ value: Value) {
    let builder = ColumnBuilder()
    for row in [5, 7, 3] { builder.set(row, value) }
    let column = builder.column()
    #expect((0..<9).map { column?.value(at: $0) ?? .null } == (0..<9).map { [3, 5, 7].contains($0) ? value : .null })
  }

  @Test("several kinds make it mixed, and each value stays what it was")
  func mixed() {
    let builder = ColumnBuilder()
    for (row, value) in ColumnBuilderTests.values.enumerated() { builder.set(row, value) }
    #expect(ColumnBuilderTests.values.indices.map { builder.column()?.value(at: $0) } == ColumnBuilderTests.values)
  }

  @Test("a removed value is gone, a row set again has the new one, null changes nothing")
  func changes() {
    let builder = ColumnBuilder()
    builder.set(0, .string("a"))
    builder.set(1, .string("b"))
    builder.remove(0)
    builder.remove(9)
    builder.set(1, .string("c"))
    builder.set(1, .null)
    #expect(builder.value(at: 0).isNull)
    #expect(builder.value(at: 1) == .string("c"))
  }

  @Test("no values, no column")
  func empty() { #expect(ColumnBuilder().column().map(\.firstRow) == nil) }

  @Test("agrees with a dictionary on random rows and kinds", arguments: 0..<100)
  func random(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let kinds = Int.random(in: 1...ColumnBuilderTests.values.count, using: &random)
    let builder = ColumnBuilder()
    var expected: [Int: Value] = [:]
    for _ in 0..<40 {
      let row = Int.random(in: 0..<30, using: &random)
      let value = ColumnBuilderTests.values[Int.random(in: 0..<kinds, using: &random)]
      builder.set(row, value)
      expected[row] = value
    }
    #expect((0..<30).map { builder.column()?.value(at: $0) ?? .null } == (0..<30).map { expected[$0] ?? .null })
  }
}
