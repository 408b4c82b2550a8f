extension ClauseSyntax {
  /// The bodies of EXISTS, COUNT and COLLECT in the clause, outermost only.
  var subqueries: [QuerySyntax] { expressions.flatMap(\.subqueries) }

  private var expressions: [Expression] {
    switch self {
    case .match(let match): match.patterns.flatMap(\.predicates) + [match.predicate].compactMap { $0 }
    case .unwind(let unwind): [unwind.list]
    case .with(let projection), .returning(let projection):
      projection.items.map(\.expression) + projection.order.map(\.expression)
        + [projection.predicate].compactMap { $0 }
    case .callProcedure(let call): [call.predicate].compactMap { $0 }
    case .callSubquery: []
    }
  }
}

extension Expression {
  /// The bodies of EXISTS, COUNT and COLLECT in the expression, outermost only.
  fileprivate var subqueries: [QuerySyntax] {
    var found: [QuerySyntax] = []
    _ = contains { part in
      switch part.kind {
      case .exists(let query), .countSubquery(let query), .collectSubquery(let query): found.append(query)
      default: break
      }
      return false
    }
    return found
  }
}

extension PathPattern {
  /// The conditions inside the pattern.
  fileprivate var predicates: [Expression] {
    elements.flatMap { element -> [Expression] in
      switch element {
      case .node(let node): [node.predicate].compactMap { $0 }
      case .relationship(let relationship): [relationship.predicate].compactMap { $0 }
      case .group(let group): group.pattern.predicates + [group.predicate].compactMap { $0 }
      }
    }
  }
}
