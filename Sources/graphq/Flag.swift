/// One option of the command line.
struct Flag: Sendable {
  /// The long name without dashes.
  let name: String
  /// The one-letter name.
  let short: Character?
  /// What its value is called in the help; nil when it takes none.
  let value: String?
  private let makeHelp: @Sendable () -> String
  /// Puts the option into the invocation; throws what is wrong with the value.
  let apply: @Sendable (inout Invocation, String) throws(UsageError) -> Void

  init(
    _ name: String, short: Character? = nil, value: String? = nil,
    _ help: @autoclosure @escaping @Sendable () -> String,
    _ apply: @escaping @Sendable (inout Invocation, String) throws(UsageError) -> Void
  ) {
    self.name = name
    self.short = short
    self.value = value
    makeHelp = help
    self.apply = apply
  }

  /// One sentence for the help.
  var help: String { makeHelp() }

  /// `-d, --data FOLDER`, as the help shows it.
  var usage: String {
    (short.map { "-\($0), " } ?? "    ") + "--\(name)" + (value.map { " \($0)" } ?? "")
  }
}

/// A mistake on the command line: exit code 64.
struct UsageError: Error, Equatable {
  let message: String
  let hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
