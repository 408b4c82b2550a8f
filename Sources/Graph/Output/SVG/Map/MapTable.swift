/// The table of an answer that a map is made of, as regions.
struct MapTable {
  let map: RegionMap
  /// What the regions of either division are called.
  let borderWord, colourWord: String
  /// The title of the table.
  let title: String?
  /// The identifiers of the sources, in order, without repeats.
  let sources: [String]

  /// - Throws: `OutputError` of kind `drawingHint` when columns are lacking.
  init(
    _ answers: [Answer], as kind: PictureKind, _ hint: DrawingHint, _ context: OutputContext
  ) throws(OutputError) {
    let tables = answers.compactMap(\.drawn) + answers.flatMap(\.tables)
    guard let border = hint.clusters, let colour = hint.colour else { throw DrawingHint.lacking(kind, tables) }
    let names = [border, colour, hint.node].compactMap { $0?.name }
    guard let table = tables.first(where: { names.allSatisfy($0.columns.contains) }) else {
      throw DrawingHint.error("no table has the columns \(names.joined(separator: ", "))", hint: "Check the names.")
    }
    let others = table.columns.filter { $0 != border.name && $0 != colour.name }
    guard let node = hint.node ?? others.first.map({ DrawingHint.Column(name: $0) }) else {
      throw DrawingHint.error("no column is left for the municipalities", hint: "Write node:COLUMN.")
    }
    map = RegionMap(table, node: node, border: border, colour: colour, context)
    let words = RegionWords(context, table)
    borderWord = words.word(for: border)
    colourWord = words.word(for: colour)
    title = table.title
    let reader = ClaimReader(context)
    var drawn = DrawnPicture()
    for claim in table.evidence.flatMap({ reader.claims(of: $0) }) { drawn.add(source: claim.sourceIdentifier) }
    sources = drawn.sources
  }
}
