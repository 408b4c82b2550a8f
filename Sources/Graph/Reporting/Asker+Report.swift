extension Asker {
  /// Reports on a region or a municipality.
  ///
  /// A statement that does not apply to the subject is left out and says why; one that the landscape cannot answer, because it
  /// lacks the norms, say, becomes a note.
  ///
  /// - Throws: `AskError` when the name means no region or municipality, or several, or one that is not there in the view.
  public func report(on name: String, _ request: AskRequest) throws(AskError) -> Report {
    let node = try subject(named: name)
    let view = try view(for: request, without: [])
    do throws(SentenceError) {
      try names.require([node], in: view)
    } catch {
      throw .sentence(error)
    }
    var request = request
    let language = request.language ?? .english
    request.language = language
    request.wantsEvidence = true
    let asked = emptyAnswer(request, language, view)
    let candidate = names.candidate(node, in: language)
    var report = Report(
      name: candidate.name, kind: candidate.kind, identifier: candidate.id, language: language, sections: [],
      view: view,
      viewLine: asked.viewLine)
    for section in outline(for: node).sections {
      let section = try answer(section, on: candidate.id, request, into: &report)
      report.sections.append(section)
    }
    return report
  }

  private func subject(named name: String) throws(AskError) -> NodeID {
    let labels = [DomainNames.municipality, DomainNames.region]
    switch names.resolve(name, labels: labels) {
    case .nodes(let nodes): return nodes[0]
    case .ambiguous(let nodes):
      throw .sentence(
        .ambiguous(nodes.map { names.candidate($0, labels: labels, in: .english) }, name: name))
    case .unknown:
      let near = names.nearestName(to: name, labels: labels)
      let other = names.otherMeaning(of: name).map { "\(names.candidate($0)) is something else" }
      throw .request(
        "there is no region or municipality called '\(name)'", hint: near.map { "did you mean \($0)?" } ?? other)
    }
  }

  private func outline(for node: NodeID) -> ReportOutline {
    let isMunicipality = landscape.graph.labelNames(of: node).contains(DomainNames.municipality)
    return isMunicipality ? .municipality : .region
  }
}

// MARK: - Sections

extension Asker {
  private func answer(
    _ section: ReportOutline.Section, on subject: String, _ request: AskRequest, into report: inout Report
  ) throws(AskError) -> ReportSection {
    var result = ReportSection(
      name: section.name, title: section.title[report.language] ?? section.name, answers: [], notes: [])
    for part in section.parts {
      do throws(AskError) {
        result.answers += try answers(part, on: subject, request, into: &report)
      } catch {
        guard error.isAboutLandscape else { throw error }
        result.notes.append(
          report.language.choose(
            "This cannot be answered: \(error.message).", "Dit is niet te beantwoorden: \(error.message)."))
      }
    }
    if !result.answers.contains(where: \.hasRows), result.notes.isEmpty {
      result.answers = []
      result.notes = [section.absence[report.language]].compactMap { $0 }
    }
    return result
  }

  private func answers(
    _ part: ReportOutline.Part, on subject: String, _ request: AskRequest, into report: inout Report
  ) throws(AskError) -> [Answer] {
    if let condition = part.condition, try identifiers(condition, of: subject, request).isEmpty { return [] }
    let others = try part.others.map { query throws(AskError) in try identifiers(query, of: subject, request) }
    var request = request
    request.wantsDrawing = part.form != .tables
    var answers: [Answer] = []
    for other in others ?? [""] {
      var asked = try answer(sentence: part.sentence(about: subject, and: other), request)
      report.warnings += asked.warnings
      report.timing.compile += asked.timing.compile
      report.timing.execute += asked.timing.execute
      if part.form == .picture { asked.answer.tables = [] }
      if part.form == .tables { asked.answer.drawing = nil }
      answers.append(asked.answer)
    }
    return answers
  }

  /// The texts in the first column of a query about the subject.
  private func identifiers(
    _ query: String, of subject: String, _ request: AskRequest
  ) throws(AskError) -> [String] {
    var request = request
    request.parameters = [("subject", .string(subject))]
    let asked = try answer(query: SourceText(name: "report", text: query), request)
    return asked.answer.tables.prefix(1).flatMap(\.rows).compactMap { row in
      if case .string(let text)? = row.first { text } else { nil }
    }
  }
}

extension ReportOutline.Part {
  /// The sentence with identifiers, as names, in the place of `subject` and `other`.
  fileprivate func sentence(about subject: String, and other: String) throws(AskError) -> Sentence {
    do throws(SentenceError) {
      return try Sentence(
        words.map { word in
          switch word {
          case ReportOutline.subject: Sentence.Word(subject, isName: true)
          case ReportOutline.other: Sentence.Word(other, isName: true)
          default: Sentence.Word(word, isName: false)
          }
        })
    } catch {
      throw .sentence(error)
    }
  }
}

extension Answer {
  /// There is something to show.
  fileprivate var hasRows: Bool { tables.contains { !$0.rows.isEmpty } || drawn?.rows.isEmpty == false }
}

extension AskError {
  /// The landscape lacks what a phrase asks for; a budget that is used up, or a file that is wrong, is another matter.
  fileprivate var isAboutLandscape: Bool {
    if case .query(let error, _) = self { return error.phase == .compileTime }
    return false
  }
}
