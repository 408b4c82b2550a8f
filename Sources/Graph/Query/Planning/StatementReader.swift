internal import Synchronization

/// Reads, binds and plans statements about one graph, and keeps the last ones: who asks a statement again, with other values for
/// its parameters or of another view, does not wait for that again.
final class StatementReader: Sendable {
  /// What is kept of the statements read last.
  private enum Kept {
    /// So many statements.
    static let most = 32
    /// In bytes; a longer statement is not kept.
    static let longest = 16 * 1024
  }

  /// All that a plan depends on besides the graph and the vocabulary.
  private struct Key: Equatable {
    let text: [UInt8]
    let parameters: [String]?
    let lists: [String: RecordedList]?
    let withEvidence: Bool
  }

  private let graph: PropertyGraph
  private let vocabulary: Vocabulary?
  private let procedures: any ProcedureSource
  /// The one used last stands last.
  private let kept = Mutex<[(key: Key, statement: PlannedStatement)]>([])

  init(graph: PropertyGraph, vocabulary: Vocabulary? = nil, procedures: any ProcedureSource = NoProcedures()) {
    self.graph = graph
    self.vocabulary = vocabulary
    self.procedures = procedures
  }

  /// A statement ready to be run.
  ///
  /// - Parameters:
  ///   - source: its text.
  ///   - parameters: the names of the parameters it may use; nil leaves them unchecked.
  ///   - lists: what the absence of a relationship says, by type; nil when rows tell nothing of what they rest on.
  ///   - withEvidence: rows tell all that they rest on.
  /// - Throws: `QueryError` when the text is no statement.
  func statement(
    _ source: SourceText, parameters: [String]?, lists: [String: RecordedList]?, withEvidence: Bool
  ) throws(QueryError) -> PlannedStatement {
    let key = Key(text: source.bytes, parameters: parameters, lists: lists, withEvidence: withEvidence)
    if let known = kept.withLock({ StatementReader.find(key, &$0) }) { return known }
    let environment = BindingEnvironment(
      graph: graph, parameterNames: parameters, vocabulary: vocabulary, procedures: procedures)
    let bound = try Binder.bind(try Parser.parse(source), source: source, environment: environment)
    let statement = PlannedStatement(bound, source: source, graph: graph, lists: lists, withEvidence: withEvidence)
    if source.bytes.count <= Kept.longest {
      kept.withLock { kept in
        if kept.count == Kept.most { kept.removeFirst() }
        kept.append((key, statement))
      }
    }
    return statement
  }

  private static func find(
    _ key: Key, _ kept: inout [(key: Key, statement: PlannedStatement)]
  ) -> PlannedStatement? {
    guard let place = kept.lastIndex(where: { $0.key == key }) else { return nil }
    if place < kept.count - 1 { kept.append(kept.remove(at: place)) }
    return kept[kept.count - 1].statement
  }
}
