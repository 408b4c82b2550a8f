import Graph

/// What the command line asks for.
struct Invocation {
  /// The words that are not options: a command with its arguments, a sentence, or a query.
  var words: [String] = []
  /// The data folders, in order.
  var folders: [String] = []
  var format: OutputFormat?
  var outputFile: String?
  /// `--format cypher`, which only export knows.
  var exportsCypher = false
  /// Parameters given one by one.
  var parameters: [(name: String, value: Value)] = []
  /// Files with parameters as a JSON object.
  var parameterFiles: [String] = []
  /// A file with statements separated by `;`.
  var statementFile: String?
  /// The day to look at; nil is today.
  var day: Day?
  var without: [String] = []
  var with: [String] = []
  var only: [String] = []
  var language: Language?
  var isStrict = false
  var showsTiming = false
  /// With import: the year and the source of a table that does not say them, and the postcodes of divided municipalities.
  var year: Int?
  var source: String?
  var postcodes: String?
  /// With import: say what would change, and change nothing.
  var isDryRun = false
  var showsWhy = false
  var showsExpanded = false
  var timeout: Double?
  var maximumRows: Int?
  var drawing: String?
  /// A file with the boundaries of municipalities.
  var boundaryFile: String?
  var wantsHelp = false
  var wantsVersion = false

  /// The view before the `--` of `compare`; nil when there is none.
  var earlier: EarlierView?

  /// The options of a view.
  struct EarlierView: Equatable {
    var day: Day?
    var without: [String]
    var with: [String]
    var only: [String]
  }

  /// The day of a view.
  enum Day: Equatable {
    case on(CalendarDate)
    case any
  }
}

extension Invocation {
  /// The `--` of `compare`: the options of a view so far belong to the earlier one.
  mutating func startLaterView() {
    earlier = EarlierView(day: day, without: without, with: with, only: only)
    (day, without, with, only) = (nil, [], [], [])
  }

  /// The invocation as the earlier view has it.
  var inEarlierView: Invocation {
    guard let earlier else { return self }
    var copy = self
    (copy.day, copy.without, copy.with, copy.only) = (earlier.day, earlier.without, earlier.with, earlier.only)
    return copy
  }
}
