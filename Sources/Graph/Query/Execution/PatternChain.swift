/// Relationships one behind the other between two nodes that are known.
struct PatternChain {
  /// In order; the first and the last are known.
  private(set) var nodes: [PatternNode]
  /// Each leads from one node to the next.
  private(set) var links: [PatternRelationship] = []
}

extension PatternGraph {
  /// The chain that the pattern is; nil when it is anything else.
  var chain: PatternChain? {
    let ends = nodes.indices.filter { nodes[$0].isBound }
    guard isPlain, ends.count == 2, nodes.count == relationships.count + 1, relationships.allSatisfy(\.isSingle),
      ends.allSatisfy({ nodes[$0].labels == nil })
    else { return nil }
    var chain = PatternChain(nodes: [nodes[ends[0]]])
    var (place, left) = (ends[0], relationships)
    while !left.isEmpty {
      let touching = left.indices.filter { left[$0].left == place || left[$0].right == place }
      guard touching.count == 1 else { return nil }
      var link = left.remove(at: touching[0])
      let isForward = link.left == place
      place = isForward ? link.right : link.left
      link.direction = link.direction.reversed(unless: isForward)
      chain.append(link, nodes[place])
    }
    return place == ends[1] ? chain : nil
  }
}

extension PatternChain {
  fileprivate mutating func append(_ link: PatternRelationship, _ node: PatternNode) {
    links.append(link)
    nodes.append(node)
  }
}

/// What the relationships and the nodes of a chain must satisfy, each by itself.
struct ChainTests {
  private let chain: PatternChain
  private let context: ExecutionContext
  private var linkTests: [[PropertyTest]]
  private var nodeTests: [[PropertyTest]]
  private var nodeConditions: [[NodeCondition]]

  /// Nil when a predicate is about anything else.
  ///
  /// - Parameter compile: makes the function of an expression.
  init?(
    _ predicates: [BoundExpression], _ chain: PatternChain, _ context: ExecutionContext,
    compile: (BoundExpression) -> Evaluate
  ) {
    self.chain = chain
    self.context = context
    linkTests = chain.links.map { _ in [] }
    nodeTests = chain.nodes.map { _ in [] }
    nodeConditions = chain.nodes.map { _ in [] }
    for predicate in predicates where !add(predicate, compile) { return nil }
  }

  private mutating func add(_ predicate: BoundExpression, _ compile: (BoundExpression) -> Evaluate) -> Bool {
    for (place, link) in chain.links.enumerated() {
      let node = chain.nodes[place].slot
      if let test = PropertyTest(predicate, link.slot, nil, context, compile) {
        linkTests[place].append(test)
        return true
      }
      // The node before the first relationship is known.
      if place == 0 { continue }
      if let test = PropertyTest(predicate, link.slot, node, context, compile) {
        nodeTests[place].append(test)
        return true
      }
      if let condition = NodeCondition(predicate, of: node, context, compile: compile) {
        nodeConditions[place].append(condition)
        return true
      }
    }
    return false
  }

  /// The step over a link to the node behind or before it.
  func step(over link: Int, to node: Int) -> DirectStep {
    let isEnd = node == 0 || node == chain.links.count
    let neighbourhood = Neighbourhood(
      types: chain.links[link].types, direction: chain.links[link].direction.reversed(unless: node > link),
      labels: isEnd ? nil : chain.nodes[node].labels, context)
    return DirectStep(
      neighbourhood, tests: linkTests[link] + (isEnd ? [] : nodeTests[node]),
      conditions: isEnd ? [] : nodeConditions[node])
  }
}
