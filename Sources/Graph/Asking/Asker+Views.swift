extension Asker {
  /// What of the graph a request sees, for those who write the graph down.
  ///
  /// - Throws: `AskError` when it names something that is not there.
  public func visible(_ request: AskRequest) throws(AskError) -> View { try view(for: request, without: []) }

  /// Checks that a request can be looked at: its certainties and the names it leaves out.
  ///
  /// - Throws: `AskError` when one of them is not there.
  public func checkView(of request: AskRequest) throws(AskError) { _ = try viewOptions(for: request, without: []) }

  /// What of the graph a request sees.
  func view(for request: AskRequest, without more: [NodeID]) throws(AskError) -> View {
    views.view(try viewOptions(for: request, without: more)).view
  }

  /// What of the graph a request wants to see.
  func viewOptions(for request: AskRequest, without more: [NodeID]) throws(AskError) -> ViewOptions {
    var options = ViewOptions(
      at: request.day, only: request.only, withProposed: request.withProposed, withoutFolders: request.withoutFolders)
    for certainty in request.only where !landscape.schema.certainties.contains(certainty) {
      let near = NearestName.nearest(to: certainty, in: landscape.schema.certainties)
      throw .request(
        "there is no certainty '\(certainty)'",
        hint: near.map { "did you mean '\($0)'?" }
          ?? "write one of \(landscape.schema.certainties.joined(separator: ", "))")
    }
    let leftOut = try request.without.map { text throws(AskError) in try nodes(named: text) } + more.map { [$0] }
    guard !leftOut.isEmpty else { return options }
    let whole = views.view(options).view
    for nodes in leftOut where !nodes.contains(where: { whole.shows($0) }) { try require(nodes, in: whole) }
    options.without = leftOut.flatMap { $0 }
    return options
  }

  private func require(_ nodes: [NodeID], in view: View) throws(AskError) {
    do throws(SentenceError) {
      try names.require(nodes, in: view)
    } catch {
      throw .sentence(error)
    }
  }

  /// The nodes that a name to leave out means: all that bear it.
  private func nodes(named text: String) throws(AskError) -> [NodeID] {
    guard case .nodes(let found) = names.resolve(text, labels: [], takesAll: true) else {
      let near = names.nearestName(to: text, labels: [])
      throw .request("nothing is called '\(text)'", hint: near.map { "did you mean \($0)?" })
    }
    return found
  }
}

extension Asker {
  /// An answer to a request that has no tables yet.
  func emptyAnswer(_ request: AskRequest, _ language: Language, _ view: View) -> AskedAnswer {
    let words = request.only.isEmpty ? ValueWords.none : landscape.schema.displayWords(in: language)
    return AskedAnswer(
      answer: Answer(tables: []), language: language, view: view, viewLine: request.line(in: language, words),
      viewFields: request.fields, warnings: [], timing: AskTiming())
  }
}

extension AskRequest {
  /// The view in words.
  fileprivate func line(in language: Language, _ words: ValueWords) -> String {
    let isDutch = language == .dutch
    var parts = [day.map { (isDutch ? "op " : "as of ") + $0.description } ?? (isDutch ? "op elke dag" : "on any day")]
    if !without.isEmpty { parts.append((isDutch ? "zonder " : "without ") + without.joined(separator: ", ")) }
    if !only.isEmpty {
      parts.append(
        (isDutch ? "alleen " : "only ") + only.map { words.word($0, column: "certainty") }.joined(separator: ", "))
    }
    if withProposed { parts.append(isDutch ? "met voorstellen" : "with proposals") }
    return parts.joined(separator: ", ")
  }

  /// The view for machines.
  fileprivate var fields: ValueMap {
    var fields = ValueMap([("at", day.map { .string($0.description) } ?? .string("any"))])
    if !without.isEmpty { fields["without"] = .list(without.map { .string($0) }) }
    if !only.isEmpty { fields["only"] = .list(only.map { .string($0) }) }
    if withProposed { fields["with"] = .list([.string("proposed")]) }
    return fields
  }
}
