/// An answer as a map of tiles.
struct TilesFormat: AnswerFormat {
  private let context: OutputContext
  private let hint: DrawingHint

  init(_ context: OutputContext, _ hint: DrawingHint) {
    self.context = context
    self.hint = hint
  }

  func write(_ answers: [Answer], to output: inout OutputBuffer) throws(OutputError) {
    let table = try table(in: answers)
    guard let border = hint.clusters, let colour = hint.colour else {
      throw DrawingHint.lacking(.tiles, answers.compactMap(\.drawn) + answers.flatMap(\.tables))
    }
    let others = table.columns.filter { $0 != border.name && $0 != colour.name }
    guard let node = hint.node ?? others.first.map({ DrawingHint.Column(name: $0) }) else {
      throw DrawingHint.error("no column is left for the municipalities", hint: "Write node:COLUMN.")
    }
    let map = try TileMap(table, node: node, border: border, colour: colour, context)
    var writer = TileMapWriter(map, frame(answers, table, border, colour))
    output = writer.write()
  }

  private func table(in answers: [Answer]) throws(OutputError) -> ResultTable {
    let names = [hint.clusters, hint.colour, hint.node].compactMap { $0?.name }
    let tables = answers.compactMap(\.drawn) + answers.flatMap(\.tables)
    guard let table = tables.first(where: { names.allSatisfy($0.columns.contains) }) else {
      throw DrawingHint.error("no table has the columns \(names.joined(separator: ", "))", hint: "Check the names.")
    }
    return table
  }

  private func frame(
    _ answers: [Answer], _ table: ResultTable, _ border: DrawingHint.Column, _ colour: DrawingHint.Column
  ) -> TileMapWriter.Frame {
    var drawn = DrawnPicture()
    let reader = ClaimReader(context)
    for claim in table.evidence.flatMap({ reader.claims(of: $0) }) { drawn.add(source: claim.sourceIdentifier) }
    let wording = context.wording
    return TileMapWriter.Frame(
      title: answers.lazy.compactMap(\.headline).first ?? context.options.title ?? table.title ?? "",
      caption: PictureCaption(context).lines(for: answers, drawn: drawn.sources),
      borderWord: "\(wording.thickBorder) (\(RegionWords(context, table).word(for: border)))",
      colourWord: "\(wording.colour) (\(RegionWords(context, table).word(for: colour)))",
      apartWord: wording.apartInBorder,
      withoutWord: wording.withoutTile, language: context.options.language)
  }
}
