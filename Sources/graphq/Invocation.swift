import Graph

/// What the command line asks for.
struct Invocation {
  /// The words that are not options: a command with its arguments, a sentence, or a query.
  var words: [String] = []
  /// The data folders, in order.
  var folders: [String] = []
  var format: OutputFormat?
  var outputFile: String?
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
  var showsWhy = false
  var showsExpanded = false
  var timeout: Double?
  var maximumRows: Int?
  var drawing: String?
  var wantsHelp = false
  var wantsVersion = false

  /// The day of a view.
  enum Day: Equatable {
    case on(CalendarDate)
    case any
  }
}
