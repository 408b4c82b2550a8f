/// Paths and their nodes:
///
///     path     = [name =] [selector] elements
///              | [name =] (shortestPath | allShortestPaths) ( elements )
///     selector = ANY [n] | ANY SHORTEST | ALL | ALL SHORTEST | SHORTEST n, each with [PATH | PATHS]
///     elements = (node | group) {[relationship] (node | group)}
///     group    = ( [name =] elements [WHERE expression] ) [quantifier]
///     node     = ( [name] [(: | IS) labels] [properties] [WHERE expression] )
extension Parser {
  mutating func pathPattern() throws(QueryError) -> PathPattern {
    let start = position
    var variable: Name?
    if current.isName, peek().kind == .equal {
      variable = try name("a name")
      advance()
    }
    var path = try at(.leftParenthesis) ? plainPath() : selectedPath()
    path.variable = variable
    path.span = span(from: start)
    return path
  }

  /// A path that starts with a word: a selector or a function.
  private mutating func selectedPath() throws(QueryError) -> PathPattern {
    if peek().kind == .leftParenthesis, at(.shortestPath) || at(.allShortestPaths) { return try functionPath() }
    let selector = try selector()
    var path = try plainPath()
    path.selector = selector
    return path
  }

  /// Elements without variable or selector.
  private mutating func plainPath() throws(QueryError) -> PathPattern {
    let start = position
    let elements = try patternElements(inExpression: false)
    return PathPattern(selector: .all, isFunctionForm: false, elements: elements, span: span(from: start))
  }

  /// `shortestPath((a)-[*]-(b))`
  mutating func functionPath() throws(QueryError) -> PathPattern {
    let start = position
    let selector: PathPattern.Selector = at(.shortestPath) ? .anyShortest : .allShortest
    advance()
    try expect(.leftParenthesis, "'('")
    guard at(.leftParenthesis) else {
      throw unexpected(
        "a pattern such as (a)-[*]->(b)", hint: "write shortestPath((a)-[*]->(b)), with two pairs of parentheses")
    }
    let elements = try patternElements(inExpression: false)
    try expect(.rightParenthesis, "')' after the pattern")
    return PathPattern(selector: selector, isFunctionForm: true, elements: elements, span: span(from: start))
  }

  private mutating func selector() throws(QueryError) -> PathPattern.Selector {
    let selector: PathPattern.Selector
    if skip(.any) {
      selector = at(.integer) ? .shortest(try pathCount()) : .anyShortest
      _ = skip(.shortest)
    } else if skip(.all) {
      selector = skip(.shortest) ? .allShortest : .all
    } else if skip(.shortest) {
      selector = .shortest(try pathCount())
    } else {
      throw unexpected("a pattern such as (n)", hint: patternHint)
    }
    if at(.path) || at(.paths) { advance() }
    guard at(.leftParenthesis) else { throw unexpected("a pattern such as (n)", hint: patternHint) }
    return selector
  }

  private var patternHint: String? {
    switch source.text(current.span).lowercased() {
    case "groups", "group": "leave it out: SHORTEST 3 counts paths"
    case "walk", "trail", "simple", "acyclic": "leave it out: a path never uses a relationship twice"
    default: at(.leftBracket) ? "a pattern starts with a node" : "nodes stand in parentheses, as in (n:Label)"
    }
  }

  private mutating func pathCount() throws(QueryError) -> Int {
    let hint = "write SHORTEST 3, ANY SHORTEST or ALL SHORTEST"
    guard at(.integer), let count = Int(source.text(current.span)), count > 0 else {
      throw unexpected("a number of paths greater than 0", hint: hint)
    }
    advance()
    return count
  }

  // MARK: Elements

