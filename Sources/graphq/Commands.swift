import Graph

/// `graphq check`: validates a landscape and counts what it holds.
struct CheckCommand {
  let tool: Tool
  let invocation: Invocation

  func run() throws(UsageError) -> Int32 {
    let landscape: Landscape
    do throws(LoadFailure) {
      landscape = try tool.load(invocation)
    } catch {
      tool.report(error)
      if invocation.format == .json { _ = tool.write(json(labels: [], types: [], error.errors.map(finding))) }
      return Tool.Exit.failed
    }
    _ = tool.library(beside: landscape)
    let check = LandscapeCheck(landscape)
    for finding in check.findings { tool.streams.report("\(finding)\n") }
    let code = tool.write(invocation.format == .json ? json(check) : text(check, landscape))
    return check.hasErrors ? Tool.Exit.failed : code
  }

  private func text(_ check: LandscapeCheck, _ landscape: Landscape) -> String {
    let errors = check.findings.filter { $0.severity == .error }.count
    return "\(count(landscape.folders.count, "folder")), \(count(landscape.files.count, "file"))\n\n"
      + counts("nodes", check.labelCounts) + "\n" + counts("relationships", check.typeCounts)
      + "\n\(count(errors, "error")), \(count(check.findings.count - errors, "warning"))\n"
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  private func counts(_ title: String, _ counts: [LandscapeCheck.Count]) -> String {
    let width = counts.map(\.name.count).max() ?? 0
    return "\(title)\n"
      + counts.map { count in
        "  \(count.name)\(String(repeating: " ", count: width - count.name.count))  \(count.count)\n"
      }.joined()
  }

  private func json(_ check: LandscapeCheck) -> String {
    json(labels: check.labelCounts, types: check.typeCounts, check.findings.map(finding))
  }

  private func json(labels: [LandscapeCheck.Count], types: [LandscapeCheck.Count], _ findings: [Value]) -> String {
    func map(_ counts: [LandscapeCheck.Count]) -> Value {
      .map(ValueMap(counts.map { ($0.name, .integer(Int64($0.count))) }))
    }
    let report = ValueMap([("labels", map(labels)), ("types", map(types)), ("findings", .list(findings))])
    return Value.map(report).json(in: .empty) + "\n"
  }

  private func finding(_ finding: Finding) -> Value {
    let origin = finding.origin
    return self.finding(
      finding.severity, rule: finding.rule, (origin?.file, origin?.line), finding.message, finding.hint)
  }

  /// A mistake that keeps the data from loading, as a finding.
  private func finding(_ mistake: LoadError) -> Value {
    finding(.error, rule: "load", (mistake.file, mistake.line), mistake.message, mistake.hint)
  }

  private func finding(
    _ severity: Finding.Severity, rule: String, _ place: (file: String?, line: Int?), _ message: String,
    _ hint: String?
  ) -> Value {
    .map(
      ValueMap([
        ("severity", .string(severity.rawValue)), ("rule", .string(rule)),
        ("file", place.file.map { .string($0) } ?? .null), ("line", place.line.map { .integer(Int64($0)) } ?? .null),
        ("message", .string(message)), ("hint", hint.map { .string($0) } ?? .null),
      ]))
  }
}

/// `graphq schema`: the vocabulary.
struct SchemaCommand {
  let tool: Tool
  let invocation: Invocation

  func run() throws(UsageError) -> Int32 {
    guard let landscape = tool.landscape(invocation) else { return Tool.Exit.failed }
    let language = invocation.language ?? .english
    let schema = landscape.schema
    let labels = schema.labels.map { label in
      row(
        label.name, label.words.word(in: language),
        label.parents.isEmpty ? "" : "is a " + label.parents.joined(separator: ", "))
    }
    let types = schema.types.map { type in
      row(
        type.name, type.words.word(in: language),
        "(\(type.from.joined(separator: "|")))->(\(type.to.joined(separator: "|")))")
    }
    let values = schema.enumerations.map { enumeration in
      row(enumeration.name, "", enumeration.values.map(\.name).joined(separator: " < "))
    }
    let properties = schema.properties.map { property in
      row(property.name, property.words.word(in: language), property.labels.joined(separator: ", "))
    }
    return tool.write(
      "labels\n\(labels.joined())\nrelationship types\n\(types.joined())\nproperties\n\(properties.joined())"
        + "\nenumerations\n\(values.joined())")
  }

  private func row(_ name: String, _ word: String, _ more: String) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    var line = "  " + padded(name, 26) + (word.isEmpty ? "" : padded(word, 34)) + more
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }
}

/// `graphq show PHRASE`: the text of a phrase, or the plain queries that it or a sentence stands for.
struct ShowCommand {
  let tool: Tool
  let invocation: Invocation

  func run(_ words: [String]) throws(UsageError) -> Int32 {
    guard let landscape = tool.landscape(invocation) else { return Tool.Exit.failed }
    let library = tool.library(beside: landscape)
    let expansion = PhraseExpansion(library: library, schema: landscape.schema)
    do throws(PhraseFileError) {
      if words.count == 1, let phrase = try library.phrase(named: words[0]) {
        return invocation.showsExpanded
          ? write { () throws(AskError) in try expansion.text(of: phrase) }
          : tool.write(phrase.source.bytes)
      }
    } catch {
      tool.report(Diagnostic(error))
      return Tool.Exit.failed
    }
    if invocation.showsExpanded {
      let asker = Asker(landscape, library: library, today: Today.date)
      return write { () throws(AskError) in try expansion.text(of: words, asker) }
    }
    let near = NearestName.nearest(to: words.joined(), in: library.all().phrases.map(\.name))
    throw UsageError(
      "there is no phrase '\(words.joined(separator: " "))'",
      hint: near.map { "did you mean '\($0)'?" } ?? "graphq phrases lists them")
  }

  private func write(_ text: () throws(AskError) -> String) -> Int32 {
    do throws(AskError) {
      return tool.write(try text())
    } catch {
      return tool.fail(error)
    }
  }
}
