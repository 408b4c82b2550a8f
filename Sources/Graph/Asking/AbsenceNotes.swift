/// Says, under a table, which lists were searched in vain for its rows and are not complete.
struct AbsenceNotes {
  let landscape: Landscape
  let language: Language

  /// One line for each kind of list that is not complete, in the order of the rows: `no seats recorded for 14 forums; the
  /// lists of 11 of these are not complete`. O(absences).
  func lines(for table: ResultTable) -> [String] {
    var order: [Kind] = []
    var byKind: [Kind: [EvidenceAbsence]] = [:]
    var seen: Set<EvidenceAbsence> = []
    for absence in table.evidence.flatMap(\.absences) where seen.insert(absence).inserted {
      let kind = Kind(type: absence.type, isOwnList: absence.isOwnList)
      if byKind[kind] == nil { order.append(kind) }
      byKind[kind, default: []].append(absence)
    }
    return order.compactMap { kind in line(kind, byKind[kind] ?? []) }
  }

  private struct Kind: Hashable {
    let type: String
    let isOwnList: Bool
  }

  private func line(_ kind: Kind, _ absences: [EvidenceAbsence]) -> String? {
    let open = absences.count { !$0.isClosed }
    guard open > 0 else { return nil }
    let words = landscape.schema.type(kind.type)?.words
    let nodes = "\(absences.count) \(word(for: absences.map(\.node)))"
    if kind.isOwnList {
      let list = words?.plural(in: language) ?? kind.type
      return language.choose(
        "no \(list) recorded for \(nodes); "
          + (absences.count == 1 ? "that list is not complete" : "the lists of \(open) of these are not complete"),
        "geen \(list) vastgelegd bij \(nodes); "
          + (absences.count == 1 ? "die lijst is niet volledig" : "de lijsten van \(open) daarvan zijn niet volledig"))
    }
    let word = words?.word(in: language) ?? kind.type
    return language.choose(
      "nothing recorded as “\(word)” for \(nodes); no complete list says that there is nothing",
      "niets vastgelegd als “\(word)” bij \(nodes); geen volledige lijst zegt dat er niets is")
  }

  /// What the nodes are: the most particular word for all of them.
  private func word(for nodes: [NodeID]) -> String {
    let schema = landscape.schema
    var common = Set(nodes.first.map { landscape.graph.labelNames(of: $0) } ?? [])
    for node in nodes.dropFirst() { common.formIntersection(landscape.graph.labelNames(of: node)) }
    let known = schema.labels.filter { common.contains($0.name) }
    let particular = known.max { schema.ancestry(of: $0.name).count < schema.ancestry(of: $1.name).count }
    guard let words = particular?.words else { return language == .dutch ? "knopen" : "nodes" }
    return nodes.count == 1 ? words.word(in: language) : words.plural(in: language)
  }
}
