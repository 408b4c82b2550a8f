/// Two nodes of the same kind with the same name are often one thing described twice.
///
/// Not reported: nodes of which a `POSSIBLY_SAME_AS` or `SUCCEEDS` says how they relate, nodes that are never there at the same
/// time, and kinds that live only with another node.
enum DuplicateNameRule {
  private struct Name: Hashable {
    let labels: [LabelID]
    let folded: String
  }

  @Sendable
  static func findings(_ context: CheckContext) -> [Finding] {
    let dependent = Set(context.schema.labels.filter { !$0.livesWith.isEmpty }.map(\.name))
    let related = related(context)
    var first: [Name: [NodeID]] = [:]
    var findings: [Finding] = []
    for node in context.graph.allNodes {
      let kinds = context.kinds(of: node)
      guard !kinds.isEmpty, kinds.isDisjoint(with: dependent), let text = context.text(DomainNames.name, of: node)
      else {
        continue
      }
      let name = Name(labels: context.graph.labels(of: node).sorted(), folded: folded(text))
      let twin = first[name]?.first { !related.contains([$0, node]) && overlap($0, node, context) }
      if let twin { findings.append(finding(node, twin, text, context)) }
      first[name, default: []].append(node)
    }
    return findings
  }

  private static func related(_ context: CheckContext) -> Set<[NodeID]> {
    Set(
      [DomainNames.possiblySameAs, DomainNames.succeeds].flatMap { type in
        context.claims(ofType: type).map {
          [context.graph.start(of: $0), context.graph.end(of: $0)].sorted()
        }
      })
  }

  private static func overlap(_ left: NodeID, _ right: NodeID, _ context: CheckContext) -> Bool {
    let day = { (key: String, node: NodeID) -> CalendarDate? in
      if case .date(let date) = context.graph.property(key, of: node) { date } else { nil }
    }
    let starts = { (early: NodeID, late: NodeID) in
      guard let until = day(ClaimColumns.validUntil, early), let from = day(ClaimColumns.validFrom, late) else {
        return true
      }
      return from < until
    }
    return starts(left, right) && starts(right, left)
  }

  /// Without differences of case and spacing.
  private static func folded(_ name: String) -> String {
    name.lowercased().split(separator: " ").joined(separator: " ")
  }

  private static func finding(_ node: NodeID, _ twin: NodeID, _ name: String, _ context: CheckContext) -> Finding {
    let other = context.landscape.origin(of: twin).map { " (\($0.file):\($0.line))" } ?? ""
    return context.finding(
      .warning, "duplicate-name", node,
      "'\(name)' (\(context.graph.identifier(of: node))) has the name of \(context.graph.identifier(of: twin))\(other)",
      hint: "use one id, or join them with POSSIBLY_SAME_AS or SUCCEEDS")
  }
}
