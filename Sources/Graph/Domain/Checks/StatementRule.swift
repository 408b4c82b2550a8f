/// A Statement says which property of which node it is about, what the value is, and where it stands.
enum StatementRule {
  @Sendable
  static func findings(_ context: CheckContext) -> [Finding] {
    let about = starts(DomainNames.aboutNode, context)
    let stated = starts(DomainNames.statedIn, context)
    return context.nodes(labelled: DomainNames.statement).flatMap { node in
      let missing = [
        about[node.index] ? nil : "an \(DomainNames.aboutNode) to the node it is about",
        stated[node.index] ? nil : "a \(DomainNames.statedIn) to its source",
        context.text("property", of: node) == nil ? "the property it is about" : nil,
        context.graph.property("text_value", of: node).isNull ? "its text_value" : nil,
      ]
      return missing.compactMap { $0 }.map {
        context.finding(.error, "statement", node, "the Statement \(context.title(node)) lacks \($0)")
      }
    }
  }

  private static func starts(_ type: String, _ context: CheckContext) -> BitSet {
    var starts = BitSet(count: context.graph.nodeCount)
    for relationship in context.claims(ofType: type) { starts[context.graph.start(of: relationship).index] = true }
    return starts
  }
}
