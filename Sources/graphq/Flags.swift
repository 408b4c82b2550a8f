import Graph

extension Flag {
  /// Every option, in the order of the help.
  static let all: [Flag] = data + views + output + importing + running

  private static let data = [
    Flag("data", short: "d", value: "FOLDER", "Load this folder; repeat for more. Default: $GRAPHQ_DATA, else ./data.")
    {
      invocation, value in invocation.folders.append(value)
    },
    Flag("param", short: "p", value: "NAME=VALUE", "Give a query the parameter $NAME; JSON, or else plain text.") {
      invocation, value throws(UsageError) in
      guard let equals = value.firstIndex(of: "="), equals != value.startIndex else {
        throw UsageError("'\(value)' is not NAME=VALUE", hint: "write -p naam=Oldambt")
      }
      let text = String(value[value.index(after: equals)...])
      let parsed = try? JSONReader.read(Array(text.utf8))
      invocation.parameters.append((String(value[..<equals]), parsed ?? .string(text)))
    },
    Flag("params", value: "FILE", "Give a query the parameters in a JSON file.") { invocation, value in
      invocation.parameterFiles.append(value)
    },
    Flag("file", short: "F", value: "FILE", "Answer the statements in a file, separated by ';'; - is standard input.") {
      invocation, value in invocation.statementFile = value
    },
  ]

  private static let views = [
    Flag("at", value: "DATE", "Look at the landscape on a day (2017-01-01), or at 'any' day. Default: today.") {
      invocation, value throws(UsageError) in
      if value == "any" {
        invocation.day = .any
      } else if let date = CalendarDate(value) {
        invocation.day = .on(date)
      } else {
        throw UsageError("'\(value)' is not a date", hint: "write --at 2017-01-01, or --at any")
      }
    },
    Flag("without", value: "NAME", "Leave a forum, party or other node out; repeat for more.") { invocation, value in
      invocation.without.append(value)
    },
    Flag("with", value: "FOLDER", "Add a folder with a scenario, or 'proposed' for what is only proposed.") {
      invocation, value in invocation.with.append(value)
    },
    Flag("only", value: "CERTAINTIES", "Use only facts that are, say, 'stated' or 'stated,outside'.") {
      invocation, value in
      invocation.only += value.split(separator: ",").map { String(String($0).trimmingBlanks) }
    },
  ]

  private static let output = [
    Flag(
      "format", short: "f", value: "FORMAT", "Write \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", "))."
    ) {
      invocation, value throws(UsageError) in
      if value.lowercased() == "cypher", invocation.words.first ?? ExportCommand.name == ExportCommand.name {
        invocation.exportsCypher = true
        return
      }
      guard let format = OutputFormat(rawValue: value.lowercased()) else {
        let near = NearestName.nearest(to: value, in: OutputFormat.allCases.map(\.rawValue))
        throw UsageError("there is no format '\(value)'", hint: near.map { "did you mean '\($0)'?" })
      }
      invocation.format = format
    },
    Flag("output", short: "o", value: "FILE", "Write to a file; its extension (.svg, .csv, ...) picks the format.") {
      invocation, value in invocation.outputFile = value
    },
    Flag("draw", value: "HOW", "Draw as \(PictureKind.list); columns as in PICTURES.md.") { invocation, value in
      invocation.drawing = value
    },
    Flag("boundaries", value: "FILE", "Draw maps with the shapes of municipalities in a GeoJSON file.") {
      invocation, value in
      invocation.boundaryFile = value
    },
    Flag("lang", value: "LANGUAGE", "Answer in en or nl. Default: the language of the sentence.") {
      invocation, value throws(UsageError) in
      switch value.lowercased() {
      case "en": invocation.language = .english
      case "nl": invocation.language = .dutch
      default: throw UsageError("there is no language '\(value)'", hint: "write --lang en or --lang nl")
      }
    },
    Flag("why", "Print for each row the claims it rests on, with source and section.") { invocation, _ in
      invocation.showsWhy = true
    },
    Flag("expanded", "With show: print plain openCypher, with named queries put in place.") { invocation, _ in
      invocation.showsExpanded = true
    },
  ]

  private static let importing = [
    Flag("year", value: "YEAR", "With import: the year of a table without a column for it.") {
      invocation, value throws(UsageError) in
      guard let year = Int(value), (1800...2200).contains(year) else {
        throw UsageError("'\(value)' is no year", hint: "write --year 2027")
      }
      invocation.year = year
    },
    Flag("source", value: "NAME", "With import: the source of a table without a column for it, such as CBS.") {
      invocation, value in invocation.source = value
    },
    Flag("postcodes", value: "FILE", "With import: the postcodes of municipalities, to write out 'all but'.") {
      invocation, value in invocation.postcodes = value
    },
    Flag("dry-run", "With import: say what would start and end, and write nothing.") { invocation, _ in
      invocation.isDryRun = true
    },
  ]

  private static let running = [
    Flag("strict", "Treat an unknown label, type or property as an error.") { invocation, _ in
      invocation.isStrict = true
    },
    Flag("timeout", value: "SECONDS", "Stop a statement that takes longer.") { invocation, value throws(UsageError) in
      guard let seconds = Double(value), seconds > 0, seconds < 1e9 else {
        throw UsageError("'\(value)' is not a number of seconds", hint: "write --timeout 10")
      }
      invocation.timeout = seconds
    },
    Flag("max-rows", value: "N", "Stop a statement with more rows in its answer.") {
      invocation, value throws(UsageError) in
      guard let rows = Int(value), rows >= 0 else {
        throw UsageError("'\(value)' is not a number of rows", hint: "write --max-rows 100000")
      }
      invocation.maximumRows = rows
    },
    Flag("timing", "Print one line of JSON with milliseconds to standard error.") { invocation, _ in
      invocation.showsTiming = true
    },
    Flag("help", short: "h", "Print this help.") { invocation, _ in invocation.wantsHelp = true },
    Flag("version", "Print the version.") { invocation, _ in invocation.wantsVersion = true },
  ]
}

extension String {
  /// The text without blanks at its ends.
  var trimmingBlanks: Substring {
    let bytes = utf8
    let isVisible = { (byte: UInt8) in byte > UInt8(ascii: " ") }
    guard let first = bytes.firstIndex(where: isVisible), let last = bytes.lastIndex(where: isVisible) else {
      return self[startIndex..<startIndex]
    }
    return self[first..<bytes.index(after: last)]
  }
}
