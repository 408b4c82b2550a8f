/// Something a check found in a landscape that loads.
public struct Finding: Sendable, Equatable {
  /// How bad it is.
  public enum Severity: String, Sendable, Comparable {
    /// Answers may be wrong; the check fails.
    case error
    /// Worth a look.
    case warning

    /// Errors come first.
    public static func < (left: Severity, right: Severity) -> Bool { left == .error && right == .warning }
  }

  /// How bad it is.
  public let severity: Severity
  /// The rule that found it, in kebab case, such as `period-order`.
  public let rule: String
  /// Where it stands; nil when it concerns the landscape as a whole.
  public let origin: RowOrigin?
  /// What is wrong, one sentence for an adviser.
  public let message: String
  /// What to do, when there is something to say.
  public let hint: String?
}

extension Finding: CustomStringConvertible {
  /// `file:line: severity: message [rule]`, and the hint on a second line.
  public var description: String {
    let place = origin.map { "\($0.file):\($0.line): " } ?? ""
    return "\(place)\(severity.rawValue): \(message) [\(rule)]" + (hint.map { "\n  hint: \($0)" } ?? "")
  }
}
