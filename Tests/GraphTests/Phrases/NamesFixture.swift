import Testing

@testable import Graph

/// A small landscape with every trap a name can set.
enum NamesFixture {
  private struct Node {
    let id: String
    let labels: [String]
    let name: String
    var aliases: [String] = []
    var code: String?
    var from: String?
    var until: String?
  }

  private static let nodes = [
    Node(id: "GM0014", labels: ["Municipality", "Party"], name: "Groningen", code: "GM0014"),
    Node(id: "PV20", labels: ["Province", "Region", "Party"], name: "Groningen", code: "PV20"),
    Node(id: "GM1895", labels: ["Municipality", "Party"], name: "Oldambt", code: "GM1895"),
    Node(id: "GM1952", labels: ["Municipality", "Party"], name: "Midden-Groningen", code: "GM1952"),
    Node(id: "GM0047", labels: ["Municipality", "Party"], name: "Veendam", code: "GM0047"),
    Node(id: "GM0796", labels: ["Municipality", "Party"], name: "'s-Hertogenbosch", code: "GM0796"),
    Node(id: "GM0070", labels: ["Municipality", "Party"], name: "Súdwest-Fryslân", code: "GM0070"),
    Node(id: "GM0417", labels: ["Municipality", "Party"], name: "Laren (NH.)", code: "GM0417"),
    Node(id: "GM0024", labels: ["Municipality", "Party"], name: "Loppersum", code: "GM0024", until: "2021-01-01"),
    Node(id: "GM1979", labels: ["Municipality", "Party"], name: "Eemsdelta", code: "GM1979", from: "2021-01-01"),
    Node(
      id: "swv-po-groningen", labels: ["Partnership", "Region", "Party"], name: "SWV PO (Groningen)",
      aliases: ["SwV PO"]),
    Node(id: "swv-vo-stad", labels: ["Partnership", "Region", "Party"], name: "SWV VO Stad"),
    Node(id: "swv-vo-ommelanden", labels: ["Partnership", "Region", "Party"], name: "SWV VO Ommelanden"),
    Node(
      id: "MC01", labels: ["RMCRegion", "Region"], name: "Oost-Groningen", aliases: ["RMC 01", "RMC 1"], code: "MC01"),
    Node(
      id: "forum-ago-bestuurlijk", labels: ["Forum"], name: "AGO bestuurlijk", aliases: ["AGO"], until: "2017-05-11"),
    Node(id: "forum-ago-ambtelijk", labels: ["Forum"], name: "AGO ambtelijk", aliases: ["AGO"]),
    Node(id: "forum-lea-formeel", labels: ["Forum"], name: "LEA (Groningen, formeel)"),
    Node(id: "forum-lea-ambtelijk", labels: ["Forum"], name: "LEA (Groningen, ambtelijk)"),
    Node(id: "forum-rmc-01", labels: ["Forum"], name: "Bestuurlijk overleg RMC 01"),
    Node(id: "theme-vervoer", labels: ["Theme"], name: "Leerlingenvervoer"),
    Node(id: "theme-pilot", labels: ["Theme"], name: "Pilot Jeugdhulp op VO"),
    Node(id: "division-rmc", labels: ["Division"], name: "RMC-regio's", aliases: ["RMC"], code: "RMC"),
    Node(id: "division-youth", labels: ["Division"], name: "jeugdregio's", aliases: ["jeugd"], code: "Youth"),
  ]

  static let words = LabelWords(
    [
      LabelWords.Entry(label: "Party", english: "party", dutch: "partij"),
      LabelWords.Entry(label: "Region", english: "region", dutch: "regio"),
      LabelWords.Entry(label: "Municipality", english: "municipality", dutch: "gemeente", parents: ["Party"]),
      LabelWords.Entry(label: "Province", english: "province", dutch: "provincie", parents: ["Region", "Party"]),
      LabelWords.Entry(label: "RMCRegion", english: "RMC region", dutch: "RMC-regio", parents: ["Region"]),
      LabelWords.Entry(
        label: "Partnership", english: "partnership", dutch: "samenwerkingsverband", parents: ["Region", "Party"]),
      LabelWords.Entry(label: "Forum", english: "forum", dutch: "overleg"),
      LabelWords.Entry(label: "Theme", english: "theme", dutch: "thema"),
      LabelWords.Entry(label: "Division", english: "division", dutch: "indeling"),
    ],
    extra: [("SWV", "Partnership")])

  static let graph: PropertyGraph = {
    var builder = PropertyGraphBuilder()
    for node in nodes {
      guard let id = builder.addNode(node.id, labels: node.labels) else { continue }
      builder.setProperty("name", of: id, to: .string(node.name))
      if !node.aliases.isEmpty {
        builder.setProperty("aliases", of: id, to: .list(node.aliases.map { .string($0) }))
      }
      if let code = node.code { builder.setProperty("code", of: id, to: .string(code)) }
      for (key, day) in [("valid_from", node.from), ("valid_until", node.until)] {
        if let date = day.flatMap({ CalendarDate($0) }) { builder.setProperty(key, of: id, to: .date(date)) }
      }
    }
    relate("GM1979", "SUCCEEDS", "GM0024", &builder)
    relate("forum-lea-formeel", "POSSIBLY_SAME_AS", "forum-lea-ambtelijk", &builder)
    return builder.build()
  }()

  private static func relate(_ start: String, _ type: String, _ end: String, _ builder: inout PropertyGraphBuilder) {
    func node(_ id: String) -> NodeID? {
      var id = id
      return id.withUTF8 { builder.node(identifier: $0) }
    }
    guard let start = node(start), let end = node(end) else { return }
    _ = builder.addRelationship(from: start, to: end, type: type)
  }

  static let index = NameIndex(graph: graph, words: words)

  static func ids(_ nodes: [NodeID]) -> [String] { nodes.map { graph.identifier(of: $0) } }

  /// Everything except some nodes.
  static func view(without hidden: [String]) -> View {
    var nodes = BitSet(count: graph.nodeCount, filled: true)
    for id in hidden { if let node = graph.node(identifier: id) { nodes[node.index] = false } }
    return View(nodes: nodes, relationships: nil)
  }
}
