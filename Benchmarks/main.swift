import Graph

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Makes a landscape, runs the pieces of work through the public library, checks the answers and prints a table.
///
///     swift run -c release Benchmarks [--scale N] [--seed N] [--runs N] [--folder FOLDER] [--only W1,W6]
struct Benchmark {
  var scale = 1
  var seed: UInt64 = 1
  var runs = 5
  var folder: String?
  var only: Set<Substring>?

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      let value = rest.popFirst() ?? ""
      switch name {
      case "--scale": scale = max(1, Int(value) ?? 1)
      case "--seed": seed = UInt64(value) ?? 1
      case "--runs": runs = max(1, Int(value) ?? 5)
      case "--folder": folder = value
      case "--only": only = Set(value.split(separator: ","))
      default: print("unknown option \(name)")
      }
    }
  }

  func run() throws -> Bool {
    let sample = SampleLandscape(scale: scale, seed: seed)
    let path = folder ?? TemporaryFolder.path + "/graphq-benchmark-\(scale)-\(seed)"
    try sample.write(to: path)
    let size = try FileManager.default.contentsOfDirectory(atPath: path).reduce(0) { total, name in
      total + ((try? Data(contentsOf: URL(fileURLWithPath: path + "/" + name)).count) ?? 0)
    }
    print("scale \(scale), seed \(seed): \(sample.seats.count) seats, \(size / 1_000_000) MB in \(path)")
    let (landscape, loading, least) = try measured(wants("W9") ? runs : 1) { try Landscape.load(folders: [path]) }
    print(
      "W9  \(milliseconds(loading)) ms (least \(milliseconds(least)))  load, \(Int(Double(size) / seconds(loading) / 1e6)) MB/s"
    )
    return try runWork(landscape, sample)
  }

  private func wants(_ name: String) -> Bool { only?.contains(Substring(name)) ?? true }

  private func runWork(_ landscape: Landscape, _ sample: SampleLandscape) throws -> Bool {
    var random = SplitMix(seed: seed &+ 99)
    let pairs = (0..<1000).map { _ in (random.index(sample.parties), random.index(sample.parties)) }
      .map { $0.0 == $0.1 ? ($0.0, ($0.1 + 1) % sample.parties) : $0 }
    let routes = (0..<1000).map { _ in (random.index(sample.themes), random.index(sample.forumKinds.count)) }
    let reference = Reference(sample, pairs: pairs, routePairs: routes)
    let parameters = [
      "pairs": Value.list(
        pairs.enumerated().map { pair($0, "a", sample.partyName($1.0), "b", sample.partyName($1.1)) }),
      "routes": Value.list(routes.enumerated().map { pair($0, "t", "t\($1.0)", "f", "f\($1.1)") }),
    ]
    let engine = QueryEngine(graph: landscape.graph, today: CalendarDate(dayNumber: 0))
    var isRight = true
    for work in Work.all where wants(work.name) {
      let source = SourceText(name: work.name, text: work.statement)
      let (answer, time, least) = try measured(runs) { try engine.prepare(source).run(parameters) }
      let rows = answer.rows.map { $0.map(text).joined(separator: ",") }.sorted()
      let matches = rows == work.expected(reference).sorted()
      isRight = isRight && matches
      print(
        "\(work.name)  \(milliseconds(time)) ms (least \(milliseconds(least)))  \(rows.count) rows, \(matches ? "right" : "WRONG")  \(work.title)"
      )
    }
    return isRight
  }

  private func pair(_ number: Int, _ a: String, _ first: String, _ b: String, _ second: String) -> Value {
    .map(ValueMap([("i", .integer(Int64(number))), (a, .string(first)), (b, .string(second))]))
  }

  private func text(_ value: Value) -> String {
    switch value {
    case .string(let text): text
    case .integer(let number): String(number)
    default: "?"
    }
  }

  /// The last result of several runs, the median of their times and the least.
  private func measured<Result>(
    _ runs: Int, _ body: () throws -> Result
  ) throws -> (result: Result, median: Duration, least: Duration) {
    var times: [Duration] = []
    var last: Result?
    for _ in 0..<runs {
      let start = ContinuousClock.now
      last = try body()
      times.append(ContinuousClock.now - start)
    }
    times.sort()
    return (last!, times[times.count / 2], times[0])
  }

  private func seconds(_ time: Duration) -> Double {
    Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  private func milliseconds(_ time: Duration) -> String { time.milliseconds }
}

/// The folder for temporary files.
enum TemporaryFolder {
  static var path: String { ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp" }
}

if try !Benchmark(Array(CommandLine.arguments.dropFirst())).run() {
  print("an answer is wrong")
  exit(1)
}
