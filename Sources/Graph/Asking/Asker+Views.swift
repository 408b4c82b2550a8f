extension Asker {
  /// What of the graph a request wants to see.
  func view(for request: AskRequest, without more: [NodeID]) throws(AskError) -> View {
    var options = ViewOptions(at: request.day, only: request.only, withProposed: request.withProposed)
    for certainty in request.only where !landscape.schema.certainties.contains(certainty) {
      let near = NearestName.nearest(to: certainty, in: landscape.schema.certainties)
      throw .request(
        "there is no certainty '\(certainty)'",
        hint: near.map { "did you mean '\($0)'?" }
          ?? "write one of \(landscape.schema.certainties.joined(separator: ", "))")
    }
    let leftOut = try nodes(named: request.without) + more
    guard !leftOut.isEmpty else { return landscape.view(options).view }
    let whole = landscape.view(options).view
    do throws(SentenceError) {
      try names.require(leftOut, in: whole)
    } catch {
      throw .sentence(error)
    }
    options.without = leftOut
    return landscape.view(options).view
  }

  /// The nodes that names to leave out mean; a name may stand for several.
  private func nodes(named texts: [String]) throws(AskError) -> [NodeID] {
    var nodes: [NodeID] = []
    for text in texts {
      guard case .nodes(let found) = names.resolve(text, labels: [], takesAll: true) else {
        throw .request("nothing is called '\(text)'", hint: "graphq phrases lists what can be asked about names")
      }
      nodes += found
    }
    return nodes
  }
}

extension AskedAnswer {
  init(_ request: AskRequest, language: Language, view: View) {
    self.init(
      answer: Answer(tables: []), language: language, view: view, viewLine: request.line(in: language),
      viewFields: request.fields, warnings: [], timing: AskTiming())
  }
}

extension AskRequest {
  /// The view in words.
  fileprivate func line(in language: Language) -> String {
    let isDutch = language == .dutch
    var parts = [day.map { (isDutch ? "op " : "as of ") + $0.description } ?? (isDutch ? "op elke dag" : "on any day")]
    if !without.isEmpty { parts.append((isDutch ? "zonder " : "without ") + without.joined(separator: ", ")) }
    if !only.isEmpty { parts.append((isDutch ? "alleen " : "only ") + only.joined(separator: ", ")) }
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
