/// JSON: `{"columns","rows"}` for one plain query, else
/// `{"view":{...},"headline","tables":[{"title","columns","rows"}],"notes":[...]}`.
///
/// Rows are arrays, one per line. When claims were asked for, each table has two arrays parallel to `rows`: `evidence`, the
/// certainty of each row or null (with `counts` beside it when a row is an aggregate), and `why`, a list of claims per row;
/// where there is something to tell, also `last_recorded`, a day or null per row, and `searched`, per row the lists in which
/// nothing was found.
struct JSONFormat: AnswerFormat {
  private let context: OutputContext

  init(_ context: OutputContext) { self.context = context }

  func write(_ answers: [Answer], to output: inout OutputBuffer) throws(OutputError) {
    var json = JSONText(graph: context.graph)
    if answers.count == 1, !answers[0].isPhrase, let table = answers[0].tables.first {
      writeQuery(answers[0], table, to: &json)
    } else {
      write(answers, to: &json)
    }
    if json.isTooDeep { throw OutputError(.nesting, "A value is nested too deep to be written as JSON.") }
    output = json.output
    output.writeLine()
  }

  private func write(_ answers: [Answer], to json: inout JSONText) {
    json.raw("{\"view\":")
    json.map(context.options.viewFields)
    json.key("headline")
    let headlines = answers.compactMap(\.headline)
    json.optionalString(headlines.isEmpty ? nil : headlines.joined(separator: "\n"))
    json.key("tables")
    json.array(answers.flatMap(\.tables), separator: ",\n") { write($1, withTitle: true, to: &$0) }
    json.key("notes")
    json.array(answers.flatMap(\.allNotes)) { $0.string($1) }
    json.raw("}")
  }

  /// One plain query: its table, and beside it, only when there is something to say, `unknown` with the rows of which it is
  /// unknown whether they hold, and `notes`.
  private func writeQuery(_ answer: Answer, _ table: ResultTable, to json: inout JSONText) {
    json.raw("{")
    writeMembers(table, withTitle: false, to: &json)
    for unknown in answer.tables.dropFirst() {
      json.key("unknown")
      write(unknown, withTitle: true, to: &json)
    }
    if !answer.allNotes.isEmpty {
      json.key("notes")
      json.array(answer.allNotes) { $0.string($1) }
    }
    json.raw("}")
  }

  private func write(_ table: ResultTable, withTitle: Bool, to json: inout JSONText) {
    json.raw("{")
    writeMembers(table, withTitle: withTitle, to: &json)
    json.raw("}")
  }

  private func writeMembers(_ table: ResultTable, withTitle: Bool, to json: inout JSONText) {
    if withTitle {
      json.key("title", isFirst: true)
      json.optionalString(table.title)
    }
    json.key("columns", isFirst: !withTitle)
    json.array(table.columns) { $0.string($1) }
    json.key("rows")
    json.array(table.rows, separator: ",\n") { json, row in json.array(row) { $0.value($1) } }
    if context.options.showWhy, table.evidence.count == table.rows.count { writeEvidence(table.evidence, to: &json) }
  }
}

// MARK: - Evidence

extension JSONFormat {
  private func writeEvidence(_ evidence: [Evidence], to json: inout JSONText) {
    json.key("evidence")
    json.array(evidence) { $0.optionalString($1.certainty) }
    if evidence.contains(where: { !$0.counts.isEmpty }) {
      json.key("counts")
      json.array(evidence) { $0.map(ValueMap($1.counts.map { ($0.certainty, .integer(Int64($0.count))) })) }
    }
    if evidence.contains(where: { $0.lastRecorded != nil }) {
      json.key("last_recorded")
      json.array(evidence) { $0.optionalString($1.lastRecorded?.description) }
    }
    if evidence.contains(where: { !$0.absences.isEmpty }) {
      json.key("searched")
      json.array(evidence) { json, evidence in json.array(evidence.absences) { writeAbsence($1, to: &$0) } }
    }
    let reader = ClaimReader(context)
    json.key("why")
    json.array(evidence, separator: ",\n") { json, evidence in
      json.array(reader.claims(of: evidence)) { writeClaim($1, to: &$0) }
    }
  }

  private func writeAbsence(_ absence: EvidenceAbsence, to json: inout JSONText) {
    json.map(
      ValueMap([
        ("type", .string(absence.type)), ("node", .string(context.graph.identifier(of: absence.node))),
        ("closed", .boolean(absence.isClosed)),
      ]))
  }

  private func writeClaim(_ claim: Claim, to json: inout JSONText) {
    json.raw("{")
    json.key(claim.kind.rawValue, isFirst: true)
    json.string(claim.identifier)
    if let property = claim.property {
      json.key("about")
      json.optionalString(claim.aboutIdentifier)
      json.key("property")
      json.string(property)
      json.key("value")
      json.optionalString(claim.value)
    }
    for (name, text) in [
      ("certainty", claim.certainty), ("source", claim.sourceIdentifier), ("title", claim.sourceTitle),
      ("section", claim.section),
    ] {
      json.key(name)
      json.optionalString(text)
    }
    json.raw("}")
  }
}

extension Value {
  /// The value as JSON, in the encoding of answers. O(size of the value).
  public func json(in graph: PropertyGraph) -> String {
    var json = JSONText(graph: graph)
    json.value(self)
    return String(decoding: json.output.bytes, as: UTF8.self)
  }
}
