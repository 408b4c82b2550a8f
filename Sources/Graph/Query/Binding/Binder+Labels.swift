/// What a label expression is about.
enum LabelRole {
  case node
  case relationship
  /// A value that may be either: `x:A` in a condition.
  case either
}

extension Binder {
  /// Resolves the names of a label or type expression; unknown ones give a warning.
  mutating func bindLabels(_ labels: LabelExpression, of role: LabelRole) -> BoundLabels {
    switch labels {
    case .name(let name):
      let label = role == .relationship ? nil : environment.graph.label(named: name.text)
      let type = role == .node ? nil : environment.graph.type(named: name.text)
      if label == nil && type == nil { warnAboutUnknown(name, role) }
      return .name(name.text, label: label, type: type)
    case .any: return .any
    case .and(let left, let right): return .and([bindLabels(left, of: role), bindLabels(right, of: role)])
    case .or(let left, let right): return .or([bindLabels(left, of: role), bindLabels(right, of: role)])
    case .not(let operand): return .not(bindLabels(operand, of: role))
    }
  }

  /// A property name with its number; an unknown one of a node or relationship gives a warning.
  mutating func key(_ name: Name, of owner: StaticType) -> BoundKey {
    let id = environment.graph.key(named: name.text)
    if id == nil, owner == .node || owner == .relationship { warnAboutUnknownProperty(name) }
    return BoundKey(name: name.text, id: id)
  }
}
