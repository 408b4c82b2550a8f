/// Writes a report as one page that needs nothing else.
public struct ReportWriter: Sendable {
  private let options: OutputOptions

  /// Prepares to write.
  ///
  /// - Parameter options: language, words and style; the rest is the report's.
  public init(options: OutputOptions) { self.options = options }

  /// The page in UTF-8.
  ///
  /// - Parameter graph: the graph that the nodes and relationships in the report belong to.
  /// - Complexity: O(size of the page).
  public func bytes(for report: Report, graph: PropertyGraph) -> [UInt8] {
    var options = options
    options.language = report.language
    options.view = report.view
    options.viewLine = report.viewLine
    options.showEvidence = true
    options.showWhy = false
    let page = ReportPage(report, OutputContext(graph: graph, options: options))
    return page.written().bytes
  }
}
