/// A Role is a function, never a person: no e-mail address, no telephone number, no name of a person.
enum PersonalDataRule {
  @Sendable
  static func findings(_ context: CheckContext) -> [Finding] {
    let roles = context.nodes(labelled: DomainNames.role)
    if roles.isEmpty { return [] }
    let names = PersonName(knownWords: knownWords(context))
    return roles.flatMap { role in
      texts(of: role, context).compactMap { key, text in
        let isName = key == DomainNames.name || key == "aliases"
        return problem(text, isName ? names : nil).map { problem in
          context.finding(
            .error, "personal-data", role, "the role \(context.graph.identifier(of: role)) has \(problem) in \(key)",
            hint: "describe the function, not the person who has it")
        }
      }
    }
  }

  private static func problem(_ text: String, _ names: PersonName?) -> String? {
    if ContactDetails.hasMailAddress(text) { return "an e-mail address" }
    if ContactDetails.hasTelephoneNumber(text) { return "a telephone number" }
    return names?.isFound(in: text) ?? false ? "what looks like the name of a person" : nil
  }

  private static func texts(of node: NodeID, _ context: CheckContext) -> [(key: String, text: String)] {
    context.graph.nodeProperties.keys(at: node.index).flatMap { key in
      texts(in: context.graph.nodeProperties.value(key, at: node.index)).map { (context.graph.keys[key.index], $0) }
    }
  }

  private static func texts(in value: Value) -> [String] {
    switch value {
    case .string(let text): [text]
    case .list(let elements): elements.flatMap(texts)
    default: []
    }
  }

  /// The words of everything in the landscape that is no role, and of the vocabulary itself.
  private static func knownWords(_ context: CheckContext) -> Set<String> {
    var words: Set<String> = []
    for label in context.schema.labels {
      words.formUnion(PersonName.words(label.words.english + " " + label.words.dutch))
      words.formUnion(PersonName.words(label.words.englishPlural + " " + label.words.dutchPlural))
    }
    for node in context.graph.allNodes where !context.kinds(of: node).contains(DomainNames.role) {
      for key in [DomainNames.name, "aliases", "title", "publisher"] {
        for text in texts(in: context.graph.property(key, of: node)) { words.formUnion(PersonName.words(text)) }
      }
    }
    return words
  }
}
