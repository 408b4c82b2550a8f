/// Finds the shortest paths that repeat a path between two known nodes, without making all matches.
class RepeatedPathSearch {
  /// What the search found for a row.
  enum Found {
    case nothing
    case paths([[RelationshipID]])
    /// The search cannot tell: all matches must be made.
    case undecided
  }

  let context: ExecutionContext
  let span: SourceSpan
  /// Receive the lists of the relationships of one repetition, in walking order.
  let lists: [Slot]
  let length: PathLength
  /// The run in which a condition failed for something that the search came to.
  private var failedRun = -1

  init(_ context: ExecutionContext, lists: [Slot], length: PathLength, span: SourceSpan) {
    (self.context, self.lists, self.length, self.span) = (context, lists, length, span)
  }

  /// Prepares for the rows of a batch.
  func begin(_ starts: [NodeID], _ ends: [NodeID], of batch: Batch) {}

  /// The shortest walks between two different nodes, one or all; none when there is none. A walk may take a relationship twice.
  func walks(from start: NodeID, to end: NodeID, row: Int, of batch: Batch) throws(QueryError) -> [[RelationshipID]] {
    []
  }

  /// What there is between two nodes.
  final func paths(from start: NodeID, to end: NodeID, row: Int, of batch: Batch) -> Found {
    if start == .none || end == .none { return .nothing }
    if start == end { return length.minimum == 0 ? .paths([[]]) : .undecided }
    if failedRun == context.run { return .undecided }
    do {
      let walks = try walks(from: start, to: end, row: row, of: batch)
      if walks.isEmpty { return .nothing }
      let paths = walks.filter { Set($0).count == $0.count }
      return paths.isEmpty ? .undecided : .paths(paths)
    } catch {
      // A condition may have been asked of more than all matches ask it of. Anything else fails there again.
      failedRun = context.run
      return .undecided
    }
  }

  /// The list of the relationships at one place of the repeated path.
  final func list(_ place: Int, of path: [RelationshipID]) -> Value {
    .list(stride(from: place, to: path.count, by: lists.count).map { .relationship(path[$0]) })
  }
}
