extension MatchedSentence {
  /// The same sentence as the view allows it: a name of one node outside the view is an error, a set keeps what is inside.
  /// What may still be there on the day or not stays, with a note.
  ///
  /// - Parameters:
  ///   - view: what is there.
  ///   - wide: what is there or may be; nil when nothing is unknown.
  ///   - names: describes nodes.
  /// - Throws: `SentenceError` naming the period and the successors of what is not there.
  public func restricted(to view: View, orUnknownIn wide: View? = nil, names: NameIndex) throws(SentenceError)
    -> MatchedSentence
  {
    var copy = self
    for (place, argument) in arguments.enumerated() where !argument.nodes.isEmpty {
      let unknown = argument.nodes.filter { !view.shows($0) && wide?.shows($0) == true }
      copy.unknown += unknown
      let visible = argument.nodes.filter { view.shows($0) || unknown.contains($0) }
      if visible.count == argument.nodes.count { continue }
      let missing = argument.nodes.first { !visible.contains($0) }
      guard argument.isList, phrase.isSet(argument.name), !visible.isEmpty else {
        throw names.outsideView(missing ?? argument.nodes[0], words: argument.words)
      }
      copy.arguments[place].nodes = visible
      copy.arguments[place].value = .list(visible.map { .string(names.graph.identifier(of: $0)) })
      copy.notes += argument.nodes.filter { !visible.contains($0) }.map { names.leftOutNote($0) }
    }
    return copy
  }
}

extension NameIndex {
  /// Checks that nodes named by `--without` or in a sentence are part of a view.
  ///
  /// - Throws: `SentenceError` naming the period, and a day on which the node is there.
  public func require(_ nodes: [NodeID], in view: View) throws(SentenceError) {
    if let missing = nodes.first(where: { !view.shows($0) }) { throw outsideView(missing, words: nil) }
  }

  /// The error for a node that is loaded and not in the view.
  func outsideView(_ node: NodeID, words: Range<Int>?) -> SentenceError {
    let candidate = candidate(node)
    let newer = successors(of: node).map { self.candidate($0).description }
    let followed = newer.isEmpty ? nil : "it was succeeded by \(newer.joined(separator: ", "))"
    let day = candidate.validUntil.map { CalendarDate(dayNumber: $0.dayNumber - 1) } ?? candidate.validFrom
    let dated = day.map { "ask with --at \($0)" }
    let hints = [followed, dated].compactMap { $0 }
    return SentenceError(
      .outsideView, "\(candidate) is not there in this view",
      hint: hints.isEmpty ? "the view leaves it out" : hints.joined(separator: "; "), words: words)
  }

  func unknownNote(_ node: NodeID) -> LocalizedText {
    LocalizedText(
      english: "It is not recorded whether \(candidate(node, in: .english)) still exists on this day.",
      dutch: "Niet vastgelegd is of \(candidate(node, in: .dutch)) op deze dag nog bestaat.")
  }

  func leftOutNote(_ node: NodeID) -> LocalizedText {
    LocalizedText(
      english: "\(candidate(node, in: .english)) is not there on this day or in this view.",
      dutch: "\(candidate(node, in: .dutch)) is er niet op deze dag of in dit beeld.")
  }
}
