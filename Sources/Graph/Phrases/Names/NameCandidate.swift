/// A node that a name may mean, with what tells it from others of that name.
public struct NameCandidate: Sendable, Equatable {
  /// The identifier, which always resolves.
  public let id: String
  /// The name, or the identifier when it has none.
  public let name: String
  /// What it is: the display word of its label, in the language asked for.
  public let kind: String
  /// Its first day, nil when open or not recorded.
  public let validFrom: CalendarDate?
  /// The day after its last, nil when open or not recorded.
  public let validUntil: CalendarDate?
}

extension NameCandidate: CustomStringConvertible {
  /// `Groningen (municipality, GM0014)`, with its period when it has one.
  public var description: String {
    let period = NameCandidate.period(from: validFrom, until: validUntil)
    return "\(name) (\(([kind, id] + (period.map { [$0] } ?? [])).joined(separator: ", ")))"
  }

  /// `from 2019-01-01`, `until 2021-01-01`, both, or nil when both are open.
  static func period(from: CalendarDate?, until: CalendarDate?) -> String? {
    let parts = [from.map { "from \($0)" }, until.map { "until \($0)" }].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

extension NameIndex {
  /// Describes a node for a list of candidates.
  public func candidate(_ node: NodeID, in language: Language = .english) -> NameCandidate {
    let labels = graph.labelNames(of: node)
    return NameCandidate(
      id: graph.identifier(of: node), name: name(of: node),
      kind: words.word(for: labels, in: language) ?? labels.first ?? "node",
      validFrom: date("valid_from", of: node), validUntil: date("valid_until", of: node))
  }

  /// The name of a node, or its identifier when it has none.
  public func name(of node: NodeID) -> String {
    if case .string(let name) = graph.property("name", of: node) { name } else { graph.identifier(of: node) }
  }

  private func date(_ key: String, of node: NodeID) -> CalendarDate? {
    if case .date(let date) = graph.property(key, of: node) { date } else { nil }
  }
}

// MARK: - Neighbours that matter to a name

extension NameIndex {
  /// The nodes that succeed a node, ascending.
  public func successors(of node: NodeID) -> [NodeID] { neighbours(of: node, over: "SUCCEEDS", incoming: true) }

  /// The nodes that are possibly the same as a node, ascending.
  public func twins(of node: NodeID) -> [NodeID] {
    let both =
      neighbours(of: node, over: "POSSIBLY_SAME_AS", incoming: false)
      + neighbours(of: node, over: "POSSIBLY_SAME_AS", incoming: true)
    return both.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  private func neighbours(of node: NodeID, over type: String, incoming: Bool) -> [NodeID] {
    guard let type = graph.type(named: type) else { return [] }
    let adjacency = graph.adjacency(type, incoming: incoming)
    let nodes = adjacency.neighbours[adjacency.range(of: node)]
    return nodes.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
