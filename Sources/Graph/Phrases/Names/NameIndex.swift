internal import Synchronization

/// Finds the nodes of a graph by the names people use for them.
///
/// Nothing is built beforehand: the first name asked for a label folds the names of its nodes, later ones scan what is folded.
public final class NameIndex: Sendable {
  let graph: PropertyGraph
  let words: LabelWords
  private let namesByLabel: Mutex<[LabelID: FoldedNames]> = Mutex([:])
  private let allNames: Mutex<FoldedNames?> = Mutex(nil)

  /// Prepares to find names in a graph. O(1).
  ///
  /// - Parameters:
  ///   - graph: everything that is loaded.
  ///   - words: the words that qualify a name, and that say what a candidate is.
  public init(graph: PropertyGraph, words: LabelWords = LabelWords()) {
    self.graph = graph
    self.words = words
  }

  /// What a name was found to mean.
  enum Resolution: Sendable, Equatable {
    /// The nodes of the best rank: one, or several where a set was asked for.
    case nodes([NodeID])
    /// Several nodes of the same rank where one was asked for.
    case ambiguous([NodeID])
    /// No node.
    case unknown
  }

  /// Finds what a name means.
  ///
  /// - Parameters:
  ///   - name: the name as typed.
  ///   - labels: the labels of which the node must have one; none means any node.
  ///   - takesAll: all nodes of the deciding rank are wanted; of any label, forums and parties go before all else of that name.
  /// - Complexity: O(total length of the names under the labels), once more on the first call.
  func resolve(_ name: String, labels: [String], takesAll: Bool = false) -> Resolution {
    let nodes = candidates(for: name, labels: labels)
    if nodes.isEmpty { return .unknown }
    if takesAll { return .nodes(labels.isEmpty ? forumsAndParties(of: nodes) ?? nodes : nodes) }
    return nodes.count == 1 ? .nodes(nodes) : .ambiguous(nodes)
  }

  /// What can be left out of a landscape by name: a step called `AGO (voorbereiden)` is not the AGO.
  private func forumsAndParties(of nodes: [NodeID]) -> [NodeID]? {
    let kept = nodes.filter { has(["Forum", "Party"], $0) }
    return kept.isEmpty ? nil : kept
  }

  /// The nodes of the first rank that has any: the whole text exactly, then the text after a label word, then by whole words.
  private func candidates(for name: String, labels: [String]) -> [NodeID] {
    let text = FoldedText(name)
    if let node = node(identifier: name, labels: labels) { return [node] }
    if let nodes = matches(text, labels: labels, asWords: false) { return nodes }
    let qualified = words.qualifiers(of: text).filter { graph.label(named: $0.label) != nil }
    if let nodes = qualifiedMatches(text, qualified, labels: labels, asWords: false) { return nodes }
    if let nodes = matches(text, labels: labels, asWords: true) { return nodes }
    return qualifiedMatches(text, qualified, labels: labels, asWords: true) ?? []
  }

  private func qualifiedMatches(
    _ text: FoldedText, _ qualified: [(label: String, rest: Int)], labels: [String], asWords: Bool
  ) -> [NodeID]? {
    var found: [NodeID] = []
    for (label, rest) in qualified {
      let rest = FoldedText(text.bytes[rest...])
      let nodes = matches(rest, labels: [label], asWords: asWords) ?? []
      found += nodes.filter { has(labels, $0) && !found.contains($0) }
    }
    return found.isEmpty ? nil : found.sorted()
  }

  private func matches(_ text: FoldedText, labels: [String], asWords: Bool) -> [NodeID]? {
    var best: (rank: NameRank, nodes: [NodeID])?
    for names in foldedNames(labels: labels) {
      guard let found = asWords ? names.partialMatches(text) : names.exactMatches(text) else { continue }
      if let current = best, current.rank < found.rank { continue }
      let isBetter = best.map { found.rank < $0.rank } ?? true
      best = (found.rank, isBetter ? found.nodes : (best?.nodes ?? []) + found.nodes)
    }
    guard let best else { return nil }
    return best.nodes.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// The node with an identifier, in capitals or not.
  private func node(identifier: String, labels: [String]) -> NodeID? {
    for spelling in [identifier, identifier.uppercased(), identifier.lowercased()] {
      if let node = graph.node(identifier: spelling), has(labels, node) { return node }
    }
    return nil
  }

  private func has(_ labels: [String], _ node: NodeID) -> Bool {
    labels.isEmpty || labels.contains { graph.label(named: $0).map { graph.has($0, node) } ?? false }
  }

  /// The folded names of each label, or of all nodes when none is given.
  func foldedNames(labels: [String]) -> [FoldedNames] {
    if labels.isEmpty { return [allFoldedNames()] }
    return labels.compactMap { graph.label(named: $0) }.map { label in
      namesByLabel.withLock { names in
        if let folded = names[label] { return folded }
        let folded = FoldedNames(of: graph.nodes(labelled: label), in: graph)
        names[label] = folded
        return folded
      }
    }
  }

  private func allFoldedNames() -> FoldedNames {
    allNames.withLock { names in
      if let names { return names }
      let folded = FoldedNames(of: (0..<graph.nodeCount).map { NodeID($0) }, in: graph)
      names = folded
      return folded
    }
  }
}
