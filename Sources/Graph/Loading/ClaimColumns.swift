/// The columns that say what a row rests on and when it holds, not what it says.
///
/// Two relationship rows that differ only in these, each with a source, are two claims of one relationship.
enum ClaimColumns {
  static let certainty = "certainty"
  static let source = "source"
  static let section = "section"
  static let observed = "observed"
  static let fact = "fact"
  static let validFrom = "valid_from"
  static let validUntil = "valid_until"
  static let endUnknown = "end_unknown"
  static let fromDate = "from_date"
  static let untilDate = "until_date"
  static let dateText = "date_text"

  /// What a row rests on. On a node it says only that the node exists.
  static let evidence = [certainty, source, section, observed, fact]
  /// When a row holds.
  static let period = [validFrom, validUntil, endUnknown, fromDate, untilDate, dateText]

  static func contains(_ name: String) -> Bool { evidence.contains(name) || period.contains(name) }
}
