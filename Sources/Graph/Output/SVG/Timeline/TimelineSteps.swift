/// The steps of a procedure as a timeline shows them.
struct TimelineStep {
  let node: Value
  /// Its number and its name.
  let title: String
  /// What it is a step of, where steps of several things stand together.
  var group = ""
  /// What is done in it: `adopt`.
  var action: String?
  /// The first day it may be, and the first day after it; nil where the source says nothing.
  let start, end: CalendarDate?
  /// The date as printed.
  let printed: String
  /// Where it takes place or to whom it goes, with what they may do.
  var places: [String] = []
  /// The steps that should come before it, and whether it certainly starts too early.
  var conflicts: [(before: Value, isCertain: Bool)] = []

  /// Whether it is known to the day.
  var isDay: Bool {
    guard let start, let end else { return false }
    return end.dayNumber - start.dayNumber <= 1
  }

  /// Whether something is adopted or decided in it.
  var decides: Bool { action == "adopt" || action == "decide" }
}

extension TimelineStep {
  /// Reads the rows of a table; rows of one step are one.
  static func steps(of table: ResultTable, _ hint: DrawingHint, _ context: OutputContext) -> [TimelineStep] {
    let reader = TimelineReader(table, context)
    var steps: [TimelineStep] = []
    for row in table.rows {
      guard let node = reader.value(hint.step, row), !node.isNull else { continue }
      let place = steps.firstIndex { $0.node == node } ?? steps.count
      if place == steps.count { steps.append(reader.step(node, hint, row)) }
      if let body = reader.text(hint.place, row) {
        let words = ([body] + [reader.text(hint.power, row)].compactMap { $0 }).joined(separator: " · ")
        if !steps[place].places.contains(words) { steps[place].places.append(words) }
      }
      guard let before = reader.value(hint.before, row), !before.isNull,
        !steps[place].conflicts.contains(where: { $0.before == before })
      else { continue }
      let answer = reader.value(hint.answer, row)
      if answer == .string("no") { continue }
      steps[place].conflicts.append((before, answer != .string("possibly")))
    }
    return steps
  }
}

/// Reads cells of a table by the columns of a hint.
private struct TimelineReader {
  private let table: ResultTable
  private let cells: CellText

  init(_ table: ResultTable, _ context: OutputContext) {
    self.table = table
    cells = .forPeople(context)
  }

  func value(_ column: DrawingHint.Column?, _ row: [Value]) -> Value? {
    column.flatMap { table.columns.firstIndex(of: $0.name) }.map { row[$0] }
  }

  /// The text of a cell, nil when there is none or it is unknown.
  func text(_ column: DrawingHint.Column?, _ row: [Value]) -> String? {
    guard let column, let value = value(column, row), !value.isNull, value != .string("unknown") else { return nil }
    return cells.text(value, column: column.name)
  }

  func step(_ node: Value, _ hint: DrawingHint, _ row: [Value]) -> TimelineStep {
    let name = cells.text(node, column: hint.step?.name ?? "")
    let title = [text(hint.number, row), name].compactMap { $0 }.joined(separator: "  ")
    var step = TimelineStep(
      node: node, title: title, start: date(hint.start, row), end: date(hint.end, row),
      printed: text(hint.date, row) ?? "")
    step.group = text(hint.group, row) ?? ""
    if case .string(let action)? = value(hint.action, row) { step.action = action }
    return step
  }

  private func date(_ column: DrawingHint.Column?, _ row: [Value]) -> CalendarDate? {
    if case .date(let date)? = value(column, row) { date } else { nil }
  }
}
