/// Makes the view of a landscape that some options describe.
///
/// First each row is judged by itself (date, certainty, folder, left out by name); then relationships go with their ends, and
/// nodes that live only with another go with it, until nothing more goes.
struct ViewBuilder {
  private let landscape: Landscape
  private let options: ViewOptions
  private var nodes: RowVisibility
  private var relationships: RowVisibility
  private var shownByOtherClaims: Set<RelationshipID> = []

  private var graph: PropertyGraph { landscape.graph }

  private init(_ landscape: Landscape, _ options: ViewOptions) {
    self.landscape = landscape
    self.options = options
    nodes = RowVisibility(count: landscape.graph.nodeCount)
    relationships = RowVisibility(count: landscape.graph.relationshipCount)
  }

  /// The view; its sets are nil when everything is visible. O(nodes + relationships) at most, and only the columns that the
  /// options ask about are read.
  static func view(of landscape: Landscape, _ options: ViewOptions) -> LandscapeView {
    var builder = ViewBuilder(landscape, options)
    builder.judgeRows()
    builder.uniteClaims()
    if builder.nodes.hidesAny || builder.relationships.hidesAny { builder.settle() }
    return builder.finished()
  }

  private func finished() -> LandscapeView {
    var view = View(
      nodes: nodes.hidesAny ? nodes.visible : nil, relationships: relationships.hidesAny ? relationships.visible : nil)
    view.withoutOwnClaim = shownByOtherClaims
    view.strongestClaims = strongestClaims(in: view)
    return LandscapeView(
      view: view,
      unknownNodes: nodes.unknown.map { NodeID($0) },
      unknownRelationships: relationships.unknown.map { RelationshipID($0) }.filter(isUnknown))
  }

  /// By relationship with several claims: the strongest that is visible, when that is not its own row.
  private func strongestClaims(in view: View) -> [RelationshipID: RelationshipID] {
    let merged = graph.relationshipsWithSeveralClaims
    guard !merged.isEmpty, let key = graph.key(named: ClaimColumns.certainty) else { return [:] }
    let certainties = landscape.schema.certainties
    func rank(_ claim: RelationshipID) -> Int {
      guard case .string(let text) = graph.relationshipProperties.value(key, at: claim.index) else { return .max }
      return certainties.firstIndex(of: text) ?? .max
    }
    return merged.keys.reduce(into: [:]) { strongest, relationship in
      let claims = view.claims(of: relationship, in: graph)
      guard let best = claims.min(by: { (rank($0), $0.rawValue) < (rank($1), $1.rawValue) }) else { return }
      if best != relationship { strongest[relationship] = best }
    }
  }

  /// Not among the unknown: a relationship that another claim shows, and a claim merged into another relationship.
  private func isUnknown(_ relationship: RelationshipID) -> Bool {
    options.withUnknown || !relationships[relationship.index]
  }
}

extension Landscape {
  /// The view that some options describe.
  public func view(_ options: ViewOptions) -> LandscapeView { ViewBuilder.view(of: self, options) }
}

// MARK: - Rows by themselves

extension ViewBuilder {
  private mutating func judgeRows() {
    for node in options.without where node.index < graph.nodeCount { nodes.hide(node.index) }
    if let day = options.at {
      nodes.hide(outside: day, Periods(graph.nodeProperties, of: graph), keepUnknown: options.withUnknown)
      relationships.hide(
        outside: day, Periods(graph.relationshipProperties, of: graph), keepUnknown: options.withUnknown)
    }
    judgeCertainty()
    if !options.withoutFolders.isEmpty { judgeFolders() }
  }

  private mutating func judgeCertainty() {
    guard let key = graph.key(named: ClaimColumns.certainty) else { return }
    let hidesProposed = !options.withProposed && !options.only.contains(DomainNames.proposed)
    let wanted = options.only
    let isUnwanted = { (certainty: String) in
      certainty == DomainNames.proposed ? hidesProposed : !wanted.isEmpty && !wanted.contains(certainty)
    }
    relationships.hide(graph.relationshipProperties.column(key), isUnwanted: isUnwanted)
    let column = graph.nodeProperties.column(key)
    if hidesProposed { nodes.hide(column) { $0 == DomainNames.proposed } }
    if !options.only.isEmpty { judgeStatements(column, isUnwanted) }
  }

  /// A Statement is a claim; of other nodes certainty says only that they exist.
  private mutating func judgeStatements(_ certainty: PropertyColumn?, _ isUnwanted: (String) -> Bool) {
    guard let label = graph.label(named: DomainNames.statement) else { return }
    for node in graph.nodes(labelled: label) {
      if case .string(let text)? = certainty?.value(at: node.index), isUnwanted(text) { nodes.hide(node.index) }
    }
  }

  private mutating func judgeFolders() {
    let (graph, landscape, hidden) = (graph, landscape, Set(options.withoutFolders))
    let isHidden = { (place: RowOrigins.Place) in hidden.contains(landscape.files[place.file].folder) }
    for node in (0..<graph.nodeCount).map({ NodeID($0) }) where landscape.origins.places(of: node).allSatisfy(isHidden)
    {
      nodes.hide(node.index)
    }
    for index in 0..<graph.relationshipCount {
      if let place = landscape.origins.place(of: RelationshipID(index)), isHidden(place) { relationships.hide(index) }
    }
  }

  /// A relationship is there when any of its claims is.
  private mutating func uniteClaims() {
    guard relationships.hidesAny else { return }
    for (relationship, claims) in graph.relationshipsWithSeveralClaims where !relationships[relationship.index] {
      if claims.contains(where: { relationships[$0.index] }) {
        relationships.show(relationship.index)
        shownByOtherClaims.insert(relationship)
      }
    }
  }
}

// MARK: - What goes with what

extension ViewBuilder {
  private mutating func settle() {
    let dependents = dependents()
    hideLooseRelationships()
    while hideLooseNodes(dependents) { hideLooseRelationships() }
  }

  private mutating func hideLooseRelationships() {
    guard nodes.hidesAny else { return }
    for index in 0..<graph.relationshipCount where relationships[index] {
      if !nodes[graph.starts[index].index] || !nodes[graph.ends[index].index] { relationships.hide(index) }
    }
  }

  /// The labels whose nodes live only with another, each with a type of relationship that joins them to it.
  private func dependents() -> [(label: LabelID, type: TypeID)] {
    landscape.schema.labels.flatMap { label in
      label.livesWith.compactMap { type in
        guard let label = graph.label(named: label.name), let type = graph.type(named: type) else { return nil }
        return (label, type)
      }
    }
  }

  /// Leaves out nodes that have relationships of a type they live with, none of which is visible; false when there are none.
  private mutating func hideLooseNodes(_ dependents: [(label: LabelID, type: TypeID)]) -> Bool {
    var changed = false
    for (label, type) in dependents {
      let (joined, stillJoined) = joinedNodes(type)
      for node in graph.nodes(labelled: label) where nodes[node.index] {
        guard joined[node.index], !stillJoined[node.index] else { continue }
        nodes.hide(node.index)
        changed = true
      }
    }
    return changed
  }

  /// The nodes at either end of a type of relationship: in the graph, and in the view.
  private func joinedNodes(_ type: TypeID) -> (joined: BitSet, stillJoined: BitSet) {
    var joined = BitSet(count: graph.nodeCount)
    var stillJoined = joined
    for relationship in graph.relationships(ofType: type) {
      for end in [graph.start(of: relationship).index, graph.end(of: relationship).index] {
        joined[end] = true
        if relationships[relationship.index] { stillJoined[end] = true }
      }
    }
    return (joined, stillJoined)
  }
}
