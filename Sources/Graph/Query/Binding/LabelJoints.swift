/// Which labels can stand together at a node, and which relationship types can join which: by numbers, since every pattern of a
/// statement is compared with it.
struct LabelJoints: Sendable {
  /// The labels, each once; the number of one is its place.
  private(set) var labels: [String] = []
  private var numbers: [String: Int] = [:]
  /// By type, the numbers of the names at both of its ends, once or several times.
  private var ends: [String: [Ends]] = [:]
  /// Row by row, which names some kind of node carries together.
  private var companions = BitSet(count: 0)

  private struct Ends {
    let from: [Int]
    let to: [Int]
  }

  /// - Parameter parents: for a label, the other labels that its nodes carry as well.
  init(labels: some Sequence<String>, types: [Vocabulary.Joint], parents: [String: [String]]) {
    for label in labels where numbers[label] == nil {
      numbers[label] = numbers.count
      self.labels.append(label)
    }
    var carried: [[Int]] = []
    for label in self.labels { carried.append(closure(of: label, parents)) }
    for joint in types where !joint.from.isEmpty && !joint.to.isEmpty {
      let these = Ends(from: joint.from.map { number(of: $0) }, to: joint.to.map { number(of: $0) })
      ends[joint.type, default: []].append(these)
    }
    companions = BitSet(count: numbers.count * numbers.count)
    for together in carried { for left in together { for right in together { pair(left, right) } } }
  }

  /// The number of a name, a new one if it has none.
  private mutating func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = numbers.count
    return numbers.count - 1
  }

  private mutating func pair(_ left: Int, _ right: Int) { companions[left * numbers.count + right] = true }

  /// A label and every label that its nodes carry as well.
  private mutating func closure(of label: String, _ parents: [String: [String]]) -> [Int] {
    var found = [number(of: label)]
    var pending = [label]
    while let next = pending.popLast() {
      for parent in parents[next] ?? [] {
        let number = number(of: parent)
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
    let ends = Ends(from: [from], to: [to])
    return allows(ends, direction, left.compactMap { label($0) }, right.compactMap { label($0) })
  }

  private func allows(
    _ ends: Ends, _ direction: RelationshipPattern.Direction, _ left: [Int], _ right: [Int]
  ) -> Bool {
    (direction != .incoming && fits(ends, left, right)) || (direction != .outgoing && fits(ends, right, left))
  }

  private func fits(_ ends: Ends, _ from: [Int], _ to: [Int]) -> Bool {
    ends.from.contains { end in from.allSatisfy { canCoincide($0, end) } }
      && ends.to.contains { end in to.allSatisfy { canCoincide($0, end) } }
  }
}
