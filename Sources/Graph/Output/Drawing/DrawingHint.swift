/// How the rows of a table want to be drawn, as a phrase file or `--draw` says it.
///
/// A kind of picture (`tiles`; `PictureKind` has them all) and words `key:value`, apart by spaces; a column name with spaces
/// stands in double quotes.
///
///     clusters:region colour:other node:municipality
///     from:party=Party via:forum=Forum to:other=Party label:level,authority to-label:other_level
///
/// | key | what |
/// |---|---|
/// | `clusters:COLUMN` | a box per distinct value of the column, in the order of the rows |
/// | `node:COLUMN` | what stands in the boxes; else the first column that is neither box nor colour |
/// | `colour:COLUMN` | the value that colours a node; where a box holds several, those of the minority stand out |
/// | `from:COLUMN`, `to:COLUMN` | a line per row between the two values |
/// | `via:COLUMN` | a node in between: two lines per row |
/// | `label:COLUMN,...` | what the line says; with `via`, the line from the first to the middle |
/// | `to-label:COLUMN,...` | what the line from the middle to the last says |
/// | `certainty:COLUMN` | the certainty that the line shows; else the row's evidence |
/// | `arrows:yes` or `arrows:no` | else: arrows unless there is a `via` |
/// | `mirror:COLUMN,...` | draws nodes and relationships; those in the columns from right to left |
/// | `missing:COLUMN` | nodes that are missing at the first node of their row: hollow, dashed and red |
/// | `rows:COLUMN`, `columns:COLUMN`, `cell:COLUMN` | of a matrix; several `columns` are cells themselves |
/// | `mark:COLUMN` | the identifier that gives a cell its sign, when `cell` holds other words |
/// | `step:COLUMN`, `start:COLUMN`, `end:COLUMN` | of a timeline: what, from which day, before which day |
/// | `date:`, `number:`, `action:`, `place:`, `power:` | the date as printed, number, what is done, where, what may be done there |
/// | `group:COLUMN` | what the steps belong to: a heading above the first of each |
/// | `before:COLUMN`, `answer:COLUMN` | the step that should come first; `yes` or `possibly` when it does not |
/// | `table:N` | the table that is meant, from 1; else the first that has all the columns |
///
/// `COLUMN=Label` says what the texts in a column are, for shape and colour; nodes know it themselves.
struct DrawingHint: Equatable {
  /// A column and the label of what is in it.
  struct Column: Equatable {
    let name: String
    var label: String?
  }

  var clusters: Column?
  var node: Column?
  var colour: Column?
  var from: Column?
  var via: Column?
  var to: Column?
  var labels: [Column] = []
  var toLabels: [Column] = []
  var certainty: Column?
  var arrows: Bool?
  var mirror: [Column] = []
  var missing: Column?
  var rows: Column?
  var heads: [Column] = []
  var cell: Column?
  var mark: Column?
  var step: Column?
  var start: Column?
  var end: Column?
  var date: Column?
  var number: Column?
  var group: Column?
  var action: Column?
  var place: Column?
  var power: Column?
  var before: Column?
  var answer: Column?
  /// The kind of picture, nil when no word names it.
  var kind: PictureKind?
  var table: Int?

  /// The nodes and relationships in the rows are drawn, not the rows themselves.
  var drawsElements: Bool { !drawsAllElements && clusters == nil && from == nil }

  /// A kind of picture of nodes and lines, and no column.
  var drawsAllElements: Bool { mirror.isEmpty && missing == nil && clusters == nil && from == nil }

  /// Every column it names.
  var columns: [Column] {
    [clusters, node, colour, from, via, to, certainty, missing].compactMap { $0 } + labels + toLabels + mirror
  }
}

extension DrawingHint {
  /// Reads a hint.
  ///
  /// - Throws: `OutputError` of kind `drawingHint` for an unknown key, a missing value, or keys that do not go together.
  init(parsing text: String) throws(OutputError) {
    for word in DrawingHint.words(text) {
      if let named = PictureKind(rawValue: word) {
        kind = named
        continue
      }
      let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, !parts[1].isEmpty else {
        throw DrawingHint.error(
          "'\(word)' has no value and is no kind of picture",
          hint: "The kinds are \(PictureKind.list); columns are given as clusters:region.")
      }
      try set(parts[0], to: parts[1])
    }
    let isComplete = kind != nil || clusters != nil || (from != nil && to != nil) || drawsElements
    guard isComplete else {
      throw DrawingHint.error(
        "it names neither a kind, nor clusters, nor a line",
        hint: "Write a kind (\(PictureKind.list)), clusters:COLUMN, or from:COLUMN to:COLUMN.")
    }
  }

  private mutating func set(_ key: String, to value: String) throws(OutputError) {
    let columns = value.split(separator: ",").map { DrawingHint.column(String($0)) }
    if let path = DrawingHint.single[key] {
      self[keyPath: path] = columns.first
    } else if let path = DrawingHint.several[key] {
      self[keyPath: path] = columns
    } else if key == "arrows" {
      arrows = value == "yes"
    } else if key == "table" {
      table = Int(value)
    } else {
      throw DrawingHint.error("it has no key '\(key)'", hint: "The keys are \(DrawingHint.keys).")
    }
  }

  /// The keys that name one column.
  nonisolated(unsafe) private static let single: [String: WritableKeyPath<DrawingHint, Column?>] = [
    "clusters": \.clusters, "node": \.node, "colour": \.colour, "color": \.colour, "from": \.from, "via": \.via,
    "to": \.to, "certainty": \.certainty, "missing": \.missing, "rows": \.rows, "cell": \.cell, "mark": \.mark,
    "group": \.group, "step": \.step,
    "start": \.start, "end": \.end, "date": \.date, "number": \.number, "action": \.action, "place": \.place,
    "power": \.power, "before": \.before, "answer": \.answer,
  ]

  /// The keys that name several.
  nonisolated(unsafe) private static let several: [String: WritableKeyPath<DrawingHint, [Column]>] = [
    "label": \.labels, "to-label": \.toLabels, "mirror": \.mirror, "columns": \.heads,
  ]

  private static var keys: String {
    (Array(single.keys.filter { $0 != "color" }) + several.keys + ["arrows", "table"]).sorted().joined(separator: ", ")
  }

  private static func column(_ text: String) -> Column {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    return Column(name: parts.first ?? text, label: parts.count == 2 ? parts[1] : nil)
  }

  /// Splits at spaces outside double quotes and drops the quotes.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character.isWhitespace, !isQuoted {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// The error of a kind that lacks columns, with those that the tables have.
  static func lacking(_ kind: PictureKind, _ tables: [ResultTable]) -> OutputError {
    error("\(kind.rawValue) needs \(kind.columns)", hint: columnList(tables))
  }

  /// The error of columns that no table has together, naming the first that none has at all.
  static func unknown(_ names: [String], _ tables: [ResultTable]) -> OutputError {
    let missing = names.first { name in !tables.contains { $0.columns.contains(name) } }
    return error("no table has the column '\(missing ?? names.joined(separator: ", "))'", hint: columnList(tables))
  }

  private static func columnList(_ tables: [ResultTable]) -> String {
    var known: Set<[String]> = []
    let lists = tables.map(\.columns).filter { known.insert($0).inserted }
    return lists.isEmpty
      ? "There is no such table."
      : "The columns are: \(lists.map { $0.joined(separator: ", ") }.joined(separator: "; "))."
  }

  static func error(_ message: String, hint: String) -> OutputError {
    OutputError(.drawingHint, "The drawing hint cannot be used: \(message).", hint: hint)
  }
}
