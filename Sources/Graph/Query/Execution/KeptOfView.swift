/// What was found out about one view of a graph: kept from statement to statement, like the index of a property.
final class KeptOfView: Sendable {
  /// Which nodes satisfy conditions.
  let conditions = KeptConditions()
  /// The shortcuts of searches.
  let shortcuts = KeptShortcuts()
  /// The ways of two relationships, past nodes that nobody asks about.
  let twoSteps = KeptTwoSteps()
}
