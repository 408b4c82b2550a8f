/// Answers statements about a landscape: queries, and sentences that a phrase understands.
public final class Asker {
  /// The landscape asked about.
  public let landscape: Landscape
  /// The phrases that are understood.
  public let library: PhraseLibrary
  /// Finds nodes by name.
  public let names: NameIndex
  let views: RecentViews
  private let today: CalendarDate
  private let reader: StatementReader
  private let ranks: [String: Int]
  private(set) lazy var certainties = landscape.schema.certainties
  private(set) lazy var recordedLists = landscape.schema.recordedLists

  /// Prepares to answer.
  ///
  /// - Parameters:
  ///   - landscape: what to ask about.
  ///   - library: the phrases that are understood.
  ///   - today: the day that `date()` gives when no day is asked for.
  public init(_ landscape: Landscape, library: PhraseLibrary, today: CalendarDate) {
    self.landscape = landscape
    self.library = library
    self.today = today
    views = RecentViews(landscape)
    names = NameIndex(graph: landscape.graph, words: landscape.schema.labelWords)
    ranks = landscape.schema.ranks
    reader = StatementReader(
      graph: landscape.graph, vocabulary: landscape.schema.vocabulary, procedures: LibraryProcedures(library: library))
  }

  /// Whether a text is a query; everything else is a sentence.
  public static func isQuery(_ text: String) -> Bool { Parser.isQuery(text) }

  /// The statements in a text, separated by `;`.
  public static func statements(in source: SourceText) -> [SourceText] {
    Parser.statements(in: source).map { source.statement($0) }
  }

  /// Answers a query.
  ///
  /// - Throws: `AskError` when the query is wrong or fails.
  public func answer(query source: SourceText, _ request: AskRequest) throws(AskError) -> AskedAnswer {
    let engine = try engine(for: request)
    let language = request.language ?? .english
    var result = emptyAnswer(request, language, engine.view)
    let query = AskedQuery(
      source: source, parameters: request.parameters, checksParameters: true, wantsEvidence: request.wantsEvidence)
    let (table, prepared) = try run(query, engine, request, into: &result)
    let unknown = try unknownRows(
      of: query, prepared, beside: table, try unknownView(for: request, without: [], engine), request, into: &result)
    result.answer = Answer(tables: [table] + [unknown].compactMap { $0 })
    return result
  }

  /// The engine for the view that a request asks for.
  func engine(for request: AskRequest, without more: [NodeID] = []) throws(AskError) -> QueryEngine {
    engine(seeing: try viewOptions(for: request, without: more), request)
  }

  /// An engine for what some options show.
  func engine(seeing options: ViewOptions, _ request: AskRequest) -> QueryEngine {
    let seen = views.view(options)
    var engine = QueryEngine(graph: landscape.graph, today: request.day ?? today)
    engine.see(seen.view, keeping: seen.kept)
    engine.budget = request.budget
    engine.ranks = ranks
    engine.reader = reader
    engine.evidenceRules = evidenceRules(seen.view)
    return engine
  }

  /// Prepares and runs one query, noting warnings and time.
  func run(
    _ asked: AskedQuery, _ engine: QueryEngine, _ request: AskRequest, into result: inout AskedAnswer
  ) throws(AskError) -> (table: ResultTable, prepared: PreparedQuery) {
    let source = asked.source
    do throws(QueryError) {
      let start = ContinuousClock.now
      let query = try prepare(asked, engine)
      if request.isStrict, let warning = query.warnings.first { throw warning.asError }
      result.warnings += query.warnings.map { ($0, source) }
      let compiled = ContinuousClock.now
      result.timing.compile += compiled - start
      var table = try query.run(asked.values)
      addRemarks(to: &table, request, result.language)
      result.timing.execute += ContinuousClock.now - compiled
      return (table, query)
    } catch {
      throw .query(error, source)
    }
  }

  func prepare(_ asked: AskedQuery, _ engine: QueryEngine) throws(QueryError) -> PreparedQuery {
    try engine.prepare(
      asked.source, parameters: asked.checksParameters ? asked.parameters.map(\.name) : nil,
      withEvidence: asked.wantsEvidence)
  }
}

/// One query with its parameters.
struct AskedQuery {
  let source: SourceText
  let parameters: [(name: String, value: Value)]
  /// A parameter that is not given is an error.
  var checksParameters = false
  /// Its rows tell what they rest on.
  var wantsEvidence: Bool

  var values: [String: Value] { Dictionary(parameters.map { ($0.name, $0.value) }) { $1 } }
}

extension QueryWarning {
  /// The warning as `--strict` reports it.
  fileprivate var asError: QueryError {
    QueryError(.compileTime, .semantic, "UnknownName", message, at: span, hint: hint)
  }
}

extension Schema {
  /// The certainties from strong to weak.
  var certainties: [String] {
    enumeration("certainty")?.values.map(\.name).reversed() ?? []
  }
}
