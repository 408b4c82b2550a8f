/// How well a name fits, best first; the first rank with a candidate decides.
enum NameRank: Int, Comparable, Sendable, CaseIterable {
  /// The identifier, or the property `code`.
  case identifier
  /// The whole name.
  case name
  /// An alias, or the name without its bracketed ending.
  case alias
  /// The first whole words of a name or alias.
  case beginning
  /// Whole words of a name or alias, anywhere.
  case words

  static func < (left: NameRank, right: NameRank) -> Bool { left.rawValue < right.rawValue }
}

extension FoldedNames {
  /// The nodes that a folded text names in full, at the best rank that has any. O(total length) at worst, one byte per name
  /// as a rule.
  func exactMatches(_ query: FoldedText) -> (rank: NameRank, nodes: [NodeID])? {
    bestMatches(query) { kind, name, query in
      guard name.count > 0, name[0] == query[0], WordComparison.same(name, query) else { return nil }
      return switch kind {
      case .code: .identifier
      case .name: .name
      case .alias: .alias
      }
    }
  }

  /// The nodes that have a folded text as code, name or alias. O(total length) at worst.
  func nodes(named query: FoldedText) -> [NodeID] {
    guard !query.isEmpty else { return [] }
    return bytes.withUnsafeBufferPointer { bytes in
      query.bytes.withUnsafeBufferPointer { query in
        entries.filter { entry in
          WordComparison.same(UnsafeBufferPointer(rebasing: bytes[Int(entry.start)..<Int(entry.end)]), query)
        }.map(\.node)
      }
    }
  }

  /// The nodes that a folded text names by whole words, at the best rank that has any. O(total length).
  func partialMatches(_ query: FoldedText) -> (rank: NameRank, nodes: [NodeID])? {
    bestMatches(query) { kind, name, query in
      if kind == .code { return nil }
      if WordComparison.begins(name, with: query) { return .beginning }
      return WordComparison.contains(name, query) ? .words : nil
    }
  }

  private func bestMatches(
    _ query: FoldedText, rank: (Kind, WordComparison.Bytes, WordComparison.Bytes) -> NameRank?
  ) -> (rank: NameRank, nodes: [NodeID])? {
    let query = query.bytes
    guard !query.isEmpty else { return nil }
    var best: (rank: NameRank, nodes: [NodeID])?
    bytes.withUnsafeBufferPointer { bytes in
      query.withUnsafeBufferPointer { query in
        for entry in entries {
          let name = UnsafeBufferPointer(rebasing: bytes[Int(entry.start)..<Int(entry.end)])
          if let rank = rank(entry.kind, name, query) { FoldedNames.add(entry.node, at: rank, to: &best) }
        }
      }
    }
    return best
  }

  private static func add(_ node: NodeID, at rank: NameRank, to best: inout (rank: NameRank, nodes: [NodeID])?) {
    guard let current = best, current.rank <= rank else {
      best = (rank, [node])
      return
    }
    if current.rank == rank, current.nodes.last != node { best?.nodes.append(node) }
  }
}
