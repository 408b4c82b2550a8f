@testable import Graph

/// A text of the query language and what is expected of it; named by the text in reports.
struct ParsingCase: Sendable, CustomStringConvertible {
  var text: String
  var expected: String

  init(_ text: String, _ expected: String) {
    self.text = text
    self.expected = expected
  }

  var description: String { text }
}

/// Shortcuts for tests of the parser.
enum Parsing {
  static func tree(_ text: String) throws -> String {
    TreePrinter.print(try statement(text))
  }

  static func statement(_ text: String) throws -> StatementSyntax {
    try Parser.parse(SourceText(name: "query", text: text))
  }

  /// The tree of an expression, read as the only column of a RETURN.
  static func expression(_ text: String) throws -> String {
    let tree = try tree("RETURN " + text)
    return String(tree.dropFirst("(return ".count).dropLast())
  }

  /// The tree of the patterns of a MATCH.
  static func pattern(_ text: String) throws -> String {
    let tree = try tree("MATCH " + text + " RETURN 1")
    return String(tree.dropFirst("(match ".count).dropLast(") (return 1)".count))
  }

  /// The error of a text that must not parse, nil if it does.
  static func error(_ text: String) -> QueryError? {
    do {
      _ = try Parser.parse(SourceText(name: "query", text: text))
      return nil
    } catch {
      return error
    }
  }

  /// The names of the columns of the last RETURN.
  static func columns(_ text: String) throws -> [String] {
    let source = SourceText(name: "query", text: text)
    let query = try Parser.parse(source).query
    guard case .returning(let projection) = (query.rest.last?.query ?? query.first).clauses.last else { return [] }
    return projection.items.map { $0.alias?.text ?? source.text($0.expression.span) }
  }
}
