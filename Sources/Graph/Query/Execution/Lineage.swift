/// How claims are recognised and weighed; handed to the engine, which knows no vocabulary.
public struct EvidenceRules: Sendable {
  /// The certainties from strong to weak.
  public let certainties: [String]
  /// The relationship property that holds a certainty.
  public let certaintyProperty: String
  /// What is claimed about a property of a node; nil when nothing is.
  public let propertyClaim: @Sendable (NodeID, String) -> PropertyClaim?
  /// The types of relationship whose absence says something, with what closes their lists.
  public let lists: [String: RecordedList]

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
    certainties: [String], certaintyProperty: String, lists: [String: RecordedList] = [:],
    propertyClaim: @escaping @Sendable (NodeID, String) -> PropertyClaim?
  ) {
    self.certainties = certainties
    self.certaintyProperty = certaintyProperty
    self.lists = lists
    self.propertyClaim = propertyClaim
  }
}

/// What closes the lists of the relationships of one type.
public struct RecordedList: Sendable, Equatable {
  /// Which end of a relationship has the list.
  public enum End: Sendable { case start, end }

  /// The end and its property that is true when the list is complete; nil when no property says so.
  public let closing: Closing?

  /// The property that closes a list, and the end that has it.
  public struct Closing: Sendable, Equatable {
    /// The end of the relationship.
    public let end: End
    /// The property that is true when the list is complete.
    public let property: String

    /// Makes a closing.
    public init(end: End, property: String) {
      self.end = end
      self.property = property
    }
  }

  /// Makes a list.
  public init(closing: Closing?) { self.closing = closing }
}

