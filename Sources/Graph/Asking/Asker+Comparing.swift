extension Asker {
  /// Answers a statement in two views and tells which rows are only in one of them.
  ///
  /// A name in a sentence that one of the views does not contain gives no rows there, and a note; in neither, it is an error.
  ///
  /// - Throws: `AskError` as for the statement alone.
  public func compare(
    _ statement: AskedStatement, from earlier: AskRequest, to later: AskRequest
  ) throws(AskError) -> AskedAnswer {
    let before = try answerOrAbsence(statement, earlier)
    let after = try answerOrAbsence(statement, later)
    switch (before, after) {
    case (.absent(let error), .absent): throw .sentence(error)
    case (.answered(let before), .answered(let after)):
      return compared(before, after, notes: Asker.headlineNotes(before.answer, after.answer))
    case (.answered(let before), .absent(let error)):
      let after = emptyAnswer(later, before.language, try view(for: later, without: []))
      return compared(before, after, notes: [Asker.note(AnswerDifference.gainedMark, error)])
    case (.absent(let error), .answered(let after)):
      let before = emptyAnswer(earlier, after.language, try view(for: earlier, without: []))
      return compared(before, after, notes: [Asker.note(AnswerDifference.lostMark, error)])
    }
  }

  /// Answers a statement.
  ///
  /// - Throws: `AskError` when it is wrong, not understood, or fails.
  public func answer(_ statement: AskedStatement, _ request: AskRequest) throws(AskError) -> AskedAnswer {
    switch statement {
    case .query(let source): try answer(query: source, request)
    case .sentence(let sentence): try answer(sentence: sentence, request)
    }
  }

  private enum Outcome {
    case answered(AskedAnswer)
    /// A name of the sentence is not there in the view.
    case absent(SentenceError)
  }

  private func answerOrAbsence(_ statement: AskedStatement, _ request: AskRequest) throws(AskError) -> Outcome {
    do throws(AskError) {
      return .answered(try answer(statement, request))
    } catch {
      guard case .sentence(let reason) = error, reason.kind == .outsideView, reason.words != nil else { throw error }
      return .absent(reason)
    }
  }

  private func compared(_ before: AskedAnswer, _ after: AskedAnswer, notes: [String]) -> AskedAnswer {
    let language = after.language
    let difference = AnswerDifference(from: before.answer, to: after.answer, language: language)
    var result = after
    result.answer = Answer(
      headline: difference.headline(in: language), tables: difference.tables, notes: notes, isPhrase: true)
    result.viewLine = "- \(before.viewLine) | + \(after.viewLine)"
    result.viewFields = ValueMap([("before", .map(before.viewFields)), ("after", .map(after.viewFields))])
    // Claims of either view may stand below a row.
    result.view = .everything
    result.warnings += before.warnings
    result.timing.compile += before.timing.compile
    result.timing.execute += before.timing.execute
    return result
  }

  private static func headlineNotes(_ before: Answer, _ after: Answer) -> [String] {
    let same = before.headline == after.headline
    let headlines =
      same
      ? []
      : [
        before.headline.map { "\(AnswerDifference.lostMark) \($0)" },
        after.headline.map { "\(AnswerDifference.gainedMark) \($0)" },
      ].compactMap { $0 }
    return headlines + (before.notes + after.notes).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func note(_ mark: String, _ error: SentenceError) -> String { "\(mark) \(error.message)" }
}

/// A statement to answer.
public enum AskedStatement: Sendable {
  case query(SourceText)
  case sentence(Sentence)
}

extension AnswerDifference {
  /// How many rows differ, in a sentence.
  fileprivate func headline(in language: Language) -> String {
    if lost + gained == 0 { return language.choose("Nothing differs.", "Niets verschilt.") }
    return language.choose(
      "\(lost) \(lost == 1 ? "row" : "rows") lost, \(gained) gained.",
      "\(lost) \(lost == 1 ? "rij" : "rijen") verdwenen, \(gained) erbij.")
  }
}
