/// Reads the value of one header line.
struct HeaderValue {
  let line: PhraseHeaderLine
  let source: SourceText

  private var raw: String { source.text(line.value) }

  private func error(_ message: String, hint: String? = nil) -> PhraseFileError {
    PhraseFileError(message, in: source, at: line.value, hint: hint)
  }

  /// A text, its continuation lines joined by spaces.
  func text() throws(PhraseFileError) -> String {
    let pieces = ([line.value] + line.continuation).map { PhraseHeaderLine.trimmed(source.text($0)) }
    let text = pieces.filter { !$0.isEmpty }.joined(separator: " ")
    if text.isEmpty { throw error("'\(line.key)' has no text") }
    return text
  }

  /// Texts parted by commas.
  func list() throws(PhraseFileError) -> [String] {
    let items = try text().split(separator: ",", omittingEmptySubsequences: false).map { PhraseHeaderLine.trimmed($0) }
    if items.contains("") { throw error("an item of '\(line.key)' is empty", hint: "put one comma between two names") }
    return items
  }

  /// The lines of a query: behind the key, and below it.
  func query() throws(PhraseFileError) -> [SourceSpan] {
    let lines = ([line.value] + line.continuation).filter { $0.lowerBound < $0.upperBound }
    if lines.isEmpty {
      throw error(
        "'\(line.key)' has no query", hint: "write it behind the key, or below it on lines that begin with '//   '")
    }
    return lines
  }

  /// Words such as `clusters:region colour:other`, and the query below them; one of the two may be missing.
  func drawing() throws(PhraseFileError) -> (words: String?, query: [SourceSpan]) {
    if raw.isEmpty, line.continuation.isEmpty { throw error("'draw' says nothing") }
    return (raw.isEmpty ? nil : raw, line.continuation)
  }

  /// `if-empty N` or `if-rows N`, where N is one of the tables so far, or `if-rows` for the table itself.
  func condition(tables: Int) throws(PhraseFileError) -> ShowCondition {
    let words = raw.split(separator: " ")
    if words == ["if-rows"] { return .ifOwnRows }
    guard words.count == 2, let number = Int(words[1]), words[0] == "if-empty" || words[0] == "if-rows" else {
      throw error("'\(raw)' is not a condition", hint: "write 'if-empty 1' or 'if-rows 1'")
    }
    guard number >= 1, number <= tables else {
      throw error("table \(number) does not stand before this one", hint: "tables count from 1")
    }
    return words[0] == "if-empty" ? .ifEmpty(table: number) : .ifRows(table: number)
  }

  /// `list`, or `matrix ROWS COLUMNS CELL`.
  func layout() throws(PhraseFileError) -> TableLayout {
    let words = raw.split(separator: " ").map(String.init)
    if words == ["list"] { return .list }
    guard words.count == 4, words[0] == "matrix" else {
      throw error("'\(raw)' is not a layout", hint: "write 'list' or 'matrix ROWS COLUMNS CELL', with names of columns")
    }
    return .matrix(rows: words[1], columns: words[2], cell: words[3])
  }

  /// `r SERVES`: of several nodes that the slot may mean, those with such a relationship.
  func preference() throws(PhraseFileError) -> (slot: String, types: [String]) {
    let words = raw.split(separator: " ").map(String.init)
    guard words.count > 1, words.allSatisfy({ PhraseHeaderLine.isIdentifier($0) }) else {
      throw error(
        "'\(raw)' is not a preference", hint: "write the name of a slot and types of relationships: 'r SERVES'")
    }
    return (words[0], Array(words.dropFirst()))
  }

  /// `any`: the phrase looks at all years.
  func anyDay() throws(PhraseFileError) -> Bool {
    guard raw == "any" else {
      throw error("'\(raw)' is not a day that a phrase can fix", hint: "write 'at: any', for all years")
    }
    return true
  }

  /// `seats(party) -> forum, mandate, via`
  func procedure() throws(PhraseFileError) -> ProcedureSignature {
    let text = try text()
    let malformed = error("'\(text)' is not a signature", hint: "write 'seats(party) -> forum, mandate'")
    guard let open = text.firstIndex(of: "("), let close = text.firstIndex(of: ")"), open < close else {
      throw malformed
    }
    let name = PhraseHeaderLine.trimmed(text[..<open])
    let behind = PhraseHeaderLine.trimmed(text[text.index(after: close)...])
    guard behind.isEmpty || behind.hasPrefix("->") else { throw malformed }
    let parameters = HeaderValue.names(text[text.index(after: open)..<close])
    let columns = HeaderValue.names(behind.dropFirst(2))
    let names = parameters + columns + [name]
    guard names.allSatisfy({ PhraseHeaderLine.isIdentifier($0) }), Set(parameters).count == parameters.count,
      Set(columns).count == columns.count
    else { throw malformed }
    return ProcedureSignature(name: name, parameters: parameters, columns: columns)
  }

  private static func names(_ text: some StringProtocol) -> [String] {
    let text = PhraseHeaderLine.trimmed(text)
    if text.isEmpty { return [] }
    return text.split(separator: ",", omittingEmptySubsequences: false).map { PhraseHeaderLine.trimmed($0) }
  }
}
