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
///     swift run -c release Benchmarks [--scale N] [--seed N] [--runs N] [--folder FOLDER] [--only W1,W6] [--own-shape 1]
struct Benchmark {
  var scale = 1
  var seed: UInt64 = 1
  var runs = 5
  var folder: String?
  var only: Set<Substring>?
  /// Seats as mandates with periods, seen on one day, as the landscapes in `data/` have them.
  var ownShape = false

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
      case "--own-shape": ownShape = value == "1"
      default: print("unknown option \(name)")
      }
    }
  }

  func run() throws -> Bool {
    let sample = SampleLandscape(scale: scale, seed: seed)
    let path =
      folder ?? TemporaryFolder.path + "/graphq-benchmark-\(scale)-\(seed)\(ownShape ? "-own" : "")"
    try sample.write(to: path, ownShape: ownShape)
    let size = try FileManager.default.contentsOfDirectory(atPath: path).reduce(0) { total, name in
      total + ((try? Data(contentsOf: URL(fileURLWithPath: path + "/" + name)).count) ?? 0)
    }
    print("scale \(scale), seed \(seed): \(sample.seats.count) seats, \(size / 1_000_000) MB in \(path)")
    let (landscape, loading) = try Timing.of(wants("W9") ? runs : 1) { try Landscape.load(folders: [path]) }
    print("W9  \(loading)  load, \(Int(Double(size) / loading.median.seconds / 1e6)) MB/s")
    var isRight = try runWork(landscape, sample)
    if !ownShape { isRight = try runPrepared(landscape, sample) && isRight }
    print("peak memory \(Memory.peakMegabytes) MB")
    return isRight
  }

  private func wants(_ name: String) -> Bool { only?.contains(Substring(name)) ?? true }

  /// Each piece of work as one statement.
  private func runWork(_ landscape: Landscape, _ sample: SampleLandscape) throws -> Bool {
    let pairs = RandomPairs(sample, seed: seed)
    let reference = Reference(sample, pairs: pairs.links, routePairs: pairs.routes)
    var engine = QueryEngine(graph: landscape.graph, today: CalendarDate(dayNumber: 0))
    if ownShape { engine.view = landscape.view(ViewOptions(at: SampleLandscape.day)).view }
    let parameters = pairs.parameters
    var isRight = true
    for work in Work.all where wants(work.name) {
      let source = SourceText(name: work.name, text: ownShape ? work.statementInOwnShape : work.statement)
      let (answer, timing) = try Timing.of(runs) { try engine.prepare(source).run(parameters) }
      isRight = check(work.name, timing, answer.rows, work.expected(reference), work.title) && isRight
    }
    return isRight
  }

  /// The work on pairs as a statement that is prepared once and run for each pair.
  private func runPrepared(_ landscape: Landscape, _ sample: SampleLandscape) throws -> Bool {
    let pairs = RandomPairs(sample, seed: seed)
    let reference = Reference(sample, pairs: pairs.links, routePairs: pairs.routes)
    let engine = QueryEngine(graph: landscape.graph, today: CalendarDate(dayNumber: 0))
    var isRight = true
    for work in PreparedWork.all where wants(work.name) {
      let prepared = try engine.prepare(SourceText(name: work.name, text: work.statement))
      let parameters = work.parameters(pairs)
      let (rows, timing) = try Timing.of(runs) {
        try parameters.enumerated().flatMap { number, parameters in
          try prepared.run(parameters).rows.map { [.integer(Int64(number))] + $0 }
        }
      }
      isRight = check(work.name, timing, rows, work.expected(reference), work.title) && isRight
    }
    return isRight
  }

  /// Prints a line and says whether the answer is right.
  private func check(
    _ name: String, _ timing: Timing, _ rows: some Collection<[Value]>, _ expected: [String], _ title: String
  ) -> Bool {
    let matches = rows.map { $0.map(text).joined(separator: ",") }.sorted() == expected.sorted()
    print("\(name)  \(timing)  \(rows.count) rows, \(matches ? "right" : "WRONG")  \(title)")
    return matches
  }

  private func text(_ value: Value) -> String {
    switch value {
    case .string(let text): text
    case .integer(let number): String(number)
    default: "?"
    }
  }
}

/// The folder for temporary files.
enum TemporaryFolder {
  static var path: String { ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp" }
}

if try !Benchmark(Array(CommandLine.arguments.dropFirst())).run() {
  print("an answer is wrong")
  exit(1)
}
