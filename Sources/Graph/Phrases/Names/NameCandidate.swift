/// A node that a name may mean, with what tells it from others of that name.
public struct NameCandidate: Sendable, Equatable {
  /// The identifier, which always resolves.
  public let id: String
  /// The name, or the identifier when it has none.
  public let name: String
  /// What it is: the display word of its label, in the language asked for.
  public let kind: String
  /// What to type to mean it and nothing else.
  public var typed: String
  /// Its first day, nil when open or not recorded.
  public let validFrom: CalendarDate?
  /// The day after its last, nil when open or not recorded.
  public let validUntil: CalendarDate?
  /// The language of `kind` and of the description.
  let language: Language
}

extension NameCandidate: CustomStringConvertible {
  /// `Groningen (municipality, GM0014)`, with its period when it has one.
  public var description: String {
    let period = period
    return "\(name) (\(([kind, id] + (period.map { [$0] } ?? [])).joined(separator: ", ")))"
  }

  /// What to type, for a list to choose from: `"Groningen (municipality)", or GM0014`.
  public var choice: String {
    let period = period.map { ", \($0)" } ?? ""
    return typed == id ? "\(id), which is \(name) (\(kind))\(period)" : "\(typed.quotedName), or \(id)\(period)"
  }

  /// `from 2019-01-01`, `until 2021-01-01`, both, or nil when both are open.
  private var period: String? {
    let (from, until) = (language.choose("from", "vanaf"), language.choose("until", "tot"))
    let parts = [validFrom.map { "\(from) \($0)" }, validUntil.map { "\(until) \($0)" }].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

extension NameIndex {
  /// Describes a node for a list of candidates.
  public func candidate(_ node: NodeID, in language: Language = .english) -> NameCandidate {
    let labels = graph.labelNames(of: node)
    return NameCandidate(
      id: graph.identifier(of: node), name: name(of: node),
      kind: words.word(for: labels, in: language) ?? labels.first ?? "node", typed: graph.identifier(of: node),
      validFrom: date("valid_from", of: node), validUntil: date("valid_until", of: node), language: language)
  }

  /// Describes a node for a list to choose from, with what to type where a node of the labels is asked for.
  func candidate(_ node: NodeID, labels: [String], in language: Language) -> NameCandidate {
    var candidate = candidate(node, in: language)
    candidate.typed = typed(node, labels: labels, in: language)
    return candidate
  }

  /// The shortest text that means a node and nothing else where a node of the labels is asked for: its name, its name with
  /// what it is, or its identifier.
  func typed(_ node: NodeID, labels: [String], in language: Language) -> String {
    let candidate = candidate(node, in: language)
    return [candidate.name, "\(candidate.name) (\(candidate.kind))"].first {
      resolve($0, labels: labels) == .nodes([node])
    } ?? candidate.id
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

  func neighbours(of node: NodeID, over type: String, incoming: Bool) -> [NodeID] {
    guard let type = graph.type(named: type) else { return [] }
    let adjacency = graph.adjacency(type, incoming: incoming)
    let nodes = adjacency.neighbours[adjacency.range(of: node)]
    return nodes.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