  /// Nodes, relationships and groups in a row. In an expression a sign continues the pattern only if it must be an
  /// arrow: `(a)-->(b) - 1` ends after `(b)`.
  mutating func patternElements(inExpression: Bool) throws(QueryError) -> [PatternElement] {
    try descend()
    defer { depth -= 1 }
    var elements: [PatternElement] = []
    elements.reserveCapacity(3)
    try nodeOrGroup(into: &elements)
    while true {
      if inExpression ? arrowStarts(at: position) : (at(.minus) || at(.less)) {
        try relationship(into: &elements)
      } else if !at(.leftParenthesis) || inExpression {
        break
      }
      try nodeOrGroup(into: &elements)
    }
    closeWithNode(&elements, at: tokens[position - 1].span.upperBound)
    return elements
  }

  private mutating func nodeOrGroup(into elements: inout [PatternElement]) throws(QueryError) {
    if groupStarts {
      closeWithNode(&elements, at: current.span.lowerBound)
      elements.append(.group(try group()))
    } else {
      let node = try nodePattern()
      try refuseAdjacent(node, elements.last)
      elements.append(.node(node))
    }
  }

  private mutating func relationship(into elements: inout [PatternElement]) throws(QueryError) {
    closeWithNode(&elements, at: current.span.lowerBound)
    elements.append(.relationship(try relationshipPattern()))
  }

  /// Adds an anonymous node if the last element is none.
  private func closeWithNode(_ elements: inout [PatternElement], at offset: Int) {
    if case .node = elements.last { return }
    elements.append(.node(NodePattern(span: SourceSpan(offset, offset))))
  }

  private func refuseAdjacent(_ node: NodePattern, _ last: PatternElement?) throws(QueryError) {
    guard case .node(let previous) = last else { return }
    throw SyntaxErrors.adjacentNodes(at: previous.span.joined(with: node.span))
  }

  // MARK: Groups and nodes

  /// Whether a `(` opens a group: `((`, `(p = (`.
  private var groupStarts: Bool {
    guard at(.leftParenthesis) else { return false }
    return peek().kind == .leftParenthesis
      || (peek().isName && peek(2).kind == .equal && peek(3).kind == .leftParenthesis)
  }

  private mutating func group() throws(QueryError) -> QuantifiedGroup {
    let start = position
    advance()
    let pattern = try pathPattern()
    let predicate = try optionalWhere()
    try expect(.rightParenthesis, "')' after the repeated part")
    let length = try quantifier()
    return QuantifiedGroup(pattern: pattern, predicate: predicate, length: length, span: span(from: start))
  }

  mutating func nodePattern() throws(QueryError) -> NodePattern {
    let start = position
    try expect(.leftParenthesis, "a node such as (n)")
    var node = NodePattern(span: current.span)
    node.variable = try elementVariable()
    node.labels = try elementLabels()
    node.properties = try elementProperties()
    node.predicate = try optionalWhere()
    try expect(.rightParenthesis, "')' at the end of the node")
    node.span = span(from: start)
    return node
  }

  // MARK: What nodes and relationships share

  /// The variable of a node or relationship: a word, unless it is the IS or WHERE of an anonymous one.
  mutating func elementVariable() throws(QueryError) -> Name? {
    guard current.isName else { return nil }
    let next = peek()
    if at(.where), canStartOperand(next), next.kind != .leftBrace { return nil }
    if at(.is), next.kind == .word && next.keyword != .is && next.keyword != .where || startsLabels(next.kind) {
      return nil
    }
    return try name("a variable")
  }

  private func startsLabels(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .quotedName, .exclamation, .percent, .leftParenthesis: true
    default: false
    }
  }

  mutating func elementLabels() throws(QueryError) -> LabelExpression? {
    skip(.colon) || skip(.is) ? try labelExpression() : nil
  }

  mutating func elementProperties() throws(QueryError) -> Expression? {
    if at(.parameter) { throw SyntaxErrors.parameterAsProperties(at: current.span) }
    return at(.leftBrace) ? try mapLiteral() : nil
  }
}
