extension Asker {
  /// Answers a sentence: as `MatchedSentence` understands it, one table per query of the phrase.
  ///
  /// - Throws: `AskError` when it is not understood, or a query of the phrase fails.
  public func answer(sentence: Sentence, _ request: AskRequest) throws(AskError) -> AskedAnswer {
    var matched: MatchedSentence
    do throws(SentenceError) {
      matched = try SentenceMatcher(library: library, names: names, day: request.day, isDayChosen: request.isDayChosen)
        .match(sentence)
    } catch {
      throw .sentence(error)
    }
    var request = request
    switch matched.day {
    case .on(let day)?: request.day = day
    case .any?: request.day = nil
    case nil: if !request.isDayChosen, matched.phrase.looksAtAnyDay { request.day = nil }
    }
    if !matched.only.isEmpty { request.only = matched.only }
    request.withProposed = request.withProposed || matched.withProposed
    let engine = try engine(for: request, without: matched.without)
    let unknown = matched.mode == .run ? try unknownView(for: request, without: matched.without, engine) : nil
    request.without += matched.without.map { landscape.name(of: $0) }
    do throws(SentenceError) {
      matched = try matched.restricted(to: engine.view, orUnknownIn: unknown?.engine.view, names: names)
    } catch {
      throw .sentence(error)
    }
    return try answer(matched, request, engine, unknown)
  }

  private func answer(
    _ matched: MatchedSentence, _ request: AskRequest, _ engine: QueryEngine, _ unknown: UnknownView?
  ) throws(AskError) -> AskedAnswer {
    let language = request.language ?? matched.language
    var result = emptyAnswer(request, language, engine.view)
    var asked: [ResultTable?] = []
    var shown: [ResultTable] = []
    for table in matched.phrase.tables {
      guard table.isShown(after: asked) else {
        asked.append(nil)
        continue
      }
      let query = AskedQuery(
        source: matched.phrase.query(of: table).explained(matched.mode), parameters: matched.parameters(in: language),
        checksParameters: true, wantsEvidence: true)
      var (rows, prepared) = try run(query, engine, request, into: &result)
      rows.title = table.title[language]
      if matched.mode == .run, let titles = try columnTitles(of: table, rows, in: matched.phrase, language) {
        rows.columnTitles = titles
      }
      if matched.mode == .run { rows.layout = table.layout }
      asked.append(rows)
      if table.condition != .ifOwnRows && matched.unknown.isEmpty || !rows.rows.isEmpty { shown.append(rows) }
      let more = try unknownRows(of: query, prepared, beside: rows, unknown, request, into: &result)
      if let more { shown.append(more) }
    }
    result.answer = Answer(
      headline: try opening(matched, asked, request, engine, language, &result), tables: shown,
      notes: matched.notes.compactMap { $0[language] }, isPhrase: true, drawing: matched.phrase.drawing)
    result.answer.drawn = try drawn(matched, request, engine, language, &result)
    return result
  }

  /// The names that the header gives to the columns of a table; nil when it gives none.
  private func columnTitles(
    of table: PhraseTable, _ rows: ResultTable, in phrase: PhraseFile, _ language: Language
  ) throws(AskError) -> [String]? {
    guard let titles = table.columns(in: language) else { return nil }
    guard titles.count == rows.columns.count else {
      throw .phrase(
        PhraseFileError(
          "the header names \(titles.count) columns, and this query returns \(rows.columns.count)", in: phrase.source,
          at: SourceSpan(table.query.lowerBound, table.query.lowerBound + 1),
          hint: "it names \(titles.joined(separator: ", ")); the query returns \(rows.columns.joined(separator: ", "))")
      )
    }
    return titles
  }

  /// What the phrase draws in place of its tables; nil when it draws these, or nobody wants a drawing.
  private func drawn(
    _ matched: MatchedSentence, _ request: AskRequest, _ engine: QueryEngine, _ language: Language,
    _ result: inout AskedAnswer
  ) throws(AskError) -> ResultTable? {
    guard request.wantsDrawing, matched.mode == .run, let source = matched.phrase.drawingQuery else { return nil }
    let table = try run(
      AskedQuery(source: source, parameters: matched.parameters(in: language), wantsEvidence: true), engine, request,
      into: &result
    ).table
    return table.rows.isEmpty ? nil : table
  }

  /// The headline, what is unknown in its place, and how names were read that could mean something else.
  private func opening(
    _ matched: MatchedSentence, _ tables: [ResultTable?], _ request: AskRequest, _ engine: QueryEngine,
    _ language: Language, _ result: inout AskedAnswer
  ) throws(AskError) -> String? {
    let headline = try headline(matched, tables, request, engine, language, &result)
    let unknown = matched.unknown.compactMap { names.unknownNote($0)[language] }
    let sentences = [headline].compactMap { $0 } + unknown + matched.readings.compactMap { $0[language] }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// The headline in the language; its query may read the rows of the first table as `$table_1`, a list of maps, and so on.
  private func headline(
    _ matched: MatchedSentence, _ tables: [ResultTable?], _ request: AskRequest, _ engine: QueryEngine,
    _ language: Language, _ result: inout AskedAnswer
  ) throws(AskError) -> String? {
    guard matched.mode == .run, matched.unknown.isEmpty, let source = matched.phrase.headline else { return nil }
    var engine = engine
    engine.evidenceRules = nil
    let table = try run(
      AskedQuery(
        source: source, parameters: matched.parameters(in: language) + tables.asParameters, checksParameters: true,
        wantsEvidence: false),
      engine, request, into: &result
    ).table
    guard let row = table.rows.first, let column = table.columns.firstIndex(of: language.rawValue),
      case .string(let text) = row[column]
    else { return nil }
    return text
  }
}

extension MatchedSentence {
  /// The parameters of the sentence, and `$language`: the language to answer in, `en` or `nl`.
  fileprivate func parameters(in language: Language) -> [(name: String, value: Value)] {
    parameters + [("language", .string(language.rawValue))]
  }
}

extension [ResultTable?] {
  /// The tables as lists of maps: `table_1`, `table_2`; one that was not asked is null.
  fileprivate var asParameters: [(name: String, value: Value)] {
    enumerated().map { number, table in
      let rows = table?.rows.map { row in Value.map(ValueMap(zip(table?.columns ?? [], row).map { ($0, $1) })) }
      return ("table_\(number + 1)", rows.map { .list($0) } ?? .null)
    }
  }
}

extension PhraseTable {
  /// Whether the table is asked at all, given the tables before it; nil stands for one that was not asked.
  fileprivate func isShown(after earlier: [ResultTable?]) -> Bool {
    switch condition {
    case nil, .ifOwnRows?: true
    case .ifEmpty(let number)?: earlier[safe: number - 1]??.rows.isEmpty ?? false
    case .ifRows(let number)?: earlier[safe: number - 1]??.rows.isEmpty == false
    }
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension SourceText {
  /// The same query with EXPLAIN or PROFILE before it.
  fileprivate func explained(_ mode: MatchedSentence.Mode) -> SourceText {
    switch mode {
    case .run: self
    case .explain: SourceText(name: name, bytes: Array("EXPLAIN ".utf8) + bytes)
    case .profile: SourceText(name: name, bytes: Array("PROFILE ".utf8) + bytes)
    }
  }
}

extension Landscape {
  /// The name of a node, or its identifier when it has none.
  func name(of node: NodeID) -> String {
    if case .string(let name) = graph.property(DomainNames.name, of: node) { return name }
    return graph.identifier(of: node)
  }
}
