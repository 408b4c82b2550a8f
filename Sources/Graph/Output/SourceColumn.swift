/// The column that names, for each row, the sources of its claims with their sections.
struct SourceColumn {
  let title: String
  let texts: [String]

  /// A row names this many places and says how many more there are; `--why` lists them all.
  private static let mostPerRow = 3

  /// Nil when evidence was not asked for, is not there, or the table names its sources itself.
  init?(_ table: ResultTable, _ context: OutputContext, cells: CellText) {
    guard context.options.showEvidence, table.evidence.contains(where: { !$0.claims.isEmpty }) else { return nil }
    guard !table.columns.contains(where: { ["source", "bron"].contains($0) }) else { return nil }
    title = if case .person = cells.reader { context.wording.source } else { "source" }
    let reader = ClaimReader(context)
    texts = table.rows.indices.map { index in
      index < table.evidence.count ? SourceColumn.text(table.evidence[index], reader, context.wording) : ""
    }
  }

  /// `Notitie AGO §1 noot 1; Notitie AGO Bijlage II tabel 1`.
  private static func text(_ evidence: Evidence, _ reader: ClaimReader, _ wording: Wording) -> String {
    var places: [String] = []
    for claim in reader.claims(of: evidence) {
      guard let source = claim.sourceName ?? claim.sourceIdentifier else { continue }
      let place = ([source] + [claim.section].compactMap { $0 }).joined(separator: " ")
      if !places.contains(place) { places.append(place) }
    }
    let more = places.count - mostPerRow
    return (places.prefix(mostPerRow) + (more > 0 ? [wording.more(more)] : [])).joined(separator: "; ")
  }
}
