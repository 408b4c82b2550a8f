/// Values as the text of one cell.
///
/// A node is its name, else its identifier; a relationship `start -[TYPE]-> end`, for people with the word of its type; a path the names on its way, joined by
/// arrows in walking order, without contracted nodes (mandates) between its ends; a list its elements with commas; a list in
/// a list stands in brackets.
struct CellText {
  /// For whom the text is.
  enum Reader {
    /// Display words, rounded numbers, `–` for null.
    case person(decimalMark: String)
    /// Identifiers, exact numbers, nothing for null.
    case program(decimalMark: String)
  }

  let names: NodeNames
  let words: ValueWords
  let reader: Reader

  /// Lists nested deeper than this are cut to `…`, so that no value can exhaust the stack.
  private static let deepest = 200

  /// The text of a value in a column.
  func text(_ value: Value, column: String) -> String { text(value, column, depth: 0) }

  private func text(_ value: Value, _ column: String, depth: Int) -> String {
    if depth > CellText.deepest { return "…" }
    switch value {
    case .null: return null
    case .boolean(let truth): return word(truth ? "true" : "false", column)
    case .integer(let number): return String(number)
    case .float(let number): return text(number)
    case .string(let string): return word(string, column)
    case .date(let date): return date.description
    case .duration(let duration): return duration.description
    case .list(let values): return text(values, column, depth: depth)
    case .map(let map): return text(map, depth: depth)
    case .node(let node): return names.name(of: node)
    case .relationship(let relationship): return names.text(of: relationship)
    case .path(let path): return names.text(of: path)
    }
  }

  private func text(_ values: [Value], _ column: String, depth: Int) -> String {
    let joined = values.map { text($0, column, depth: depth + 1) }.joined(separator: ", ")
    return depth == 0 ? joined : "[\(joined)]"
  }

  private func text(_ map: ValueMap, depth: Int) -> String {
    let entries = map.entries.map { "\($0.key): \(text($0.value, $0.key, depth: depth + 1))" }
    return "{\(entries.joined(separator: ", "))}"
  }

  private func text(_ number: Double) -> String {
    switch reader {
    case .person(let mark): NumberText.compact(number, decimalMark: mark)
    case .program(let mark): String(NumberText.exact(number).map { $0 == "." ? Character(mark) : $0 })
    }
  }

  private var null: String { if case .person = reader { "–" } else { "" } }

  private func word(_ value: String, _ column: String) -> String {
    if case .person = reader { words.word(value, column: column) } else { value }
  }
}

extension CellText {
  /// Text for people, in the language of the options.
  static func forPeople(_ context: OutputContext) -> CellText {
    let mark = context.options.language.choose(".", ",")
    let names = NodeNames(context, speaking: context.options.language)
    return CellText(names: names, words: context.options.words, reader: .person(decimalMark: mark))
  }
}