/// What is written down of what rows rest on.
enum Tracing {
  case nothing
  /// Only where nothing was found.
  case absences
  case everything
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
    var absences: [EvidenceAbsence] = []
  }

  /// The number of the lineage without claims.
  static let none: Int64 = 0

  let rules: EvidenceRules
  let tracing: Tracing
  private let graph: PropertyGraph
  private let view: View
  private let certaintyKey: KeyID?
  private var lineages: [Lineage] = [Lineage()]
  private var numberOfRelationship: [RelationshipID: Int64] = [:]
  private var numberOfAbsence: [EvidenceAbsence: Int64] = [:]
  /// By number, the last union that it was counted in.
  private var marks: [UInt32] = []
  private var unions: UInt32 = 0

  init(graph: PropertyGraph, view: View, rules: EvidenceRules, tracing: Tracing) {
    self.tracing = tracing
    self.graph = graph
    self.view = view
    self.rules = rules
    certaintyKey = graph.key(named: rules.certaintyProperty)
  }

  /// An arena for another thread, for the same statement.
  func sibling() -> LineageArena { LineageArena(graph: graph, view: view, rules: rules, tracing: tracing) }

  func reset() {
    lineages = [Lineage()]
    numberOfRelationship = [:]
    numberOfAbsence = [:]
    marks = []
    unions = 0
  }

  /// How many lineages there are.
  var count: Int { lineages.count }

  subscript(number: Int64) -> Lineage { lineages[Int(number)] }

  /// The evidence of a row as answers show it.
  func evidence(_ number: Int64) -> Evidence {
    if number == Self.none { return Evidence.none }
    let lineage = self[number]
    let counts =
      lineage.counts.isEmpty
      ? []
      : lineage.counts.enumerated().filter { $0.element > 0 }
        .map { (certainty: rules.certainties[$0.offset], count: $0.element) }
    return Evidence(
      certainty: lineage.rank.map { rules.certainties[$0] }, counts: counts, claims: lineage.claims,
      absences: lineage.absences)
  }

  /// The lineage of a relationship: as strong as its strongest visible claim. One without certainty claims nothing.
  func number(of relationship: RelationshipID) -> Int64 {
    guard tracing == .everything else { return Self.none }
    if let number = numberOfRelationship[relationship] { return number }
    let claims = view.claims(of: relationship, in: graph)
      .compactMap { claim in rank(of: claim).map { (claim, $0) } }
    let strongest = claims.min { $0.1 < $1.1 }
    let number = strongest.map { add(Lineage(rank: $0.1, claims: claims.map { .relationship($0.0) })) } ?? Self.none
    numberOfRelationship[relationship] = number
    return number
  }

  /// The lineage of reading a property of a node.
  func number(of node: NodeID, property: String) -> Int64 {
    guard tracing == .everything, let claim = rules.propertyClaim(node, property) else { return Self.none }
    return add(Lineage(rank: claim.rank, claims: claim.statements.map { .statement($0) }))
  }

  /// The lineage of what rests on nothing having been found; the same for the same absence.
  func number(of absence: EvidenceAbsence) -> Int64 {
    if let number = numberOfAbsence[absence] { return number }
    let number = add(Lineage(absences: [absence]))
    numberOfAbsence[absence] = number
    return number
  }

  /// The lineage that has some number in another arena.
  func number(of foreign: Int64, in other: LineageArena) -> Int64 {
    if foreign == Self.none { return Self.none }
    if let absence = other.lineages[Int(foreign)].onlyAbsence { return number(of: absence) }
    return add(other[foreign])
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
    if result.rank != nil {
      for number in present { if let rank = self[number].rank { result.counts[rank] += 1 } }
    }
    return add(result)
  }

  /// The place among several derivations of the strongest: resting on no list that is open, then on the strongest claims,
  /// then on those with the lowest ids, then the first.
  func strongest(_ numbers: [Int64]) -> Int? {
    guard var best = numbers.indices.first else { return nil }
    for place in numbers.indices.dropFirst() where isStronger(numbers[place], than: numbers[best]) { best = place }
    return best
  }

  /// The strongest of several derivations.
  func strongestLineage(_ numbers: [Int64]) -> Int64 { strongest(numbers).map { numbers[$0] } ?? Self.none }

  private func isStronger(_ number: Int64, than other: Int64) -> Bool {
    if number == other { return false }
    let (left, right) = (self[number], self[other])
    if left.strength != right.strength { return left.strength < right.strength }
    return left.claims.map(\.place).lexicographicallyPrecedes(right.claims.map(\.place), by: <)
  }

  private func union(_ numbers: [Int64]) -> Lineage {
    let numbers = withoutRepeats(numbers)
    var result = Lineage()
    result.absences.reserveCapacity(numbers.count)
    for number in numbers {
      guard let absence = lineages[Int(number)].onlyAbsence else { return union(ofAny: numbers) }
      result.absences.append(absence)
    }
    return result
  }

  /// Each number once, in order.
  private func withoutRepeats(_ numbers: [Int64]) -> [Int64] {
    marks.append(contentsOf: repeatElement(0, count: lineages.count - marks.count))
    unions += 1
    return numbers.filter { number in
      defer { marks[Int(number)] = unions }
      return marks[Int(number)] != unions
    }
  }

  private func union(ofAny numbers: [Int64]) -> Lineage {
    var result = Lineage()
    var seen: Set<EvidenceClaim> = []
    var absent: Set<EvidenceAbsence> = []
    for number in numbers {
      let lineage = self[number]
      if let rank = lineage.rank { result.rank = max(result.rank ?? 0, rank) }
      for claim in lineage.claims where seen.insert(claim).inserted { result.claims.append(claim) }
      for absence in lineage.absences where absent.insert(absence).inserted { result.absences.append(absence) }
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

extension LineageArena.Lineage {
  /// The one absence that is all there is; nil when there is more or less.
  @inline(__always)
  fileprivate var onlyAbsence: EvidenceAbsence? {
    rank == nil && claims.isEmpty && absences.count == 1 ? absences[0] : nil
  }

  /// Lower is stronger.
  fileprivate var strength: (Int, Int) { (absences.contains { !$0.isClosed } ? 1 : 0, rank ?? -1) }
}

extension EvidenceClaim {
  /// Its place among the claims of a graph.
  fileprivate var place: (Int, UInt32) {
    switch self {
    case .relationship(let relationship): (0, relationship.rawValue)
    case .statement(let node): (1, node.rawValue)
    }
  }
}
