@testable import Graph

/// Runs a query of a golden file and writes down what it gives.
struct GoldenRun {
  var engine: QueryEngine

  init(graph: PropertyGraph) {
    engine = QueryEngine(graph: graph, today: CalendarDate("2024-06-30") ?? CalendarDate(dayNumber: 0))
    engine.budget.seconds = 60
    engine.ranks = ["official": 0, "executive": 1, "directors": 2, "board": 3]
  }

  /// Rows, a plan, or the mistake; in place of rows the warnings, when those are asked for and there are any.
  func answer(_ query: String, wantsWarnings: Bool) -> GoldenFile.Section {
    let source = SourceText(name: "query", text: query)
    do throws(QueryError) {
      let prepared = try engine.prepare(source, parameters: [])
      if wantsWarnings, !prepared.warnings.isEmpty { return warnings(prepared.warnings, source) }
      let table = try prepared.run()
      if prepared.columns == ["plan"] { return GoldenFile.Section(kind: "plan", text: plan(table)) }
      return GoldenFile.Section(
        kind: "rows", text: GoldenText(graph: engine.graph).lines(table).joined(separator: "\n"))
    } catch {
      return GoldenFile.Section(kind: "error", text: rendered(Diagnostic(error, in: source)))
    }
  }

  private func warnings(_ warnings: [QueryWarning], _ source: SourceText) -> GoldenFile.Section {
    let texts = warnings.map { rendered(Diagnostic($0, in: source)) }
    return GoldenFile.Section(kind: "warnings", text: texts.joined(separator: "\n"))
  }

  private func plan(_ table: ResultTable) -> String {
    table.rows.map { if case .string(let line) = $0[0] { line } else { "" } }.joined(separator: "\n")
  }

  private func rendered(_ diagnostic: Diagnostic) -> String {
    let text = DiagnosticRenderer(color: false).render(diagnostic)
    return text.last == "\n" ? String(text.dropLast()) : text
  }
}
