extension PlanStep {
  /// The step with those of some conditions that ask only of the relationship or the node that it comes to.
  func narrowed(by conditions: [BoundExpression]) -> PlanStep {
    switch self {
    case .expand(let step): return .expand(step.narrowed(by: conditions))
    case .meet(var step):
      step.first = step.first.narrowed(by: conditions)
      step.second = step.second.narrowed(by: conditions)
      return .meet(step)
    default: return self
    }
  }
}

extension ExpandStep {
  fileprivate func narrowed(by conditions: [BoundExpression]) -> ExpandStep {
    var step = self
    step.tests = conditions.filter { $0.slotsRead == [relationship] || !isToBound && $0.slotsRead == [to] }
    return step
  }
}
