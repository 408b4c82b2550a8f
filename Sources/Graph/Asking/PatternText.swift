/// A pattern as text in which every node has plain labels only; what else its brackets say is gathered as conditions.
struct PatternText {
  let source: SourceText
  /// Whether anything has to be written in another way.
  private(set) var isChanged = false
  private var conditions: [String] = []
  private var edits = Edits()

  init(source: SourceText) { self.source = source }

  /// Takes the conditions out of a path; `newName` names a node that has none.
  mutating func add(_ path: PathPattern, newName: () -> String) {
    for element in path.elements {
      switch element {
      case .node(let node): add(node, newName)
      case .relationship(let relationship): add(relationship)
      case .group: break
      }
    }
  }

  /// The clause with the conditions in its WHERE.
  func text(of match: MatchClause) -> String {
    let given = PatternText.condition(in: match.span, of: source)
    let end = given.map { PatternText.keyword(before: $0, source) } ?? match.span.upperBound
    let all = (given.map { PatternText.conjuncts(of: $0, source).map { source.text($0) } } ?? []) + conditions
    let pattern = edits.applied(to: source, SourceSpan(match.span.lowerBound, end)).trimmed
    return all.isEmpty ? pattern : pattern + "\nWHERE " + all.joined(separator: " AND ")
  }

  private mutating func add(_ node: NodePattern, _ newName: () -> String) {
    let choice = node.labels.flatMap { $0.isConjunction ? nil : $0 }
    guard choice != nil || node.predicate != nil else { return }
    isChanged = true
    let name = node.variable.map { source.text($0.span) } ?? newName()
    if let choice { conditions.append(choice.condition(on: name)) }
    if let predicate = node.predicate { conditions.append("(\(source.text(predicate.span)))") }
    let labels = choice == nil ? (node.labels.map(\.colons) ?? "") : ""
    let properties = node.properties.map { " " + source.text($0.span) } ?? ""
    edits.replace(node.span, with: "(\(name)\(labels)\(properties))")
  }

  /// A number of steps behind an arrow moves into its brackets.
  private mutating func add(_ relationship: RelationshipPattern) {
    guard let length = relationship.length, length.span.lowerBound >= relationship.span.lowerBound else { return }
    let written = source.text(length.span)
    guard written.hasPrefix("{") || written == "+" else { return }
    let before = source.text(SourceSpan(relationship.span.lowerBound, length.span.lowerBound))
    guard let bracket = before.utf8.lastIndex(of: UInt8(ascii: "]")) else { return }
    isChanged = true
    let place = relationship.span.lowerBound + before.utf8.distance(from: before.utf8.startIndex, to: bracket)
    edits.insert("*\(length.minimum)..\(length.maximum.map(String.init) ?? "")", at: place)
    edits.replace(length.span, with: "")
  }
}

// MARK: - Places in a text

extension PatternText {
  /// What stands behind the WHERE of a clause.
  static func condition(in clause: SourceSpan, of source: SourceText) -> SourceSpan? {
    var depth = 0
    for token in Lexer.tokens(of: source, in: clause) {
      depth += token.depthChange
      if depth == 0, token.keyword == .where, token.kind == .word {
        let rest = SourceSpan(token.span.upperBound, clause.upperBound)
        return Lexer.tokens(of: source, in: rest).first { $0.kind != .endOfText }.map {
          SourceSpan($0.span.lowerBound, clause.upperBound)
        }
      }
    }
    return nil
  }

  /// Where the WHERE before a condition starts.
  static func keyword(before condition: SourceSpan, _ source: SourceText) -> Int {
    var place = condition.lowerBound - 5
    while place > 0, source.text(SourceSpan(place, place + 5)).uppercased() != "WHERE" { place -= 1 }
    return max(0, place)
  }

  /// The parts of a condition that are joined by AND, the whole when OR or XOR joins any.
  static func conjuncts(of condition: SourceSpan, _ source: SourceText) -> [SourceSpan] {
    var depth = 0
    var start = condition.lowerBound
    var parts: [SourceSpan] = []
    for token in Lexer.tokens(of: source, in: condition) {
      depth += token.depthChange
      guard depth == 0 else { continue }
      switch token.keyword {
      case .or?, .xor?: return [condition]
      case .and?:
        parts.append(SourceSpan(start, token.span.lowerBound))
        start = token.span.upperBound
      default: break
      }
    }
    return (parts + [SourceSpan(start, condition.upperBound)]).map { trimmed($0, source) }
  }

  /// The words of a text that can name a variable.
  static func names(in span: SourceSpan, of source: SourceText) -> Set<String> {
    var names: Set<String> = []
    var before: Token.Kind?
    for token in Lexer.tokens(of: source, in: span) {
      if token.isName, before != .dot, before != .colon, before != .bar { names.insert(source.text(token.span)) }
      before = token.kind
    }
    return names
  }

  /// The text behind the first word: `MATCH ...` of `OPTIONAL MATCH ...`.
  static func withoutFirstWord(_ span: SourceSpan, of source: SourceText) -> String {
    let second = Lexer.tokens(of: source, in: span).dropFirst().first
    return source.text(SourceSpan(second?.span.lowerBound ?? span.lowerBound, span.upperBound))
  }

  private static func trimmed(_ span: SourceSpan, _ source: SourceText) -> SourceSpan {
    let tokens = Lexer.tokens(of: source, in: span).filter { $0.kind != .endOfText }
    guard let first = tokens.first, let last = tokens.last else { return span }
    return SourceSpan(first.span.lowerBound, last.span.upperBound)
  }
}

extension Token {
  /// How many more brackets are open behind the token than before; CASE and END count as brackets.
  fileprivate var depthChange: Int {
    switch kind {
    case .leftParenthesis, .leftBracket, .leftBrace: 1
    case .rightParenthesis, .rightBracket, .rightBrace: -1
    case .word: keyword == .case ? 1 : keyword == .end ? -1 : 0
    default: 0
    }
  }
}

extension LabelExpression {
  /// Plain labels one after another.
  var isConjunction: Bool {
    switch self {
    case .name: true
    case .and(let left, let right): left.isConjunction && right.isConjunction
    case .any, .or, .not: false
    }
  }

  /// `:A:B`.
  fileprivate var colons: String {
    switch self {
    case .name(let name): ":" + CypherText.name(name.text)
    case .and(let left, let right): left.colons + right.colons
    case .any, .or, .not: ""
    }
  }

  /// The same as a condition on a variable.
  fileprivate func condition(on name: String) -> String {
    switch self {
    case .name(let label): "\(name):\(CypherText.name(label.text))"
    case .any: "size(labels(\(name))) > 0"
    case .and(let left, let right): "(\(left.condition(on: name)) AND \(right.condition(on: name)))"
    case .or(let left, let right): "(\(left.condition(on: name)) OR \(right.condition(on: name)))"
    case .not(let inner): "NOT \(inner.condition(on: name))"
    }
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
