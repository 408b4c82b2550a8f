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
  public var rows: [[Value]]
  /// What each row rests on, parallel to `rows`; empty when it was not asked for.
  public var evidence: [Evidence]

  /// Makes a table.
  public init(title: String? = nil, columns: [String], rows: [[Value]], evidence: [Evidence] = []) {
    self.title = title
    self.columns = columns
    self.rows = rows
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

  /// Makes the evidence of a row.
  public init(certainty: String?, counts: [(certainty: String, count: Int)] = [], claims: [EvidenceClaim] = []) {
    self.certainty = certainty
    self.counts = counts
    self.claims = claims
  }

  /// Equal certainty, counts and claims.
  public static func == (left: Evidence, right: Evidence) -> Bool {
    left.certainty == right.certainty && left.claims == right.claims
      && left.counts.elementsEqual(right.counts, by: { $0 == $1 })
  }
}

/// One claim: a relationship, or a Statement about a property.
public enum EvidenceClaim: Sendable, Hashable {
  case relationship(RelationshipID)
  case statement(NodeID)
}
