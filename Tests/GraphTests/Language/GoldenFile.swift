import Foundation

@testable import Graph

/// A file of cases about one rule of the language.
///
/// Lines before the first section say what the rule is and why the rows are as they are. Sections begin with `== graph`,
/// `== view`, `== query`, and the answers `== rows`, `== error`, `== warnings`, `== plan`. Queries that follow each other
/// without an answer between are spellings of the same: the answer below holds for each of them.
struct GoldenFile {
  /// One or more spellings and what they give.
  struct Case {
    var queries: [String]
    var answer: Section
  }

  struct Section: Equatable {
    var kind: String
    var text: String
  }

  /// `shortest/any-shortest`
  let name: String
  private let path: String
  private let sections: [Section]
  private let preface: String

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden").path

  /// Set to write what the engine gives into the files, to be read before it is committed.
  static let isRewriting = ProcessInfo.processInfo.environment["GRAPHQ_REWRITE_GOLDEN"] != nil

  /// The files of the folders named, in order.
  static func names(in folders: [String]) -> [String] {
    folders.flatMap { folder in
      let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(GoldenFile.folder)/\(folder)")) ?? []
      return files.filter { $0.hasSuffix(".golden") }.sorted().map { "\(folder)/\($0.dropLast(7))" }
    }
  }

  init(_ name: String) throws {
    self.name = name
    path = "\(GoldenFile.folder)/\(name).golden"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var sections: [Section] = []
    var preface: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("== ") {
        sections.append(Section(kind: String(line.dropFirst(3)), text: ""))
      } else if sections.isEmpty {
        preface.append(line)
      } else {
        sections[sections.count - 1].text += line + "\n"
      }
    }
    self.sections = sections.map { Section(kind: $0.kind, text: $0.text.trimmingCharacters(in: .newlines)) }
    self.preface = preface.joined(separator: "\n").trimmingCharacters(in: .newlines)
  }

  /// The patterns of the graph; empty when there is none.
  var graph: String { sections.first { $0.kind == "graph" }?.text ?? "" }

  /// The cases in order.
  var cases: [Case] {
    var cases: [Case] = []
    var queries: [String] = []
    for section in sections where section.kind != "graph" {
      if section.kind == "query" {
        queries.append(section.text)
      } else {
        cases.append(Case(queries: queries, answer: section))
        queries = []
      }
    }
    return queries.isEmpty ? cases : cases + [Case(queries: queries, answer: Section(kind: "rows", text: ""))]
  }

  /// Writes the file with other answers.
  func rewrite(_ answers: [Section]) throws {
    var text = preface + "\n"
    if !graph.isEmpty { text += "\n== graph\n\(graph)\n" }
    for (one, answer) in zip(cases, answers) {
      for query in one.queries { text += "\n== query\n\(query)\n" }
      text += "\n== \(answer.kind)\n\(answer.text)\n"
    }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}
