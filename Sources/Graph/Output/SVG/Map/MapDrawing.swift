/// An answer as a map: tiles, or the shapes of municipalities.
struct MapDrawing {
  private let context: OutputContext
  private let kind: PictureKind
  private let hint: DrawingHint

  init(_ context: OutputContext, _ kind: PictureKind, _ hint: DrawingHint) {
    self.context = context
    self.kind = kind
    self.hint = hint
  }

  /// - Throws: `OutputError` when columns are lacking, or nothing of the answer has a place on the map.
  func sheet(of answers: [Answer]) throws(OutputError) -> PictureSheet {
    let table = try MapTable(answers, as: kind, hint, context)
    var sheet = kind == .shapes ? try shapes(table) : try tiles(table)
    sheet.title = table.title
    sheet.sources = table.sources
    return sheet
  }

  private func tiles(_ table: MapTable) throws(OutputError) -> PictureSheet {
    let tiles = TilePlaces(context.graph).tiles(of: table.map.places.map(\.node))
    guard !tiles.isEmpty else {
      throw OutputError(
        .nothingToDraw, "None of the rows is a municipality with a tile.",
        hint: "Load data/nederland too, or draw clusters.")
    }
    return TileDrawing(
      table.map, tiles: tiles, borderWord: table.borderWord, colourWord: table.colourWord, context.wording
    ).sheet()
  }

  private func shapes(_ table: MapTable) throws(OutputError) -> PictureSheet {
    guard let boundaries = context.options.boundaries else {
      throw OutputError(
        .drawingHint, "Shapes need a file with the boundaries of municipalities.",
        hint: "Add --boundaries FILE.geojson, or draw tiles.")
    }
    return ShapeDrawing(
      table.map, try boundaries.joined(to: table.map.places, context.wording), borderWord: table.borderWord,
      colourWord: table.colourWord, context.wording
    ).sheet()
  }
}
