/// Everything the landscape says about one region or municipality, ready to be written down.
public struct Report: Sendable {
  /// The name of the subject.
  public let name: String
  /// What it is, in the language of the report: `RMC region`.
  public let kind: String
  /// Its identifier.
  public let identifier: String
  /// The language of the report.
  public let language: Language
  /// The sections in order.
  public internal(set) var sections: [ReportSection]
  /// What of the graph was visible.
  public let view: View
  /// The view in words: `as of 2026-11-21`.
  public let viewLine: String
  /// What is odd about the queries, each with its text.
  public internal(set) var warnings: [(warning: QueryWarning, source: SourceText)] = []
  /// Where the time went.
  public internal(set) var timing = AskTiming()
}

/// One section of a report.
public struct ReportSection: Sendable {
  /// The anchor in the page.
  public let name: String
  /// The heading.
  public let title: String
  /// The answers, in order; none when there is nothing to show.
  public internal(set) var answers: [Answer]
  /// What there is to say in place of tables.
  public internal(set) var notes: [String]
}
