/// Answers statements about a landscape: queries, and sentences that a phrase understands.
public final class Asker {
  /// The landscape asked about.
  public let landscape: Landscape
  /// The phrases that are understood.
  public let library: PhraseLibrary
  /// Finds nodes by name.
  public let names: NameIndex
  private let today: CalendarDate
  private let vocabulary: Vocabulary
  private let ranks: [String: Int]

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
    names = NameIndex(graph: landscape.graph, words: landscape.schema.labelWords)
    vocabulary = landscape.schema.vocabulary
    ranks = landscape.schema.ranks
  }

  /// Whether a text is a query; everything else is a sentence.
  public static func isQuery(_ text: String) -> Bool { Parser.isQuery(text) }

  /// The statements in a text, separated by `;`.
  public static func statements(in source: SourceText) -> [SourceText] {
    Parser.statements(in: source).map { span in
      var bytes = source.bytes.map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
      for place in span.lowerBound..<span.upperBound { bytes[place] = source.bytes[place] }
      return SourceText(name: source.name, bytes: bytes)
    }
  }

  /// Answers a query.
  ///
  /// - Throws: `AskError` when the query is wrong or fails.
  public func answer(query source: SourceText, _ request: AskRequest) throws(AskError) -> AskedAnswer {
    let engine = try engine(for: request)
    let language = request.language ?? .english
    var result = AskedAnswer(request, language: language, view: engine.view)
    let table = try run(
      source, engine, parameters: request.parameters, checkingParameters: true, evidence: request.wantsEvidence,
      isStrict: request.isStrict, into: &result)
    result.answer = Answer(tables: [table])
    return result
  }

  /// The engine for the view that a request asks for.
  func engine(for request: AskRequest, without more: [NodeID] = []) throws(AskError) -> QueryEngine {
    let view = try view(for: request, without: more)
    var engine = QueryEngine(graph: landscape.graph, today: request.day ?? today)
    engine.view = view
    engine.budget = request.budget
    engine.ranks = ranks
    engine.vocabulary = vocabulary
    engine.procedures = LibraryProcedures(library: library)
    engine.evidenceRules = evidenceRules(view)
    return engine
  }

  private func evidenceRules(_ view: View) -> EvidenceRules {
    let certainties = landscape.schema.certainties
    let claims = PropertyClaims(graph: landscape.graph, view: view, certainties: certainties)
    return EvidenceRules(certainties: certainties, certaintyProperty: "certainty") { claims.claim($0, $1) }
  }

  /// Prepares and runs one query, noting warnings and time.
  func run(
    _ source: SourceText, _ engine: QueryEngine, parameters: [(name: String, value: Value)],
    checkingParameters: Bool, evidence: Bool, isStrict: Bool, into result: inout AskedAnswer
  ) throws(AskError) -> ResultTable {
    do throws(QueryError) {
      let start = ContinuousClock.now
      let query = try engine.prepare(
        source, parameters: checkingParameters ? parameters.map(\.name) : nil, withEvidence: evidence)
      if isStrict, let warning = query.warnings.first { throw warning.asError }
      result.warnings += query.warnings.map { ($0, source) }
      let compiled = ContinuousClock.now
      result.timing.compile += compiled - start
      let table = try query.run(Dictionary(parameters.map { ($0.name, $0.value) }) { $1 })
      result.timing.execute += ContinuousClock.now - compiled
      return table
    } catch {
      throw .query(error, source)
    }
  }
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
