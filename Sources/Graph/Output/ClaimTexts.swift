/// The claims of a table's rows as lines of text.
struct ClaimTexts {
  private let context: OutputContext
  private let reader: ClaimReader

  /// A row lists this many claims and says how many more there are.
  private static let mostPerRow = 20

  init(_ context: OutputContext) {
    self.context = context
    reader = ClaimReader(context)
  }

  /// A heading, then per row a line with its number and one line per claim; nothing when claims were not asked for.
  func lines(of table: ResultTable) -> [String] {
    guard context.options.showWhy, !table.evidence.isEmpty else { return [] }
    return ["\(context.wording.why):"]
      + zip(table.rows.indices, table.evidence).flatMap { index, evidence in
        ["  \(context.wording.row) \(index + 1)"] + lines(of: evidence).map { "    " + $0 }
      }
  }

  private func lines(of evidence: Evidence) -> [String] {
    let lines = reader.claims(of: evidence).map { line($0, namesFile: true) } + reader.searches(of: evidence)
    if lines.isEmpty { return [context.wording.noClaims] }
    let more = lines.count - ClaimTexts.mostPerRow
    return lines.prefix(ClaimTexts.mostPerRow) + (more > 0 ? [context.wording.more(more)] : [])
  }

  /// `Oldambt falls in Oost-Groningen – stated, Title of the source (its file), §5`.
  func line(_ claim: Claim, namesFile: Bool = false) -> String {
    let certainty = claim.certainty.map { context.options.words.word($0, column: "certainty") }
    let file = namesFile ? claim.sourceFile.map { " (\($0))" } ?? "" : ""
    let source = (claim.sourceTitle ?? claim.sourceIdentifier).map { $0 + file }
    let parts = [certainty, source, claim.section].compactMap { $0 }
    return parts.isEmpty ? claim.text : "\(claim.text) – \(parts.joined(separator: ", "))"
  }
}
