/// A sentence that was understood: the phrase, what its slots hold, and the view it names.
public struct MatchedSentence: Sendable {
  /// What to do with the phrase.
  public enum Mode: Sendable { case run, explain, profile }

  /// The phrase.
  public let phrase: PhraseFile
  /// The language it was spoken in.
  public let language: Language
  /// What to do with it.
  public var mode: Mode
  /// What the slots hold, in the order of `PhraseFile.parameterNames`.
  public internal(set) var arguments: [Argument]
  /// The day named in the sentence, nil when it names none.
  public let day: ViewDay?
  /// The nodes the sentence leaves out of the view.
  public let without: [NodeID]
  /// The certainties the sentence keeps; empty for all.
  public internal(set) var only: [String] = []
  /// What is only proposed takes part.
  public internal(set) var withProposed = false
  /// The nodes of which it is not known whether they are there on the day.
  var unknown: [NodeID] = []
  /// How names were read that could mean something else.
  var readings: [LocalizedText] = []
  /// What the reader should know about the names: sets taken whole, possible twins.
  public internal(set) var notes: [LocalizedText]

  /// The day of a view as a sentence names it.
  public enum ViewDay: Sendable, Equatable {
    case on(CalendarDate)
    /// Whatever the day.
    case any

    /// The day, nil for any.
    var date: CalendarDate? { if case .on(let day) = self { day } else { nil } }
  }

  /// What one slot holds.
  public struct Argument: Sendable {
    /// The parameter.
    public let name: String
    /// The value for the query: an id, a list of ids, a date, an integer, or null when the sentence left it out.
    public internal(set) var value: Value
    /// The nodes behind the ids.
    public internal(set) var nodes: [NodeID]
    /// The words that named them, counted in the sentence as typed.
    public let words: Range<Int>?
    /// The value is a list.
    let isList: Bool
  }

  /// Parameter names and values, for the queries of the phrase.
  public var parameters: [(name: String, value: Value)] { arguments.map { ($0.name, $0.value) } }
}
