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
    var searched: [SearchedInVain] = []
    for evidence in table.evidence where !evidence.absences.isEmpty {
      for absence in evidence.absences {
        let place = searched.firstIndex { $0.isOf(absence) } ?? searched.count
        if place == searched.count { searched.append(SearchedInVain(like: absence, landscape.graph)) }
        searched[place].add(absence, landscape.graph)
      }
    }
    let open = searched.filter { $0.openCount > 0 }
    return open.filter(\.isOwnList).map(listLine)
      + [summary(open.filter { !$0.isOwnList })].compactMap { $0 }
  }

  private func listLine(_ searched: SearchedInVain) -> String {
    let open = searched.openCount
    let list = landscape.schema.type(searched.type)?.words.plural(in: language) ?? searched.type
    let nodes = counted(searched)
    return language.choose(
      "no \(list) recorded for \(nodes); "
        + (searched.count == 1
          ? "that list is not complete" : "the lists of \(open) of these are not complete"),
      "geen \(list) vastgelegd bij \(nodes); "
        + (searched.count == 1
          ? "die lijst is niet volledig" : "de lijsten van \(open) daarvan zijn niet volledig"))
  }

  /// `not recorded, which is not the same as no: “leads” (4 themes), “prepares” (1 forum) and 2 more kinds`.
  private func summary(_ searched: [SearchedInVain]) -> String? {
    guard !searched.isEmpty else { return nil }
    let named = searched.prefix(AbsenceNotes.mostNamed).map { one in
      "“\(landscape.schema.type(one.type)?.words.word(in: language) ?? one.type)” (\(counted(one)))"
    }
    let more = searched.count - named.count
    let kinds = more == 1 ? language.choose("kind", "soort") : language.choose("kinds", "soorten")
    let rest = more == 0 ? "" : language.choose(" and \(more) more \(kinds)", " en nog \(more) \(kinds)")
    return language.choose("not recorded, which is not the same as no: ", "niet vastgelegd, wat nog geen nee is: ")
      + named.joined(separator: ", ") + rest
  }

  private func counted(_ searched: SearchedInVain) -> String {
    "\(searched.count) \(word(for: searched))"
  }

  /// What the nodes are: the most particular word for all of them.
  private func word(for searched: SearchedInVain) -> String {
    let (schema, graph) = (landscape.schema, landscape.graph)
    var common = Set(searched.examples.first.map { graph.labelNames(of: $0) } ?? [])
    for node in searched.examples.dropFirst() { common.formIntersection(graph.labelNames(of: node)) }
    let fitting = schema.labels.filter { common.contains($0.name) }
    let particular = fitting.max { schema.ancestry(of: $0.name).count < schema.ancestry(of: $1.name).count }
    guard let words = particular?.words else { return language == .dutch ? "knopen" : "nodes" }
    return searched.count == 1 ? words.word(in: language) : words.plural(in: language)
  }
}

/// The nodes at which relationships of one type were looked for and not found.
private struct SearchedInVain {
  let type: String
  let isOwnList: Bool
  /// How many nodes there are, and how many of their lists are not complete.
  private(set) var (count, openCount) = (0, 0)
  /// One node of each set of labels.
  private(set) var examples: [NodeID] = []
  private var nodes: BitSet
  private var openNodes: BitSet
  private var labelSets: BitSet

  init(like absence: EvidenceAbsence, _ graph: PropertyGraph) {
    type = absence.type
    isOwnList = absence.isOwnList
    nodes = BitSet(count: graph.nodeCount)
    openNodes = BitSet(count: graph.nodeCount)
    labelSets = BitSet(count: graph.labelSetCount)
  }

  func isOf(_ absence: EvidenceAbsence) -> Bool { isOwnList == absence.isOwnList && type == absence.type }

  mutating func add(_ absence: EvidenceAbsence, _ graph: PropertyGraph) {
    let node = absence.node
    if !absence.isClosed, openNodes.insert(node.index) { openCount += 1 }
    guard nodes.insert(node.index) else { return }
    count += 1
    if labelSets.insert(graph.labelSetNumber(of: node)) { examples.append(node) }
  }
}
