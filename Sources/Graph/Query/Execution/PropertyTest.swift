/// That a property of a relationship, or of the node it leads to, equals a constant or a parameter.
struct PropertyTest {
  private let key: KeyID?
  private let column: PropertyColumn?
  private let isOfNode: Bool
  private let view: View
  private let value: Evaluate
  /// The value is in the text of the statement.
  let isSameInEveryRun: Bool

  /// Nil when a predicate is anything else.
  ///
  /// - Parameters:
  ///   - predicate: the predicate.
  ///   - relationship: the slot of the relationship.
  ///   - node: the slot of the node, nil when the test may not be of a node.
  ///   - context: what the statement looks at.
  ///   - compile: makes the function of an expression.
  init?(
    _ predicate: BoundExpression, _ relationship: Slot, _ node: Slot?, _ context: ExecutionContext,
    _ compile: (BoundExpression) -> Evaluate
  ) {
    guard case .comparison(.equal, let left, let right) = predicate.kind else { return nil }
    let sides = [(left, right), (right, left)]
    guard
      let (property, value) = sides.first(where: { side, other in
        guard case .property(let base, _) = side.kind, case .slot(let slot) = base.kind else { return false }
        return (slot == relationship || slot == node) && other.isFixed
      }),
      case .property(let base, let key) = property.kind, case .slot(let slot) = base.kind
    else { return nil }
    isOfNode = slot == node
    let table = isOfNode ? context.graph.nodeProperties : context.graph.relationshipProperties
    self.key = key.id
    column = key.id.flatMap { table.column($0) }
    view = context.view
    self.value = compile(value)
    isSameInEveryRun = if case .constant = value.kind { true } else { false }
  }

  /// The question to ask for the rows of a batch.
  func question(for batch: Batch) throws(QueryError) -> Question {
    Question(column, isOfNode: isOfNode, view, try wanted(in: batch))
  }

  /// What tells apart tests of different properties and values.
  func key(for batch: Batch) throws(QueryError) -> Key {
    Key(property: key, isOfNode: isOfNode, wanted: try wanted(in: batch))
  }

  struct Key: Hashable, Sendable {
    let property: KeyID?
    let isOfNode: Bool
    let wanted: Value
  }

  private func wanted(in batch: Batch) throws(QueryError) -> Value {
    batch.count > 0 ? try value(batch).value(at: 0) : .null
  }

  /// The test with the value to compare with.
  struct Question {
    /// The column when it holds texts only, and a text is wanted.
    let texts: Texts?
    private let isOfNode: Bool
    private let view: View
    private let column: PropertyColumn?
    private let wanted: Value

    /// The numbers of a column's texts and that of the wanted one, which no row has when the column has no such text.
    struct Texts {
      /// The number of no text: it is not that of a row without a text either.
      static let unknown = UInt32.max - 1

      let numbers: [UInt32]
      let firstRow: Int
      let wanted: UInt32
      let isOfNode: Bool
      let view: View

      @inline(__always)
      func isTrue(of relationship: RelationshipID, _ node: NodeID) -> Bool {
        let place = (isOfNode ? node.index : view.row(of: relationship)) - firstRow
        return place >= 0 && place < numbers.count && numbers[place] == wanted
      }
    }

    fileprivate init(_ column: PropertyColumn?, isOfNode: Bool, _ view: View, _ wanted: Value) {
      (self.column, self.isOfNode, self.view, self.wanted) = (column, isOfNode, view, wanted)
      if let column, case .strings(let numbers, let pool) = column.storage, case .string(let text) = wanted {
        let number = pool.texts.number(of: text).map { UInt32($0) } ?? Texts.unknown
        texts = Texts(
          numbers: numbers, firstRow: column.firstRow, wanted: number, isOfNode: isOfNode, view: view)
      } else {
        texts = nil
      }
    }

    /// What asks the same in plain memory; nil when nothing does.
    var bareSource: BareTestSource? {
      // The properties of a relationship are in its own row, unless the view shows another claim.
      guard isOfNode || view.strongestClaims.isEmpty else { return nil }
      if let texts { return .texts(texts) }
      return column.flatMap { BareTestSource($0, wanted: wanted, isOfNode: isOfNode) }
    }

    func isTrue(of relationship: RelationshipID, _ node: NodeID) -> Bool {
      guard let column else { return false }
      return Value.equals(column.value(at: isOfNode ? node.index : view.row(of: relationship)), wanted) == true
    }
  }
}
