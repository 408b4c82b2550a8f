/// One step of a plan: rows come in from the step before, rows go out to the step after.
indirect enum PlanStep: Sendable {
  /// Every row with every visible node that has the label.
  case scanNodes(slot: Slot, label: LabelID?, labels: BoundLabels?)
  /// Every row with every node whose property equals a value.
  case seekNodes(slot: Slot, label: LabelID?, labels: BoundLabels?, key: BoundKey, value: BoundExpression)
  /// Every row with every node for which an expression gives what another gives for the row; may give more.
  case joinNodes(JoinStep)
  /// Keeps rows in which a slot filled earlier holds a node with the labels.
  case checkNode(slot: Slot, labels: BoundLabels?, span: SourceSpan)
  /// One row for each relationship that leads on from a node.
  case expand(ExpandStep)
  /// Keeps rows for which a relationship leads on, where nobody reads which.
  case findOne(FindOneStep)
  /// One row for each node next to two known ones, and for each pair of relationships that lead there.
  case meet(MeetStep)
  /// A relationship that was filled earlier, put in its place in the pattern.
  case placeRelationship(PlaceStep)
  /// Walks of several relationships from a node.
  case walk(WalkStep)
  /// A path repeated.
  case repeatGroup(RepeatStep)
  /// Shortest walks from a node.
  case shortest(ShortestStep)
  /// Of the rows a part plan makes for one incoming row, those with the shortest paths per pair of ends.
  case selectShortest(SelectStep)
  /// Keeps rows for which every predicate is true.
  ///
  /// Here and below, `notes` receives the lineage of what the expressions read; nil when nobody asks.
  case filter([BoundExpression], notes: Slot?)
  /// Puts a path together from its parts.
  case buildPath(slot: Slot, parts: [PathPart])
  /// The rows of the part plan for each incoming row, or the row with nulls when there are none; such a row rests on the
  /// list that was searched.
  case optional(PartPlan, newSlots: [Slot], searched: SearchedList?)
  case unwind(list: BoundExpression, slot: Slot, notes: Slot?)
  case project([BoundItem], notes: Slot?)
  case aggregate(AggregateStep)
  /// Sorts; with a limit only that many first rows (per partition) are kept.
  case sort([BoundSortKey], limit: BoundExpression?, skip: BoundExpression?, partition: Slot?)
  case distinct([Slot], partition: Slot?)
  /// Drops rows that are equal to the row before, where equal rows make no difference later.
  case dropRepeats
  /// As `distinct`, keeping of equal rows the one that rests on the strongest claims.
  case strongest([Slot], partition: Slot?, lineage: Slot)
  case skip(BoundExpression, partition: Slot?)
  case limit(BoundExpression, partition: Slot?)
  /// Runs a query for each incoming row and joins its outputs to the row.
  case call(BoundCall, PartPlan)
  /// Writes down what each row rests on.
  case trace(TraceStep)
}

/// A plan run for each incoming row, for a whole batch of rows at once: every row carries in `tag` the number of the
/// incoming row it came from.
struct PartPlan: Sendable {
  var plan: QueryPlan
  var tag: Slot
  /// The slots of the incoming rows that the part reads.
  var inputs: [Slot]
}

/// The branches of a query, each a list of steps.
struct QueryPlan: Sendable {
  var branches: [BranchPlan]
  /// Equal rows of different branches stay (also when there is but one branch).
  var keepsDuplicates: Bool
  var outputs: [Slot]
  var partition: Slot?
  /// Where a row's lineage is, when it is wanted.
  var lineage: Slot?
}

/// Steps in the order in which rows pass them, with the slots that later steps still read.
struct BranchPlan: Sendable {
  var steps: [PlanStep]
  /// For each step the slots that are needed after it, in order.
  var live: [[Slot]]
  /// The branch's own result slots, copied to `QueryPlan.outputs`.
  var outputs: [Slot]
  /// The branch's own lineage slot, copied to `QueryPlan.lineage`.
  var lineage: Slot?
  /// For each step how many rows the planner expects after it; nil when it makes no guess.
  var estimates: [Double]
}

/// Grouping and aggregates.
struct AggregateStep: Sendable {
  var aggregation: BoundAggregation
  /// Slots of the incoming rows that later steps of a part plan read.
  var carried: [Slot]
  var partition: Slot?
  /// The slot of a key whose equal values stand together in the incoming rows: groups of different values never
  /// have to be told apart by looking them up.
  var run: Slot?
  /// Slots of keys that are equal where the other keys are.
  var dependent: [Slot] = []
  /// Within a run, rows with equal values in any of these slots stand together.
  var clustered: SlotSet = []
  /// The lineage of the incoming rows, which becomes that of the groups.
  var lineage: Slot?
}

