/// Which labels can stand together at a node, and which relationship types can join which: by numbers, since every pattern of a
/// statement is compared with it.
struct LabelJoints: Sendable {
  /// The labels, each once; the number of one is its place.
  private(set) var labels: [String] = []
  private var numbers: [String: Int] = [:]
  /// By type, the numbers of the names at its ends.
  private var ends: [String: [(from: Int, to: Int)]] = [:]
  /// Row by row, which names some kind of node carries together.
  private var companions = BitSet(count: 0)

  /// - Parameter parents: for a label, the other labels that its nodes carry as well.
  init(labels: some Sequence<String>, triples: [Vocabulary.Triple], parents: [String: [String]]) {
    for label in labels where numbers[label] == nil { self.labels.append(self.name(label)) }
    var carried: [[Int]] = []
    for label in self.labels { carried.append(closure(of: label, parents)) }
    for (place, triple) in triples.enumerated() where place == 0 || triples[place - 1].type != triple.type {
      let more = triples[place...].prefix { $0.type == triple.type }
        .map { (numbers[name($0.from)] ?? 0, numbers[name($0.to)] ?? 0) }
      ends[triple.type, default: []] += more
    }
    companions = BitSet(count: numbers.count * numbers.count)
    for together in carried { for left in together { for right in together { pair(left, right) } } }
  }

  /// Gives a name a number if it has none.
  private mutating func name(_ name: String) -> String {
    if numbers[name] == nil { numbers[name] = numbers.count }
    return name
  }

  private mutating func pair(_ left: Int, _ right: Int) { companions[left * numbers.count + right] = true }

  /// A label and every label that its nodes carry as well.
  private mutating func closure(of label: String, _ parents: [String: [String]]) -> [Int] {
    var found = [numbers[label] ?? 0]
    var pending = [label]
    while let next = pending.popLast() {
      for parent in parents[next] ?? [] {
        let number = numbers[name(parent)] ?? 0
        if !found.contains(number) {
          found.append(number)
          pending.append(parent)
        }
      }
    }
    return found
  }

  /// The number of a label, nil when it is none.
  func label(_ name: String) -> Int? { numbers[name].flatMap { $0 < labels.count ? $0 : nil } }

  /// Whether some kind of node carries both names.
  private func canCoincide(_ left: Int, _ right: Int) -> Bool {
    left == right || companions[left * numbers.count + right]
  }
}

// MARK: - What a pattern allows

extension LabelJoints {
  /// Whether a relationship of one of the types can join such nodes in that direction; also when of some type it is not said
  /// what it joins.
  ///
  /// - Parameters:
  ///   - left: labels of the node on the left; those that are not known do not matter.
  ///   - right: labels of the node on the right.
  func allow(
    _ types: [String], _ direction: RelationshipPattern.Direction, between left: [String], _ right: [String]
  ) -> Bool {
    let (left, right) = (left.compactMap { label($0) }, right.compactMap { label($0) })
    var isAllowed = false
    for type in types {
      guard let ends = ends[type] else { return true }
      isAllowed = isAllowed || ends.contains { allows($0, direction, left, right) }
    }
    return isAllowed
  }

  /// Whether what one triple joins fits such nodes in that direction.
  func allows(
    _ triple: Vocabulary.Triple, _ direction: RelationshipPattern.Direction, between left: [String], _ right: [String]
  ) -> Bool {
    guard let from = numbers[triple.from], let to = numbers[triple.to] else { return false }
    return allows((from, to), direction, left.compactMap { label($0) }, right.compactMap { label($0) })
  }

  private func allows(
    _ ends: (from: Int, to: Int), _ direction: RelationshipPattern.Direction, _ left: [Int], _ right: [Int]
  ) -> Bool {
    (direction != .incoming && fits(ends, left, right)) || (direction != .outgoing && fits(ends, right, left))
  }

  private func fits(_ ends: (from: Int, to: Int), _ from: [Int], _ to: [Int]) -> Bool {
    from.allSatisfy { canCoincide($0, ends.from) } && to.allSatisfy { canCoincide($0, ends.to) }
  }
}
