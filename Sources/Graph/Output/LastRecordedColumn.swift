/// The column that says when what each row rests on was last recorded, where no end is known.
struct LastRecordedColumn {
  let title: String
  let texts: [String]

  /// Nil when evidence was not asked for, or all rows are alike: then a line under the table says so.
  init?(_ table: ResultTable, _ context: OutputContext) {
    guard context.options.showEvidence, table.evidence.count == table.rows.count else { return nil }
    guard Set(table.evidence.map(\.lastRecorded)).count > 1 else { return nil }
    title = context.wording.lastRecorded
    texts = table.evidence.map { $0.lastRecorded?.description ?? "" }
  }
}
