import Graph

/// `graphq compare [view] -- [view] STATEMENT`: the rows that only one of two views gives.
struct CompareCommand {
  static let name = "compare"

  let tool: Tool
  let invocation: Invocation

  func run() throws(UsageError) -> Int32 {
    guard invocation.earlier != nil else {
      throw UsageError(
        "compare needs two views with -- between them",
        hint: "write: graphq compare --at 2020-01-01 -- --at 2021-01-01 members of \"Bestuurlijk overleg RMC 01\"")
    }
    let clock = ContinuousClock.now
    let later = AskCommand(tool: tool, invocation: invocation.droppingFirstWord)
    let earlier = AskCommand(tool: tool, invocation: invocation.inEarlierView)
    let (format, statements) = (try later.format(), try later.statements())
    var requests = (earlier: try earlier.request(), later: try later.request())
    guard let landscape = tool.landscape(invocation.inBothViews) else { return Tool.Exit.failed }
    requests.earlier.withoutFolders = landscape.places(of: invocation.with, notOf: earlier.invocation.with)
    requests.later.withoutFolders = landscape.places(of: earlier.invocation.with, notOf: invocation.with)
    var timing = Timing(load: ContinuousClock.now - clock)
    let asker = Asker(landscape, library: tool.library(beside: landscape), today: Today.date)
    Interruption.catchSignal()
    var answers: [AskedAnswer] = []
    for statement in statements {
      do throws(AskError) {
        let answer = try asker.compare(try statement.read(), from: requests.earlier, to: requests.later)
        later.reportWarnings(of: answer)
        timing.add(answer.timing)
        answers.append(answer)
      } catch {
        return tool.fail(error)
      }
    }
    let code = later.write(answers, format, asker, &timing)
    if invocation.showsTiming { tool.streams.report(timing.line) }
    return code
  }
}

extension Invocation {
  fileprivate var droppingFirstWord: Invocation {
    var copy = self
    copy.words.removeFirst()
    return copy
  }

  /// With the scenario folders of both views.
  fileprivate var inBothViews: Invocation {
    var copy = self
    copy.with = (earlier?.with ?? []) + with.filter { !(earlier?.with ?? []).contains($0) }
    return copy
  }
}

extension Landscape {
  /// The landscape folders that come from some given ones and not from others.
  fileprivate func places(of given: [String], notOf others: [String]) -> [Int] {
    let scenarios = given.filter { !others.contains($0) && $0 != "proposed" }
    return folders.indices.filter { place in
      scenarios.contains { folders[place] == $0 || folders[place].hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
    }
  }
}
