import Testing

@testable import graphq

@Suite("Streams: terminals, colours, readers that go away")
struct StreamTests {
  private static let question = ["seats", "of", "SWV VO Stad", "--at", "2026-11-21"]
  private static let escape: Character = "\u{1B}"

  private func run(_ arguments: [String], _ change: (inout ToolRun.Surroundings) -> Void) -> ToolRun {
    var surroundings = ToolRun.Surroundings()
    change(&surroundings)
    return ToolRun(arguments, in: surroundings)
  }

  @Test("answers and errors are coloured on a terminal, nowhere else")
  func colours() {
    #expect(run(Self.question) { $0.isTerminal = true }.output.contains(Self.escape))
    #expect(run(["RETRUN 1"]) { $0.isTerminal = true }.errors.contains(Self.escape))
    #expect(!run(Self.question) { _ in }.output.contains(Self.escape))
    #expect(!run(["RETRUN 1"]) { _ in }.errors.contains(Self.escape))
  }

  @Test("NO_COLOR with any value switches colours off")
  func noColour() {
    let answer = run(Self.question) {
      $0.isTerminal = true
      $0.environment["NO_COLOR"] = "1"
    }
    #expect(!answer.output.contains(Self.escape))
    let empty = run(Self.question) {
      $0.isTerminal = true
      $0.environment["NO_COLOR"] = ""
    }
    #expect(empty.output.contains(Self.escape))
  }

  @Test("a table keeps to the width of the terminal", arguments: [60, 80, 110, 160])
  func width(columns: Int) {
    let answer = run(Self.question) { $0.width = columns }
    #expect(answer.output.split(separator: "\n").allSatisfy { $0.count <= columns })
  }

  @Test("a reader that goes away is no mistake")
  func brokenPipe() {
    let answer = run(Self.question) { $0.isRead = false }
    #expect(answer.code == 0 && answer.errors.isEmpty)
  }

  @Test("the data folder comes from the environment when no option names one")
  func environment() {
    let answer = run(["MATCH (p:Province) RETURN count(p) AS provinces", "--at", "2026-11-21"]) {
      $0.folders = []
      $0.environment["GRAPHQ_DATA"] = ToolRun.data + "/groningen"
    }
    #expect(answer.code == 0 && answer.output.hasPrefix("provinces\n"))
  }

  @Test("--timing prints one line of JSON with milliseconds on the error stream, and changes no answer")
  func timing() throws {
    let timed = run(Self.question + ["--timing"]) { _ in }
    #expect(timed.output == run(Self.question) { _ in }.output)
    let number = #"[0-9]+(\.[0-9]+)?"#
    let line = try Regex(
      #"\{"load":\#(number),"compile":\#(number),"execute":\#(number),"output":\#(number)\}\n"#)
    #expect(timed.errors.wholeMatch(of: line) != nil)
  }

  @Test("PROFILE tells rows and time of each step")
  func profile() throws {
    let answer = run(["PROFILE MATCH (p:Province) RETURN p.name ORDER BY p.name", "--at", "2026-11-21"]) { _ in }
    #expect(answer.output.contains(try Regex(#"scan nodes \(p:Province\) +2 rows, [0-9.]+ ms"#)))
    #expect(answer.output.contains("2 rows in the answer"))
  }

  @Test("the same question gives the same bytes")
  func deterministic() {
    for format in ["table", "json", "dot"] {
      #expect(
        run(Self.question + ["-f", format]) { _ in }.output == run(Self.question + ["-f", format]) { _ in }.output)
    }
  }
}
