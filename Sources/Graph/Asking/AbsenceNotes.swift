/// Says, under a table, which lists were searched in vain for its rows and are not complete.
struct AbsenceNotes {
  let landscape: Landscape
  let language: Language

  /// So many kinds of what is not recorded are named; the rest is counted.
  private static let mostNamed = 3

  /// One line for each kind of list that nodes keep themselves and is not complete: `no seats recorded for 14 forums; the
  /// lists of 11 of these are not complete`. One line sums up everything else that was looked for and is not recorded. In the
  /// order of the rows. O(absences).
  func lines(for table: ResultTable) -> [String] {
    var searched: [Searched] = []
    var seen: Set<EvidenceAbsence> = []
    for row in table.evidence.indices where !table.evidence[row].absences.isEmpty {
      for absence in table.evidence[row].absences where seen.insert(absence).inserted {
        let kind = Kind(type: absence.type, isOwnList: absence.isOwnList)
        let place = searched.firstIndex { $0.kind == kind } ?? searched.count
        if place == searched.count { searched.append((kind, [])) }
        searched[place].absences.append(absence)
      }
    }
    let open = searched.filter { $0.absences.contains { !$0.isClosed } }
    return open.filter(\.kind.isOwnList).map(listLine)
      + [summary(open.filter { !$0.kind.isOwnList })].compactMap { $0 }
  }

  private struct Kind: Equatable {
    let type: String
    let isOwnList: Bool
  }

  private typealias Searched = (kind: Kind, absences: [EvidenceAbsence])

  private func listLine(_ searched: Searched) -> String {
    let open = searched.absences.count { !$0.isClosed }
    let list = landscape.schema.type(searched.kind.type)?.words.plural(in: language) ?? searched.kind.type
    let nodes = counted(searched)
    return language.choose(
      "no \(list) recorded for \(nodes); "
        + (searched.absences.count == 1
          ? "that list is not complete" : "the lists of \(open) of these are not complete"),
      "geen \(list) vastgelegd bij \(nodes); "
        + (searched.absences.count == 1
          ? "die lijst is niet volledig" : "de lijsten van \(open) daarvan zijn niet volledig"))
  }

  /// `not recorded, which is not the same as no: “leads” (4 themes), “prepares” (1 forum) and 2 more kinds`.
  private func summary(_ searched: [Searched]) -> String? {
    guard !searched.isEmpty else { return nil }
    let named = searched.prefix(AbsenceNotes.mostNamed).map { one in
      "“\(landscape.schema.type(one.kind.type)?.words.word(in: language) ?? one.kind.type)” (\(counted(one)))"
    }
    let more = searched.count - named.count
    let kinds = more == 1 ? language.choose("kind", "soort") : language.choose("kinds", "soorten")
    let rest = more == 0 ? "" : language.choose(" and \(more) more \(kinds)", " en nog \(more) \(kinds)")
    return language.choose("not recorded, which is not the same as no: ", "niet vastgelegd, wat nog geen nee is: ")
      + named.joined(separator: ", ") + rest
  }

  private func counted(_ searched: Searched) -> String {
    "\(searched.absences.count) \(word(for: searched.absences.map(\.node)))"
  }

  /// What the nodes are: the most particular word for all of them.
  private func word(for nodes: [NodeID]) -> String {
    let schema = landscape.schema
    var common = Set(nodes.first.map { landscape.graph.labelNames(of: $0) } ?? [])
    var known: Set<Int> = []
    for node in nodes where known.insert(landscape.graph.labelSetNumber(of: node)).inserted {
      common.formIntersection(landscape.graph.labelNames(of: node))
    }
    let fitting = schema.labels.filter { common.contains($0.name) }
    let particular = fitting.max { schema.ancestry(of: $0.name).count < schema.ancestry(of: $1.name).count }
    guard let words = particular?.words else { return language == .dutch ? "knopen" : "nodes" }
    return nodes.count == 1 ? words.word(in: language) : words.plural(in: language)
  }
}
