extension Asker {
  /// How claims are recognised and weighed in a view.
  func evidenceRules(_ view: View) -> EvidenceRules {
    let claims = PropertyClaims(graph: landscape.graph, view: view, certainties: certainties)
    return EvidenceRules(
      certainties: certainties, certaintyProperty: ClaimColumns.certainty, lists: recordedLists
    ) { claims.claim($0, $1) }
  }

  /// Adds to a table what its rows rest on besides claims: what was last recorded, and lists that are not complete.
  func addRemarks(to table: inout ResultTable, _ request: AskRequest, _ language: Language) {
    if let day = request.day {
      let records = LastRecords(graph: landscape.graph, day: day)
      for row in table.evidence.indices {
        if let day = records.oldest(of: table.evidence[row]) { table.evidence[row].lastRecorded = day }
      }
      table.notes += lastRecordedNote(table.evidence, language).map { [$0] } ?? []
    }
    table.notes += AbsenceNotes(landscape: landscape, language: language).lines(for: table)
  }

  /// Where all rows are alike; else a column says it row by row.
  private func lastRecordedNote(_ evidence: [Evidence], _ language: Language) -> String? {
    guard let day = evidence.first?.lastRecorded, evidence.allSatisfy({ $0.lastRecorded == day }) else { return nil }
    return language.choose(
      "as last recorded on \(day), without an end since", "zoals laatst vastgelegd op \(day), zonder einde nadien")
  }
}

extension Schema {
  /// The types of relationship whose absence says something, with what closes their lists: all that is not structure.
  var recordedLists: [String: RecordedList] {
    var lists: [String: RecordedList] = [:]
    for type in types where !type.isStructure {
      lists[type.name] = RecordedList(
        closing: type.closedBy.map {
          RecordedList.Closing(end: $0.end == .from ? .start : .end, property: $0.property)
        })
    }
    return lists
  }
}
