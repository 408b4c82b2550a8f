/// What was found out about one view of a graph: kept from statement to statement, like the index of a property.
final class KeptOfView: Sendable {
  /// Which nodes satisfy conditions.
  let conditions = KeptConditions()
  /// The shortcuts of searches.
  let shortcuts = KeptShortcuts()
  /// The ways of two relationships, past nodes that nobody asks about.
  let twoSteps = KeptTwoSteps()
}

extension PropertyGraph {
  /// Where to keep what is found out about a view: with the graph where nothing is hidden, and anew otherwise.
  func kept(for view: View) -> KeptOfView { view.isEverything ? kept : KeptOfView() }
}
