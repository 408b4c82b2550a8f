/// Continues every row with every visible node that has the labels.
final class ScanNodesOperator: GrowingOperator, SharedSource {
  private let slot: Slot
  /// The nodes to scan; nil when it is all of them, in order.
  private let candidates: [NodeID]?
  private let count: Int
  /// The part of the candidates that is scanned.
  var share: Range<Int>
  private var place = 0

  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, slot: Slot, label: LabelID?, labels: BoundLabels?
  ) {
    self.slot = slot
    let isEverything = label == nil && labels == nil && context.view.nodes == nil
    candidates = isEverything ? nil : VisibleNodes(label, labels, context).all
    count = candidates?.count ?? context.graph.nodeCount
    share = 0..<count
    super.init(context, live: live, input: input)
  }

  func prepare(for argument: Batch) -> Int { count }

  func prepare(as other: any SharedSource) {}

  override func begin(row: Int, of batch: Batch) { place = share.lowerBound }

  override func grow(row: Int, of batch: Batch, into output: inout Output) -> Bool {
    let count = min(share.upperBound - place, max(0, Batch.targetSize - output.rows.count))
    output.rows.append(contentsOf: repeatElement(Int32(row), count: count))
    let places = place..<place + count
    if let candidates {
      output.nodes.append(contentsOf: candidates[places])
    } else {
      output.nodes.append(contentsOf: places.lazy.map { NodeID($0) })
    }
    place += count
    return place == share.upperBound
  }

  override func finish(_ batch: inout Batch, _ output: Output) {
    if isLive(slot) { batch[slot] = .nodes(output.nodes) }
  }
}

/// Continues every row with every visible node whose property equals a value.
final class SeekNodesOperator: GrowingOperator, SharedSource {
  private let slot: Slot
  /// Nodes pass whatever their labels and the view.
  private let acceptsAll: Bool
  private let labels: LabelTest
  private let index: PropertyIndex?
  private let value: Evaluate
  /// By row, where the nodes stand in the index; of the only row, in `onlyPlaces`.
  private var places: [Range<Int>] = []
  private var onlyPlaces = 0..<0
  /// The part of the nodes of the only row there is, counted from the first, that is given.
  var share = 0..<Int.max

  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, slot: Slot, labels: BoundLabels?, key: BoundKey,
    value: @escaping Evaluate
  ) {
    self.slot = slot
    self.labels = LabelTest(labels, context.graph)
    acceptsAll = labels == nil && context.view.nodes == nil
    index = key.id.flatMap { context.graph.index(of: $0) }
    self.value = value
    super.init(context, live: live, input: input)
  }

  func prepare(for argument: Batch) throws(QueryError) -> Int {
    try begin(argument)
    return onlyPlaces.count
  }

  func prepare(as other: any SharedSource) {}

  override func begin(_ batch: Batch) throws(QueryError) {
    let values = try value(batch)
    guard let index else { return }
    if batch.count == 1 {
      onlyPlaces = index.placesOfEqual(values.value(at: 0))
    } else {
      places = index.places(of: values, count: batch.count)
    }
  }

  override func fill(_ output: inout Output, from batch: Batch, at row: Int) -> Int {
    guard let index else { return batch.count }
    let (nodes, places, share, acceptsAll) = (index.nodes, places, share, acceptsAll)
    let isOnly = batch.count == 1
    var row = row
    while row < batch.count && !output.isFull {
      let own = isOnly ? onlyPlaces : places[row]
      let given = own.lowerBound + min(share.lowerBound, own.count)..<own.lowerBound + min(share.upperBound, own.count)
      for place in given where acceptsAll || context.view.shows(nodes[place]) && labels.accepts(nodes[place]) {
        if isOnly && given.count == 1 {
          output.rows = Output.onlyRow
        } else {
          output.rows.append(Int32(truncatingIfNeeded: row))
        }
        output.nodes.append(nodes[place])
      }
      row += 1
    }
    return row
  }

  override func finish(_ batch: inout Batch, _ output: Output) {
    if isLive(slot) { batch[slot] = .nodes(output.nodes) }
  }
}

/// Keeps rows in which a slot holds a node with the labels.
final class CheckNodeOperator: StepOperator {
  private let slot: Slot
  private let labels: BoundLabels?
  private let span: SourceSpan

  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, slot: Slot, labels: BoundLabels?, span: SourceSpan
  ) {
    self.slot = slot
    self.labels = labels
    self.span = span
    super.init(context, live: live, input: input)
  }

  override func next() throws(QueryError) -> Batch? {
    while var batch = try input.next() {
      let nodes = try batch[slot].nodes(count: batch.count, at: span)
      batch[slot] = .nodes(nodes)
      if labels == nil && !nodes.contains(.none) {
        batch.keep(live)
        return batch
      }
      var rows: [Int32] = []
      for (row, node) in nodes.enumerated() where node != .none && (labels?.accepts(node, in: context.graph) ?? true) {
        rows.append(Int32(row))
      }
      if !rows.isEmpty { return batch.continued(by: rows, keeping: live) }
    }
    return nil
  }
}
