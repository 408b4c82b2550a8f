extension NameIndex {
  /// The name under the labels that looks most like a text, nil when none is near. Only for messages. O(total length × text).
  func nearestName(to text: String, labels: [String]) -> String? {
    let folded = String(decoding: FoldedText(text).bytes, as: UTF8.self)
    var names: [String] = []
    var nodes: [NodeID] = []
    for table in foldedNames(labels: labels) {
      for entry in table.entries where entry.kind != .code {
        names.append(String(decoding: table.bytes[Int(entry.start)..<Int(entry.end)], as: UTF8.self))
        nodes.append(entry.node)
      }
    }
    guard let nearest = NearestName.nearest(to: folded, in: names), let place = names.firstIndex(of: nearest) else {
      return nil
    }
    return name(of: nodes[place])
  }

  /// What a text names when any label will do: to say "that is a theme, not a party". Only for messages.
  func otherMeaning(of text: String) -> NodeID? {
    if case .nodes(let nodes) = resolve(text, labels: [], takesAll: true) { nodes.first } else { nil }
  }
}
