/// What a statement says: one or more tables, with a sentence above and notes below.
public struct Answer: Sendable {
  /// The answer in a sentence, from the phrase file; nil for a plain query.
  public var headline: String?
  /// The tables in order; a plain query has one without a title.
  public var tables: [ResultTable]
  /// Lines to print under the tables: what rests on lists that are not closed, what is not recorded.
  public var notes: [String]
  /// A sentence, not a query: JSON keeps the form with tables even for one table.
  public var isPhrase: Bool
  /// How it wants to be drawn, as the phrase file says; nil for the standard drawing.
  public var drawing: String?
  /// What is drawn in place of the tables, as the phrase file asks it; nil draws the tables.
  public var drawn: ResultTable?

  /// Makes an answer.
  public init(
    headline: String? = nil, tables: [ResultTable], notes: [String] = [], isPhrase: Bool = false,
    drawing: String? = nil
  ) {
    self.headline = headline
    self.tables = tables
    self.notes = notes
    self.isPhrase = isPhrase
    self.drawing = drawing
  }

  /// The lines under each table, then those under all of them.
  public var allNotes: [String] { tables.flatMap(\.notes) + notes }
}

/// Columns and rows.
public struct ResultTable: Sendable {
  /// What stands above the table, nil for a plain query.
  public var title: String?
  /// The names of the columns.
  public var columns: [String]
  /// What the columns are called in print, parallel to `columns`; nil prints the names. Machine formats keep the names.
  public var columnTitles: [String]?
  /// How it is laid out in print.
  public var layout = TableLayout.list
  /// The rows, each with one value per column.
  public var rows: ResultRows
  /// What each row rests on, parallel to `rows`; empty when it was not asked for.
  public var evidence: [Evidence]
  /// Lines to print under the table: what its rows rest on besides claims.
  public var notes: [String] = []
  /// Whether it is unknown if its rows hold: nothing says when they ended.
  public var isUnknown = false

  /// Makes a table.
  public init(title: String? = nil, columns: [String], rows: some Sequence<[Value]>, evidence: [Evidence] = []) {
    self.title = title
    self.columns = columns
    self.rows = rows as? ResultRows ?? ResultRows(rows)
    self.evidence = evidence
  }
}

/// How the rows of a table are laid out in print; the machine formats keep the rows.
public enum TableLayout: Sendable, Equatable {
  /// A line per row.
  case list
  /// `// layout: matrix ROWS COLUMNS CELL`: the columns that give row heads, column heads and cells.
  case matrix(rows: String, columns: String, cell: String)
}

/// The claims one row rests on and what they amount to.
public struct Evidence: Sendable, Equatable {
  /// One of the schema's certainties (`stated`, `outside`, `inferred`, `disputed`, `proposed`), nil when the row rests on
  /// no claim.
  public var certainty: String?
  /// Of an aggregate: how many inputs have each certainty, strong to weak; empty otherwise.
  public var counts: [(certainty: String, count: Int)]
  /// The relationships and Statement nodes the row rests on, in order, without repeats.
  public var claims: [EvidenceClaim]
  /// Where nothing was found and the row rests on that, in order, without repeats.
  public var absences: [EvidenceAbsence]
  /// The day of the oldest of its claims that hold only as last recorded; nil when there is none.
  public var lastRecorded: CalendarDate?

  /// Makes the evidence of a row.
  public init(
    certainty: String?, counts: [(certainty: String, count: Int)] = [], claims: [EvidenceClaim] = [],
    absences: [EvidenceAbsence] = [], lastRecorded: CalendarDate? = nil
  ) {
    self.certainty = certainty
    self.counts = counts
    self.claims = claims
    self.absences = absences
    self.lastRecorded = lastRecorded
  }

  /// That of a row that rests on no claim.
  static let none = Evidence(certainty: nil)

  /// Equal certainty, counts, claims and absences.
  public static func == (left: Evidence, right: Evidence) -> Bool {
    left.certainty == right.certainty && left.claims == right.claims && left.absences == right.absences
      && left.lastRecorded == right.lastRecorded
      && left.counts.elementsEqual(right.counts, by: { $0 == $1 })
  }
}

/// One claim: a relationship, or a Statement about a property.
public enum EvidenceClaim: Sendable, Hashable {
  case relationship(RelationshipID)
  case statement(NodeID)
}

/// No relationship of one type was found at a node.
public struct EvidenceAbsence: Sendable, Hashable {
  /// The type of relationship that was looked for.
  public var type: String
  /// The node it was looked for at.
  public var node: NodeID
  /// The list searched is the node's own; else it would stand in the lists of the nodes at the other end.
  public var isOwnList: Bool
  /// The list is known to be complete: nothing found is nothing there. Else nothing is recorded.
  public var isClosed: Bool

  /// Makes an absence.
  public init(type: String, node: NodeID, isOwnList: Bool, isClosed: Bool) {
    self.type = type
    self.node = node
    self.isOwnList = isOwnList
    self.isClosed = isClosed
  }

  /// Nodes tell absences apart well enough: hashing texts takes long.
  public func hash(into hasher: inout Hasher) { hasher.combine(node) }
}
