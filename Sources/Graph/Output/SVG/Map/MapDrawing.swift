/// An answer as a map: tiles, or the shapes of municipalities.
struct MapDrawing {
  private let context: OutputContext
  private let hint: DrawingHint

  init(_ context: OutputContext, _ hint: DrawingHint) {
    self.context = context
    self.hint = hint
  }

  /// - Throws: `OutputError` when columns are lacking, or nothing of the answer has a place on the map.
  func sheet(of answers: [Answer]) throws(OutputError) -> PictureSheet {
    let (table, node, border, colour) = try columns(answers)
    let map = RegionMap(table, node: node, border: border, colour: colour, context)
    let tiles = TilePlaces(context.graph).tiles(of: map.places.map(\.node))
    guard !tiles.isEmpty else {
      throw OutputError(
        .nothingToDraw, "None of the rows is a municipality with a tile.",
        hint: "Load data/nederland too, or draw clusters.")
    }
    let words = RegionWords(context, table)
    var sheet = TileDrawing(
      map, tiles: tiles, borderWord: words.word(for: border), colourWord: words.word(for: colour), context.wording
    ).sheet()
    sheet.title = table.title
    let reader = ClaimReader(context)
    var drawn = DrawnPicture()
    for claim in table.evidence.flatMap({ reader.claims(of: $0) }) { drawn.add(source: claim.sourceIdentifier) }
    sheet.sources = drawn.sources
    return sheet
  }

  private typealias Columns = (
    table: ResultTable, node: DrawingHint.Column, border: DrawingHint.Column, colour: DrawingHint.Column
  )

  private func columns(_ answers: [Answer]) throws(OutputError) -> Columns {
    let tables = answers.compactMap(\.drawn) + answers.flatMap(\.tables)
    guard let border = hint.clusters, let colour = hint.colour else { throw DrawingHint.lacking(.tiles, tables) }
    let names = [border, colour, hint.node].compactMap { $0?.name }
    guard let table = tables.first(where: { names.allSatisfy($0.columns.contains) }) else {
      throw DrawingHint.error("no table has the columns \(names.joined(separator: ", "))", hint: "Check the names.")
    }
    let others = table.columns.filter { $0 != border.name && $0 != colour.name }
    guard let node = hint.node ?? others.first.map({ DrawingHint.Column(name: $0) }) else {
      throw DrawingHint.error("no column is left for the municipalities", hint: "Write node:COLUMN.")
    }
    return (table, node, border, colour)
  }
}
