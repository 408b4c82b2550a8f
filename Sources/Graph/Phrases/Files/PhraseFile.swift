/// One `.gql` file: how a question is spoken, and the queries that answer it.
public struct PhraseFile: Sendable {
  /// The file's name without folder and ending.
  public let name: String
  /// The whole file.
  public let source: SourceText
  /// What it answers.
  public internal(set) var title = LocalizedText()
  /// Sentences one can type, each in its language.
  public internal(set) var examples: [(text: String, language: Language)] = []
  /// How it wants to be drawn, `clusters:region colour:other`.
  public internal(set) var drawing: String?
  /// The queries in order, each a table of the answer.
  public internal(set) var tables: [PhraseTable] = []

  /// How it is spoken.
  var spoken: [(template: PhraseTemplate, language: Language)] = []
  /// The query that answers in a sentence, as the lines that hold it.
  var headlineLines: [SourceSpan] = []
  /// A query whose nodes and relationships are drawn in place of those of the tables, as the lines that hold it.
  var drawingLines: [SourceSpan] = []
  /// It is part of the program, not the user's own.
  var isBuiltIn = true
  /// It looks at all years, unless the reader names a day.
  var looksAtAnyDay = false
  /// By slot: of several nodes of the name given, those with a relationship of such a type are meant.
  var preferences: [String: [String]] = [:]
  /// The name by which other queries call it.
  var procedure: ProcedureSignature?
}

/// One query of a phrase and how its table is shown.
public struct PhraseTable: Sendable {
  /// What stands above it.
  public internal(set) var title = LocalizedText()
  /// Display names of the columns in English, nil where the query's own will do.
  public internal(set) var englishColumns: [String]?
  /// Display names of the columns in Dutch, nil where there are none.
  public internal(set) var dutchColumns: [String]?
  /// When it is shown, nil for always.
  public internal(set) var condition: ShowCondition?
  /// How it is laid out.
  public internal(set) var layout = TableLayout.list
  /// Where its query stands in the file.
  public internal(set) var query: SourceSpan

  /// The display names of the columns in a language, else in the other.
  public func columns(in language: Language) -> [String]? {
    language == .dutch ? dutchColumns ?? englishColumns : englishColumns ?? dutchColumns
  }
}

/// When a table is asked at all; tables count from 1. A table that was not asked is neither empty nor has it rows.
public enum ShowCondition: Sendable, Equatable {
  /// `// show: if-empty 1`
  case ifEmpty(table: Int)
  /// `// show: if-rows 2`
  case ifRows(table: Int)
  /// `// show: if-rows`: the table itself, and only when it has rows.
  case ifOwnRows
}

/// `// procedure: seats(party) -> forum, mandate, via`
struct ProcedureSignature: Sendable, Equatable {
  let name: String
  let parameters: [String]
  /// Empty when the header names none.
  let columns: [String]
}

// MARK: - Texts of the queries

extension PhraseFile {
  /// The query of a table, at its place in the file: all else is blank, so that spans and lines are those of the file.
  public func query(of table: PhraseTable) -> SourceText { blanked(to: [table.query]) }

  /// The query that returns the headline, one row with `en` and `nl`; nil when there is none.
  public var headline: SourceText? { headlineLines.isEmpty ? nil : blanked(to: headlineLines) }

  /// The query whose nodes and relationships are to be drawn; nil when those of the tables are.
  public var drawingQuery: SourceText? { drawingLines.isEmpty ? nil : blanked(to: drawingLines) }

  /// The sentences by which it is asked, as its header spells them, each with its language.
  public var sentences: [(text: String, language: Language)] { spoken.map { ($0.template.text, $0.language) } }

  /// The names of all parameters the sentences may give, in order; a sentence without one gives null.
  public var parameterNames: [String] {
    spoken.flatMap { $0.template.slots.map(\.name) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func blanked(to spans: [SourceSpan]) -> SourceText {
    var bytes = source.bytes.map { $0 == UInt8(ascii: "\n") ? $0 : FoldedText.space }
    for span in spans {
      for place in span.lowerBound..<min(span.upperBound, bytes.count) { bytes[place] = source.bytes[place] }
    }
    return SourceText(name: source.name, bytes: bytes)
  }
}
