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
    if takesAll, labels.isEmpty, let nodes = forumsAndParties(named: name) { return .nodes(nodes) }
    let nodes = candidates(for: name, labels: labels)
    if nodes.isEmpty { return .unknown }
    if takesAll { return .nodes(nodes) }
    return nodes.count == 1 ? .nodes(nodes) : .ambiguous(nodes)
  }

  /// What can be left out of a landscape by name: a step called `AGO (voorbereiden)` is not the AGO, nor is the type OOGO the
  /// forums of that type.
  private func forumsAndParties(named name: String) -> [NodeID]? {
    let labels = ["Forum", "Party"]
    if let node = node(identifier: name, labels: []), !has(["ForumType"], node) { return nil }
    if let nodes = matches(FoldedText(name), labels: labels, asWords: false) { return nodes }
    let kept = candidates(for: name, labels: []).filter { has(labels, $0) }
    return kept.isEmpty ? nil : kept
  }

  /// Whether the schema or the data have a label.
  func knows(label: String) -> Bool { words.lists(label) || graph.label(named: label) != nil }

  /// Whether a text is the identifier or exactly a code, name or alias of a node.
  func isNamed(_ node: NodeID, exactly text: String) -> Bool {
    if self.node(identifier: text, labels: []) == node { return true }
    return foldedNames(labels: Array(graph.labelNames(of: node).prefix(1)))
      .contains { $0.nodes(named: FoldedText(text)).contains(node) }
  }

  /// The nodes of the first rank that has any: the whole text exactly, then the text beside a label word, then by whole words;
  /// when there are none, the same without an article, or in another number.
  private func candidates(for name: String, labels: [String]) -> [NodeID] {
    if let node = node(identifier: name, labels: labels) { return [node] }
    let text = FoldedText(name)
    return ([text] + text.withoutArticle + text.otherNumbers).lazy
      .compactMap { self.candidates(for: $0, labels: labels) }.first ?? []
  }

  private func candidates(for text: FoldedText, labels: [String]) -> [NodeID]? {
    if let nodes = matches(text, labels: labels, asWords: false) { return nodes }
    let qualified = words.qualifiers(of: text).filter { graph.label(named: $0.label) != nil }
    if let nodes = qualifiedMatches(qualified, labels: labels, asWords: false) { return nodes }
    if let nodes = matches(text, labels: labels, asWords: true) { return nodes }
    return qualifiedMatches(qualified, labels: labels, asWords: true)
  }

  /// The other nodes that go by exactly the text, whatever the rank: a reader may have meant one of these.
  func namesakes(of text: String, labels: [String], besides node: NodeID) -> [NodeID] {
    if self.node(identifier: text, labels: labels) != nil { return [] }
    let folded = FoldedText(text)
    let nodes = foldedNames(labels: labels).flatMap { $0.nodes(named: folded) }
    guard nodes.contains(node) else { return [] }
    let kinds = Set(graph.labelNames(of: node))
    return nodes.sorted().reduce(into: []) { found, other in
      if other != node, found.last != other, !kinds.isDisjoint(with: graph.labelNames(of: other)) {
        found.append(other)
      }
    }
  }

  private func qualifiedMatches(
    _ qualified: [(label: String, name: FoldedText)], labels: [String], asWords: Bool
  ) -> [NodeID]? {
    var found: [NodeID] = []
    for (label, name) in qualified {
      let nodes = matches(name, labels: [label], asWords: asWords) ?? []
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