extension AggregateStep {
  /// The rows of a group with the same argument stand together.
  func isClustered(_ aggregate: BoundAggregate) -> Bool {
    guard run != nil, aggregate.argument?.type == .node, case .slot(let slot)? = aggregate.argument?.kind else {
      return false
    }
    return clustered.contains(slot)
  }
}

/// What the rows made since the last projection rest on.
struct TraceStep: Sendable {
  /// Receives the lineage.
  var lineage: Slot
  /// Lineages of earlier clauses, of parts, and of what expressions read.
  var earlier: [Slot]
  var relationships: [Slot]
}

/// `(from)-[relationship:types]->(to)`; when `to` is filled already, only the relationships between the two.
struct ExpandStep: Sendable {
  var from: Slot
  var relationship: Slot
  var to: Slot
  var isToBound: Bool
  var types: BoundLabels?
  var direction: RelationshipPattern.Direction
  var labels: BoundLabels?
  /// Slots with relationships (or lists of them) of the same MATCH that must differ.
  var distinctFrom: [Slot]
  /// Conditions on the relationship alone, or the node it leads to, that cannot fail. They may leave rows out here; they are
  /// checked again behind the step.
  var tests: [BoundExpression] = []
  var span: SourceSpan
}

/// `(a)-[first]->(to)<-[second]-(b)` where both ends are known and each list of neighbours is sorted: the lists are merged.
struct MeetStep: Sendable {
  /// From the one end to the node sought.
  var first: ExpandStep
  /// From the other end to the same node.
  var second: ExpandStep
  /// The two relationships could be the same one, which they must not be.
  var mayCoincide: Bool

  /// The same with one of the ends as the first; nil when it is neither end, or both.
  func seen(from end: Slot) -> MeetStep? {
    if (first.from == end) == (second.from == end) { return nil }
    return first.from == end ? self : MeetStep(first: second, second: first, mayCoincide: mayCoincide)
  }
}

/// `(left)-[relationship:types]->(right)` where the relationship is known.
struct PlaceStep: Sendable {
  /// One end of the pattern.
  struct End: Sendable {
    var slot: Slot
    var isBound: Bool
    var labels: BoundLabels?
  }

  var relationship: Slot
  var left: End
  var right: End
  var types: BoundLabels?
  var direction: RelationshipPattern.Direction
  var distinctFrom: [Slot]
  var span: SourceSpan
}

/// `(from)-[relationships:types*min..max]->(to)`.
struct WalkStep: Sendable {
  var from: Slot
  /// Receives the list of relationships.
  var relationships: Slot
  var to: Slot
  var isToBound: Bool
  var isListBound: Bool
  var types: BoundLabels?
  var direction: RelationshipPattern.Direction
  var labels: BoundLabels?
  var length: PathLength
  var elementSlot: Slot?
  var elementPredicate: BoundExpression?
  var distinctFrom: [Slot]
  /// The step goes against the order of the text: lists are reversed.
  var isReversed: Bool
  var span: SourceSpan
}

/// A repeated path from a node on; the part plan makes one repetition from `entry` to `exit`.
struct RepeatStep: Sendable {
  var from: Slot
  var to: Slot
  var isToBound: Bool
  var labels: BoundLabels?
  var length: PathLength
  /// One repetition: reads `entry`, fills `exit` and the slots of the exports.
  var part: PartPlan
  var entry: Slot
  var exit: Slot
  var exports: [GroupExport]
  /// The inner slots of the relationships of one repetition.
  var innerRelationships: [Slot]
  /// For each of them, in order, the slot of the list of its values over the repetitions.
  var relationshipLists: [Slot]
  var distinctFrom: [Slot]
  var isReversed: Bool
  var span: SourceSpan
}

/// Shortest walks over one variable-length relationship.
struct ShortestStep: Sendable {
  var walk: WalkStep
  var selector: PathPattern.Selector
  /// It matters which of several walks with the same ends and length is given.
  var isRead: Bool
}

/// Chooses among the rows of a part plan.
struct SelectStep: Sendable {
  var part: PartPlan
  var selector: PathPattern.Selector
  var start: Slot
  var end: Slot
  var parts: [PathPart]
  var newSlots: [Slot]
  /// How the shortest between two known nodes are searched for; nil when all matches must be made.
  var search: Search?

  /// A way to search for the shortest paths that repeat a path.
  enum Search: Sendable {
    case stages(GroupWalk)
    case repetitions(GroupRepetition)
  }
}

/// A part of a path in walking order.
enum PathPart: Sendable {
  /// The node the path starts from.
  case start(Slot)
  /// One relationship, or the list of a walk.
  case relationships(Slot)
  /// The lists of a group's relationships, one repetition after the other.
  case interleaved([Slot])
}
