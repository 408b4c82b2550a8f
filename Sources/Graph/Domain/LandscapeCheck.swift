/// What a landscape holds, and what is wrong with it beyond what keeps it from loading.
public struct LandscapeCheck: Sendable {
  /// How many there are of a label or relationship type.
  public struct Count: Sendable, Equatable {
    /// The label or type.
    public let name: String
    /// How many nodes or relationships.
    public let count: Int
  }

  /// The findings by file, line and severity; those without a place last.
  public let findings: [Finding]
  /// The nodes per label, in the order of the vocabulary, labels it does not have last.
  public let labelCounts: [Count]
  /// The relationships per type, in the same order.
  public let typeCounts: [Count]

  /// Whether there is any error.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// Checks a landscape. O(nodes + relationships), and O(k²) for k regions of one municipality in one division.
  public init(_ landscape: Landscape) {
    let context = CheckContext(landscape)
    findings = LandscapeCheck.sorted(LandscapeCheck.rules.flatMap { $0(context) }, landscape)
    labelCounts = LandscapeCheck.labelCounts(landscape)
    typeCounts = LandscapeCheck.typeCounts(landscape)
  }

  private static let rules: [@Sendable (CheckContext) -> [Finding]] = [
    VocabularyRule.findings, ValueTypeRule.findings, PeriodRule.findings, EndsRule.findings, SourceRule.findings,
    EvidenceRule.findings, StatementRule.findings, WholeRegionRule.findings, DuplicateNameRule.findings,
    PersonalDataRule.findings,
  ]

  private static func sorted(_ findings: [Finding], _ landscape: Landscape) -> [Finding] {
    let places = Dictionary(landscape.files.enumerated().map { ($1.path, $0) }) { first, _ in first }
    let key = { (finding: Finding) in
      (finding.origin.flatMap { places[$0.file] } ?? Int.max, finding.origin?.line ?? Int.max)
    }
    let keyed = findings.enumerated().map { (key: key($1), severity: $1.severity, number: $0, finding: $1) }
    return keyed.sorted { left, right in
      if left.key != right.key { return left.key < right.key }
      return left.severity != right.severity ? left.severity < right.severity : left.number < right.number
    }.map(\.finding)
  }

  private static func labelCounts(_ landscape: Landscape) -> [Count] {
    let graph = landscape.graph
    return (0..<graph.labels.count)
      .map { Count(name: graph.labels[$0], count: graph.nodes(labelled: LabelID(index: $0)).count) }
      .inOrder(of: landscape.schema.labels.map(\.name))
  }

  private static func typeCounts(_ landscape: Landscape) -> [Count] {
    let graph = landscape.graph
    return (0..<graph.types.count)
      .map { Count(name: graph.types[$0], count: graph.count(ofType: TypeID(index: $0))) }
      .inOrder(of: landscape.schema.types.map(\.name))
  }
}

extension [LandscapeCheck.Count] {
  /// In the order of some names, others behind them by name; what does not occur is left out.
  fileprivate func inOrder(of names: [String]) -> Self {
    let places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    let key = { (count: Element) in (places[count.name] ?? Int.max, count.name) }
    return filter { $0.count > 0 }.sorted { key($0) < key($1) }
  }
}
