/// One mistake in the data: where it stands, what is wrong, what to do about it.
public struct LoadError: Error, Sendable, Equatable {
  /// The path of the file, or of the folder when no file is to blame.
  public var file: String
  /// The line, from 1; nil when the whole file is meant.
  public var line: Int?
  /// The place in the line in characters, from 1.
  public var column: Int?
  /// The name of the table's column, as its header gives it.
  public var columnName: String?
  /// The offending text, cut when it is long.
  public var text: String?
  /// What is wrong, one sentence for an adviser.
  public var message: String
  /// What to write instead, when there is something to say.
  public var hint: String?

  /// Describes one mistake.
  public init(
    file: String, line: Int? = nil, column: Int? = nil, columnName: String? = nil, text: String? = nil, message: String,
    hint: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.columnName = columnName
    self.text = text
    self.message = message
    self.hint = hint
  }

  /// `file:line:column`, as far as known.
  public var place: String {
    [file, line.map(String.init), column.map(String.init)].compactMap { $0 }.joined(separator: ":")
  }
}

extension LoadError: CustomStringConvertible {
  /// The place, the message and the hint, on one or two lines.
  public var description: String {
    let column = columnName.map { " (column \($0))" } ?? ""
    let hint = hint.map { "\n  hint: \($0)" } ?? ""
    return "\(place): \(message)\(column)\(hint)"
  }
}

/// All mistakes found in one load.
public struct LoadFailure: Error, Sendable, Equatable {
  /// The first mistakes, at most 20.
  public let errors: [LoadError]
  /// How many there are in all.
  public let total: Int

  /// Reports mistakes, `total` of them when only the first are given.
  public init(_ errors: [LoadError], total: Int? = nil) {
    self.errors = errors
    self.total = total ?? errors.count
  }
}

extension LoadFailure: CustomStringConvertible {
  /// The mistakes one after another, then how many more there are.
  public var description: String {
    let lines = errors.map(\.description)
    let rest = total - errors.count
    return (rest > 0 ? lines + ["and \(rest) more"] : lines).joined(separator: "\n")
  }
}

/// Gathers mistakes: keeps the first 20 and counts the rest.
struct LoadErrors {
  static let limit = 20

  private(set) var kept: [LoadError] = []
  private(set) var total = 0

  var isEmpty: Bool { total == 0 }
  var isFull: Bool { kept.count == LoadErrors.limit }

  /// Adds a mistake; it is only described when it will be kept.
  mutating func add(_ error: @autoclosure () -> LoadError) {
    total += 1
    if kept.count < LoadErrors.limit { kept.append(error()) }
  }

  /// Counts a mistake that will not be described.
  mutating func count() { total += 1 }

  /// Adds the mistakes of a part that failed as a whole.
  mutating func add(_ failure: LoadFailure) {
    for error in failure.errors { add(error) }
    total += failure.total - failure.errors.count
  }

  /// Throws what was gathered, if anything.
  func throwIfAny() throws(LoadFailure) {
    if !isEmpty { throw LoadFailure(kept, total: total) }
  }
}
