/// Every relationship that is not structure says how certain it is and which source it has.
enum EvidenceRule {
  @Sendable
  static func findings(_ context: CheckContext) -> [Finding] {
    context.schema.types.filter { !$0.isStructure }.flatMap { type in
      context.claims(ofType: type.name).compactMap { relationship in
        let missing = [ClaimColumns.certainty, ClaimColumns.source].filter {
          context.graph.property($0, of: relationship).isNull
        }
        if missing.isEmpty { return nil }
        return context.finding(
          .error, "evidence", relationship,
          "\(context.title(relationship)) has no \(missing.joined(separator: " and no "))",
          hint: "every claim names its certainty and its source")
      }
    }
  }
}
