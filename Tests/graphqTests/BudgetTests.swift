import Testing

@testable import graphq

@Suite("Statements that would take too much")
struct BudgetTests {
  /// A landscape's nodes three times over: more combinations than anybody can wait for.
  private static let product = "MATCH (a:Party), (b:Party), (c:Party), (d:Party) RETURN count(*)"

  private func run(_ arguments: [String]) -> ToolRun { ToolRun(arguments + ["--at", "2026-11-21"]) }

  @Test("--timeout stops a statement, says so and leaves nothing on standard output")
  func timeout() {
    let run = run(["--timeout", "0.2", Self.product])
    #expect(run.code == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("error: Runtime BudgetError: the query took longer than 0.2 seconds (Timeout)"))
    #expect(run.errors.contains("--timeout"))
  }

  @Test("--max-rows stops an answer that is longer, not one as long")
  func rows() {
    let query = "UNWIND range(1, 5) AS x RETURN x"
    #expect(run(["--max-rows", "5", query]).code == 0)
    let refused = run(["--max-rows", "4", query])
    #expect(refused.code == 1)
    #expect(refused.output.isEmpty)
    #expect(refused.errors.hasPrefix("error: Runtime BudgetError: the answer has more than 4 rows (TooManyRows)"))
  }

  @Test(
    "--timeout stops a statement that makes a long list for each row",
    arguments: [
      "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y WITH x WHERE x < 0 RETURN x",
      "UNWIND range(1, 100000) AS x UNWIND range(x, x + 100000) AS y WITH x WHERE x < 0 RETURN x",
    ])
  func timeoutOfLists(query: String) {
    let run = run(["--timeout", "0.5", query])
    #expect(run.code == 1)
    #expect(run.errors.contains("--timeout"))
  }

  @Test("a limit that is no number is a mistake on the command line", arguments: ["--timeout", "--max-rows"])
  func badLimits(option: String) {
    for value in ["x", "-1", ""] { #expect(run([option, value, "RETURN 1"]).code == 64, "\(option) \(value)") }
  }

  @Test(
    "what is too long, too deep or too large is refused with one message",
    arguments: [
      ("RETURN '" + String(repeating: "x", count: 10_000_000) + "' AS x", "QueryTooLong"),
      (
        "RETURN " + String(repeating: "(", count: 50_000) + "1" + String(repeating: ")", count: 50_000),
        "NestingTooDeep"
      ),
      ("RETURN size(range(1, 1000000000000)) AS x", "NumberOutOfRange"),
      ("RETURN size(reduce(s = 'ab', x IN range(1, 99) | s + s)) AS x", "ValueTooLarge"),
    ])
  func refused(query: String, detail: String) {
    let run = run([query])
    #expect(run.code == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("(\(detail))"), "\(run.errors.prefix(300))")
    #expect(run.errors.utf8.count < 2_000)
  }

  @Test("a list of a hundred thousand elements is no problem")
  func longList() {
    let list = (0..<100_000).map { "'GM\($0)'" }.joined(separator: ", ")
    let run = run(["MATCH (m:Municipality) WHERE m.id IN [\(list)] RETURN count(*) > 0 AS some", "-f", "csv"])
    #expect(run.errors.isEmpty)
    #expect(run.output == "some\ntrue\n")
  }

  @Test("PROFILE shows for every step the rows and milliseconds, and how many rows the answer has")
  func profile() {
    let run = run(["PROFILE MATCH (f:Forum)-[:HANDLES]->(t) RETURN f.level AS level, count(*) AS n"])
    let steps = run.output.split(separator: "\n").filter { $0.contains(" ms") }
    #expect(steps.count == 3)
    for step in steps {
      let measured = step.split(separator: " ").suffix(4)
      #expect(Int(measured.first ?? "") != nil && measured.dropFirst().first == "rows,", "\(step)")
      #expect(Double(measured.dropFirst(2).first ?? "") != nil, "\(step)")
    }
    #expect(run.output.contains("rows in the answer"))
    #expect(self.run(["EXPLAIN MATCH (f:Forum) RETURN f.name"]).output.contains(" ms") == false)
  }
}
