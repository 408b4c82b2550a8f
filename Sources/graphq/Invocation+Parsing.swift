import Graph

extension Invocation {
  /// Reads the command line. Options may stand anywhere; `--` ends them, and parts the two views of `compare`.
  ///
  /// - Throws: `UsageError` for an unknown option, a missing or a wrong value.
  init(_ arguments: [String]) throws(UsageError) {
    self.init()
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--", words == [CompareCommand.name], earlier == nil {
        startLaterView()
        continue
      }
      if argument == "--" {
        words += rest
        return
      }
      if argument.hasPrefix("--") {
        try readLong(argument.dropFirst(2), &rest)
      } else if Invocation.isShort(argument) {
        try readShort(argument.dropFirst(), &rest)
      } else {
        words.append(argument)
      }
    }
  }

  /// A dash and a letter; a lone dash and a negative number are words.
  private static func isShort(_ argument: String) -> Bool {
    guard argument.hasPrefix("-"), let second = argument.dropFirst().first else { return false }
    return second.isLetter
  }

  /// `--name`, `--name value`, `--name=value`.
  private mutating func readLong(_ text: Substring, _ rest: inout ArraySlice<String>) throws(UsageError) {
    let equals = text.firstIndex(of: "=")
    let name = String(text[..<(equals ?? text.endIndex)])
    guard let flag = Flag.all.first(where: { $0.name == name }) else {
      let near = NearestName.nearest(to: name, in: Flag.all.map(\.name))
      throw UsageError("there is no option --\(name)", hint: near.map { "did you mean --\($0)?" })
    }
    try read(flag, attached: equals.map { text[text.index(after: $0)...] }, &rest)
  }

  /// `-d value`, `-dvalue`.
  private mutating func readShort(_ text: Substring, _ rest: inout ArraySlice<String>) throws(UsageError) {
    guard let letter = text.first, let flag = Flag.all.first(where: { $0.short == letter }) else {
      throw UsageError("there is no option -\(text.prefix(1))", hint: "graphq --help lists the options")
    }
    try read(flag, attached: text.count > 1 ? text.dropFirst() : nil, &rest)
  }

  private mutating func read(
    _ flag: Flag, attached: Substring?, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    guard let valueName = flag.value else {
      if let attached { throw UsageError("--\(flag.name) takes no value, found '\(attached)'") }
      return try flag.apply(&self, "")
    }
    guard let value = attached.map(String.init) ?? rest.popFirst() else {
      throw UsageError("--\(flag.name) needs a value", hint: "write --\(flag.name) \(valueName)")
    }
    try flag.apply(&self, value)
  }
}
