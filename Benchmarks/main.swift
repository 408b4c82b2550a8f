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
///     swift run -c release Benchmarks [--scale N] [--seed N] [--runs N] [--folder FOLDER]
struct Benchmark {
  var scale = 1
  var seed: UInt64 = 1
  var runs = 5
  var folder: String?

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      let value = rest.popFirst() ?? ""
      switch name {
      case "--scale": scale = max(1, Int(value) ?? 1)
      case "--seed": seed = UInt64(value) ?? 1
      case "--runs": runs = max(1, Int(value) ?? 5)
      case "--folder": folder = value
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
    let (landscape, loading) = try median { try Landscape.load(folders: [path]) }
    print("W9  \(milliseconds(loading)) ms  load, \(Int(Double(size) / seconds(loading) / 1e6)) MB/s")
    return try runWork(landscape, sample)
  }

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
    for work in Work.all {
      let source = SourceText(name: work.name, text: work.statement)
      let (answer, time) = try median { try engine.prepare(source).run(parameters) }
      let rows = answer.rows.map { $0.map(text).joined(separator: ",") }.sorted()
      let matches = rows == work.expected(reference).sorted()
      isRight = isRight && matches
      print("\(work.name)  \(milliseconds(time)) ms  \(rows.count) rows, \(matches ? "right" : "WRONG")  \(work.title)")
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

  /// The last result of several runs and the median of their times.
  private func median<Result>(_ body: () throws -> Result) throws -> (Result, Duration) {
    var times: [Duration] = []
    var last: Result?
    for _ in 0..<runs {
      let start = ContinuousClock.now
      last = try body()
      times.append(ContinuousClock.now - start)
    }
    return (last!, times.sorted()[times.count / 2])
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
