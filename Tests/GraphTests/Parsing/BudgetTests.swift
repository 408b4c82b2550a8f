import Foundation
import Testing

@testable import Graph

@Suite("Parsing budgets")
struct BudgetTests {
  /// Forms that nest: what opens a level, what stands inside, what closes it.
  static let forms: [[String]] = [
    ["RETURN ", "(", "1", ")", ""],
    ["RETURN ", "[", "1", "]", ""],
    ["RETURN ", "[x IN ", "l", " | x]", ""],
    ["RETURN ", "{a: ", "1", "}", ""],
    ["RETURN ", "NOT ", "a", "", ""],
    ["RETURN ", "- ", "a", "", ""],
    ["RETURN ", "f(1, ", "a", ")", ""],
    ["RETURN ", "CASE WHEN ", "a", " THEN 1 END", ""],
    ["RETURN ", "EXISTS { MATCH (a WHERE ", "b", ") }", ""],
    ["RETURN ", "EXISTS { MATCH (a)-[r {x: ", "b", "}]-() }", ""],
    ["RETURN ", "COUNT { UNWIND [", "b", "] AS x RETURN 1 }", ""],
    ["RETURN ", "[(a {x: ", "b", "})-->(b) | b]", ""],
    ["", "CALL { ", "UNWIND l AS x", " RETURN 1 AS a }", " RETURN 1"],
    ["MATCH ", "(", "(a)-->(b)", ")", " RETURN 1"],
    ["MATCH (a:", "(", "A", ")", ") RETURN 1"],
    ["MATCH (a:", "!", "A", "", ") RETURN 1"],
  ]

  private static func nested(_ form: [String], _ levels: Int) -> String {
    form[0] + String(repeating: form[1], count: levels) + form[2] + String(repeating: form[3], count: levels) + form[4]
  }

  @Test("A human's nesting parses", arguments: forms)
  func reasonable(_ form: [String]) {
    #expect(Parsing.error(Self.nested(form, 8)) == nil)
  }

  @Test("Endless nesting is an error and no crash, even on the small stack of a secondary thread", arguments: forms)
  func endless(_ form: [String]) async {
    let text = Self.nested(form, 20_000)
    let error = await onSmallStack { Parsing.error(text) }
    #expect(error?.kind == .budget)
    #expect(error?.detail == "NestingTooDeep")
  }

  @Test("Chains of AND and OR, comparisons, lists and labels may be as long as they like")
  func longChains() async throws {
    let count = 20_000
    for (first, next) in [
      ("RETURN a", " OR a"), ("RETURN a", " AND b"), ("RETURN 1", " < 1"), ("RETURN 1", ", 1"), ("RETURN [1", ", 1"),
    ] {
      let text = first + String(repeating: next, count: count) + (first.contains("[") ? "]" : "")
      let error = await onSmallStack { Parsing.error(text) }
      #expect(error == nil)
    }
    #expect(Parsing.error("MATCH (n:A\(String(repeating: "|A", count: count))) RETURN 1") == nil)
    #expect(Parsing.error("RETURN 1\(String(repeating: " UNION RETURN 1", count: count))") == nil)
  }

  @Test(
    "Chains that make a high tree have a limit",
    arguments: [("1", " + 1"), ("a", ".a"), ("a", "[0]"), ("a", " IN a"), ("a", " IS NULL")])
  func highTrees(_ first: String, _ next: String) {
    #expect(Parsing.error("RETURN " + first + String(repeating: next, count: 190)) == nil)
    let error = Parsing.error("RETURN " + first + String(repeating: next, count: 100_000))
    #expect(error?.kind == .budget)
    #expect(error?.detail == "ExpressionTooLong")
  }

  @Test("A text of more than 8 MB is refused unread")
  func length() {
    let error = Parsing.error("RETURN '\(String(repeating: "a", count: Parser.Budget.length))'")
    #expect(error?.detail == "QueryTooLong")
  }

  /// Runs on a thread with the 512 KB that secondary threads have on macOS.
  private func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: body()) }
      thread.stackSize = 512 * 1024
      thread.start()
    }
  }
}
