/// A relationship joins the kinds of node that the vocabulary gives its type.
enum EndsRule {
  @Sendable
  static func findings(_ context: CheckContext) -> [Finding] {
    context.schema.types.flatMap { type in
      context.claims(ofType: type.name).compactMap { finding($0, type, context) }
    }
  }

  private static func finding(_ relationship: RelationshipID, _ type: SchemaType, _ context: CheckContext) -> Finding? {
    let start = context.graph.start(of: relationship)
    let end = context.graph.end(of: relationship)
    let startFits = fits(start, type.from, context)
    guard !startFits || !fits(end, type.to, context) else { return nil }
    let (node, place) = startFits ? (end, "end") : (start, "start")
    let isReversed = fits(end, type.from, context) && fits(start, type.to, context)
    return context.finding(
      .error, "wrong-end", relationship,
      "\(type.name) may not \(place) at \(context.title(node)), a \(context.graph.labelNames(of: node).joined(separator: ";"))",
      hint: isReversed ? "turn it round: it goes \(direction(type))" : "it goes \(direction(type))")
  }

  /// A node of labels the vocabulary does not have fits anywhere.
  private static func fits(_ node: NodeID, _ labels: [String], _ context: CheckContext) -> Bool {
    let kinds = context.kinds(of: node)
    return labels.isEmpty || kinds.isEmpty || labels.contains { kinds.contains($0) }
  }

  private static func direction(_ type: SchemaType) -> String {
    let words = { (labels: [String]) in labels.isEmpty ? "any node" : labels.joined(separator: ", ") }
    return "from \(words(type.from)) to \(words(type.to))"
  }
}
