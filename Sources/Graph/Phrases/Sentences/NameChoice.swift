/// Chooses among the nodes of one name by what the sentence is about: its day, and what its phrase prefers.
struct NameChoice {
  let names: NameIndex
  /// The day that the sentence looks at; nil for any day.
  var day: CalendarDate?
  /// Of several nodes those with such a relationship are meant; empty when the phrase prefers none.
  var preferred: [String] = []

  /// The nodes that remain, and what to tell the reader when others were passed over.
  struct Result {
    let nodes: [NodeID]
    var note: LocalizedText?
  }

  /// Narrows down nodes of the same name. O(nodes).
  func narrowed(_ nodes: [NodeID], called text: String, labels: [String]) -> Result {
    let there = nodes.filter(isThere)
    if there.count == 1 { return Result(nodes: there, note: note(there[0], text, besides: nodes, labels, .day)) }
    let remaining = there.isEmpty ? nodes : there
    let described = remaining.filter { isDescribed($0) }
    guard described.count == 1 else { return Result(nodes: remaining) }
    return Result(nodes: described, note: note(described[0], text, besides: remaining, labels, .documents))
  }

  /// What to tell about other nodes that go by the same text, when a name fits one node best.
  func namesakeNote(_ node: NodeID, _ text: String, labels: [String]) -> LocalizedText? {
    let others = names.namesakes(of: text, labels: labels, besides: node).filter(isThere)
    return others.isEmpty ? nil : note(node, text, besides: others, labels, .name)
  }

  private func isThere(_ node: NodeID) -> Bool {
    guard let day else { return true }
    let candidate = names.candidate(node)
    return candidate.validFrom.map { $0 <= day } ?? true && candidate.validUntil.map { day < $0 } ?? true
  }

  private func isDescribed(_ node: NodeID) -> Bool {
    preferred.contains { type in
      [true, false].contains { !names.neighbours(of: node, over: type, incoming: $0).isEmpty }
    }
  }
}

// MARK: - Notes

extension NameChoice {
  fileprivate enum Reason { case day, documents, name }

  private func note(
    _ node: NodeID, _ text: String, besides nodes: [NodeID], _ labels: [String], _ reason: Reason
  ) -> LocalizedText {
    let others = nodes.filter { $0 != node }
    let english = reason.words(in: .english, among: nodes.count)
    let dutch = reason.words(in: .dutch, among: nodes.count)
    return LocalizedText(
      english: "'\(text)' is read as \(names.candidate(node, in: .english)), \(english): "
        + list(others, labels, .english) + ".",
      dutch: "'\(text)' is gelezen als \(names.candidate(node, in: .dutch)), \(dutch): "
        + list(others, labels, .dutch) + ".")
  }

  /// The first of the nodes as they are typed, and how many more there are.
  private func list(_ nodes: [NodeID], _ labels: [String], _ language: Language) -> String {
    let more = nodes.count - 4
    let shown = nodes.prefix(more > 1 ? 4 : 5).map { names.typed($0, labels: labels, in: language).quotedName }
    return shown.joined(separator: ", ") + (more > 1 ? language.choose(", and \(more) more", " en nog \(more)") : "")
  }
}

extension NameChoice.Reason {
  fileprivate func words(in language: Language, among count: Int) -> String {
    let isDutch = language == .dutch
    return switch self {
    case .day: isDutch ? "die er op deze dag is; anders" : "which is there on this day; besides"
    case .documents:
      isDutch
        ? "de enige van \(count) waarover overleggen zijn vastgelegd; typ voor een andere"
        : "the only one of \(count) with recorded forums; for another type"
    case .name: isDutch ? "die precies zo heet; typ voor een andere" : "which is called exactly so; for another type"
    }
  }
}

extension String {
  /// The name as it is typed in a sentence: in quotation marks when it has several words.
  var quotedName: String { contains(" ") ? "\"\(self)\"" : self }
}
