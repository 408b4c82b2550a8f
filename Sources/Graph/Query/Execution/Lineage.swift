/// How claims are recognised and weighed; handed to the engine, which knows no vocabulary.
public struct EvidenceRules: Sendable {
  /// The certainties from strong to weak.
  public let certainties: [String]
  /// The relationship property that holds a certainty.
  public let certaintyProperty: String
  /// What is claimed about a property of a node; nil when nothing is.
  public let propertyClaim: @Sendable (NodeID, String) -> PropertyClaim?

  /// What is claimed about one property of one node.
  public struct PropertyClaim: Sendable {
    /// The place of its certainty in `certainties`.
    public let rank: Int
    /// The nodes that state it.
    public let statements: [NodeID]

    /// Makes a claim.
    public init(rank: Int, statements: [NodeID]) {
      self.rank = rank
      self.statements = statements
    }
  }

  /// Makes rules.
  public init(
    certainties: [String], certaintyProperty: String,
    propertyClaim: @escaping @Sendable (NodeID, String) -> PropertyClaim?
  ) {
    self.certainties = certainties
    self.certaintyProperty = certaintyProperty
    self.propertyClaim = propertyClaim
  }
}

/// The lineages of one run: what each row rests on, by number. A row's number is kept in a column of its own.
final class LineageArena {
  /// What one row rests on.
  struct Lineage {
    /// The place of the weakest claim in the rules' certainties; nil when there is no claim.
    var rank: Int?
    var claims: [EvidenceClaim] = []
    /// Of an aggregate: how many inputs have each certainty.
    var counts: [Int] = []
  }

  /// The number of the lineage without claims.
  static let none: Int64 = 0

  private let graph: PropertyGraph
  private let view: View
  private let rules: EvidenceRules
  private let certaintyKey: KeyID?
  private var lineages: [Lineage] = [Lineage()]
  private var numberOfRelationship: [RelationshipID: Int64] = [:]

  init(graph: PropertyGraph, view: View, rules: EvidenceRules) {
    self.graph = graph
    self.view = view
    self.rules = rules
    certaintyKey = graph.key(named: rules.certaintyProperty)
  }

  func reset() {
    lineages = [Lineage()]
    numberOfRelationship = [:]
  }

  subscript(number: Int64) -> Lineage { lineages[Int(number)] }

  /// The evidence of a row as answers show it.
  func evidence(_ number: Int64) -> Evidence {
    let lineage = self[number]
    let counts = lineage.counts.enumerated().filter { $0.element > 0 }
      .map { (certainty: rules.certainties[$0.offset], count: $0.element) }
    return Evidence(
      certainty: lineage.rank.map { rules.certainties[$0] }, counts: counts, claims: lineage.claims)
  }

  /// The lineage of a relationship: its strongest visible claim. One without certainty claims nothing.
  func number(of relationship: RelationshipID) -> Int64 {
    if let number = numberOfRelationship[relationship] { return number }
    let claims = graph.claims(of: relationship).filter { view.shows($0) }
      .compactMap { claim in rank(of: claim).map { (claim, $0) } }
    let strongest = claims.min { $0.1 < $1.1 }
    let number = strongest.map { add(Lineage(rank: $0.1, claims: claims.map { .relationship($0.0) })) } ?? Self.none
    numberOfRelationship[relationship] = number
    return number
  }

  /// The lineage of reading a property of a node.
  func number(of node: NodeID, property: String) -> Int64 {
    guard let claim = rules.propertyClaim(node, property) else { return Self.none }
    return add(Lineage(rank: claim.rank, claims: claim.statements.map { .statement($0) }))
  }

  /// Everything that all of these rest on: as weak as the weakest.
  func united(_ numbers: [Int64]) -> Int64 {
    let present = numbers.filter { $0 != Self.none }
    guard present.count > 1 else { return present.first ?? Self.none }
    return add(union(present))
  }

  /// What an aggregate of rows rests on, with how many of them have each certainty.
  func aggregated(_ numbers: [Int64]) -> Int64 {
    let present = numbers.filter { $0 != Self.none }
    guard present.count > 1 else { return present.first ?? Self.none }
    var result = union(present)
    result.counts = Array(repeating: 0, count: rules.certainties.count)
    for number in present { if let rank = self[number].rank { result.counts[rank] += 1 } }
    return add(result)
  }

  /// The place among several derivations of the strongest, the first of equals.
  func strongest(_ numbers: [Int64]) -> Int? {
    numbers.indices.min { (strength(numbers[$0]), $0) < (strength(numbers[$1]), $1) }
  }

  private func strength(_ number: Int64) -> Int { self[number].rank ?? -1 }

  private func union(_ numbers: [Int64]) -> Lineage {
    var result = Lineage()
    var seen: Set<EvidenceClaim> = []
    for number in numbers {
      let lineage = self[number]
      if let rank = lineage.rank { result.rank = max(result.rank ?? 0, rank) }
      for claim in lineage.claims where seen.insert(claim).inserted { result.claims.append(claim) }
    }
    return result
  }

  private func add(_ lineage: Lineage) -> Int64 {
    lineages.append(lineage)
    return Int64(lineages.count - 1)
  }

  private func rank(of claim: RelationshipID) -> Int? {
    guard let certaintyKey,
      case .string(let certainty) = graph.relationshipProperties.value(certaintyKey, at: claim.index)
    else { return nil }
    return rules.certainties.firstIndex(of: certainty)
  }
}
