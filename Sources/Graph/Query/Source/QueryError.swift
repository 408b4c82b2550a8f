/// A mistake in a query, found before it ran or while it ran.
public struct QueryError: Error, Sendable, Equatable {
  /// When the mistake shows: before execution, or in it.
  public enum Phase: String, Sendable {
    case compileTime = "CompileTime"
    case runtime = "Runtime"
  }

  /// The kind of mistake, in the words of the openCypher conformance kit.
  public enum Kind: String, Sendable {
    case syntax = "SyntaxError"
    case semantic = "SemanticError"
    case type = "TypeError"
    case argument = "ArgumentError"
    case arithmetic = "ArithmeticError"
    case entityNotFound = "EntityNotFound"
    case parameterMissing = "ParameterMissing"
    case procedure = "ProcedureError"
    /// A budget (time, rows, nesting, length) was used up.
    case budget = "BudgetError"
  }

  /// The parts, behind one reference: an error travels through every deeply nested rule of the parser and binder,
  /// and room for a large one in each of their frames would cost them the stack.
  private var parts: Parts

  private final class Parts: Sendable, Equatable {
    let phase: Phase
    let kind: Kind
    let detail: String
    let message: String
    let span: SourceSpan?
    let hint: String?

    init(_ phase: Phase, _ kind: Kind, _ detail: String, _ message: String, _ span: SourceSpan?, _ hint: String?) {
      self.phase = phase
      self.kind = kind
      self.detail = detail
      self.message = message
      self.span = span
      self.hint = hint
    }

    static func == (left: Parts, right: Parts) -> Bool {
      left.phase == right.phase && left.kind == right.kind && left.detail == right.detail
        && left.message == right.message && left.span == right.span && left.hint == right.hint
    }
  }

  /// When the mistake shows.
  public var phase: Phase { parts.phase }
  /// The kind of mistake.
  public var kind: Kind { parts.kind }
  /// The kit's detail word, such as `UndefinedVariable`.
  public var detail: String { parts.detail }
  /// What is wrong, one sentence for an adviser.
  public var message: String { parts.message }
  /// Where in the query, when known.
  public var span: SourceSpan? {
    get { parts.span }
    set { parts = Parts(phase, kind, detail, message, newValue, hint) }
  }
  /// What to write instead, when there is something to say.
  public var hint: String? {
    get { parts.hint }
    set { parts = Parts(phase, kind, detail, message, span, newValue) }
  }

  /// Describes one mistake.
  public init(
    _ phase: Phase, _ kind: Kind, _ detail: String, _ message: String, at span: SourceSpan? = nil, hint: String? = nil
  ) {
    parts = Parts(phase, kind, detail, message, span, hint)
  }

  /// The first line of the machine form: `error: <Phase> <Type>: message (detail)`.
  public var headline: String {
    "error: \(phase.rawValue) \(kind.rawValue): \(message)" + (detail.isEmpty ? "" : " (\(detail))")
  }
}

/// Something worth saying about a query that does run: an unknown label, a pattern that cannot match.
public struct QueryWarning: Sendable, Equatable {
  /// What is odd, one sentence.
  public let message: String
  /// Where in the query.
  public let span: SourceSpan?
  /// What to write instead, when there is something to say.
  public let hint: String?

  /// Describes one oddity.
  public init(_ message: String, at span: SourceSpan?, hint: String? = nil) {
    self.message = message
    self.span = span
    self.hint = hint
  }
}
