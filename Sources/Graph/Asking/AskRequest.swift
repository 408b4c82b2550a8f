/// Everything about a statement besides its words.
public struct AskRequest: Sendable {
  /// The day to look at; nil for any day.
  public var day: CalendarDate?
  /// The reader chose the day; otherwise a phrase may look at all years.
  public var isDayChosen = true
  /// The names of what to leave out.
  public var without: [String] = []
  /// The folders to leave out, as places in `Landscape.folders`: scenarios that only another view has.
  public var withoutFolders: [Int] = []
  /// The certainties to keep; empty for all.
  public var only: [String] = []
  /// Bring in what is only proposed.
  public var withProposed = false
  /// The language of the answer; nil is that of the sentence.
  public var language: Language?
  /// The parameters of a query.
  public var parameters: [(name: String, value: Value)] = []
  /// Gather what each row rests on, for queries too; phrases always do.
  public var wantsEvidence = false
  /// The answer will be drawn: a phrase then asks what it draws too.
  public var wantsDrawing = false
  /// An unknown label, type or property is an error.
  public var isStrict = false
  /// How much a statement may use.
  public var budget = Budget()

  /// Looks at one day.
  public init(day: CalendarDate?) { self.day = day }
}

/// An answer with what is needed to write it down.
public struct AskedAnswer: Sendable {
  /// The answer.
  public var answer: Answer
  /// The language it is in.
  public var language: Language
  /// What of the graph was visible.
  public var view: View
  /// The view in words: `as of 2026-11-21`.
  public var viewLine: String
  /// The view for machines.
  public var viewFields: ValueMap
  /// What is odd about the queries, each with its text.
  public var warnings: [(warning: QueryWarning, source: SourceText)]
  /// Where the time went.
  public var timing: AskTiming
}

/// Where the time of one statement went.
public struct AskTiming: Sendable {
  /// Reading, binding and planning.
  public var compile = Duration.zero
  /// Running.
  public var execute = Duration.zero
}

/// Why there is no answer.
public enum AskError: Error, Sendable {
  /// A query is wrong, or failed.
  case query(QueryError, SourceText)
  /// A sentence was not understood.
  case sentence(SentenceError)
  /// A phrase file is wrong.
  case phrase(PhraseFileError)
  /// Something in the request is wrong: a message and a hint.
  case request(String, hint: String?)
}

extension AskError {
  /// What is wrong, in one sentence.
  public var message: String {
    switch self {
    case .query(let error, _): error.message
    case .sentence(let error): error.message
    case .phrase(let error): error.message
    case .request(let message, _): message
    }
  }

  /// What to do about it, when there is something to say.
  public var hint: String? {
    switch self {
    case .query(let error, _): error.hint
    case .sentence(let error): error.hint
    case .phrase(let error): error.hint
    case .request(_, let hint): hint
    }
  }
}
