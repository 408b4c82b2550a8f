/// What a statement looks at.
public struct ViewOptions: Sendable, Equatable {
  /// The day to look at; nil for all days.
  public var at: CalendarDate?
  /// The nodes to leave out, with what lives only with them.
  public var without: [NodeID]
  /// The certainties to keep; empty for all. Rows without certainty make no claim and stay.
  public var only: [String]
  /// Whether what is only proposed is there.
  public var withProposed: Bool
  /// The folders to leave out, as places in the landscape's folders.
  public var withoutFolders: [Int]
  /// Whether rows whose end is not known are there after the day they were observed.
  public var withUnknown: Bool

  /// Looks at all that is not only proposed.
  public init(
    at: CalendarDate? = nil, without: [NodeID] = [], only: [String] = [], withProposed: Bool = false,
    withoutFolders: [Int] = [], withUnknown: Bool = false
  ) {
    self.at = at
    self.without = without
    self.only = only
    self.withProposed = withProposed
    self.withoutFolders = withoutFolders
    self.withUnknown = withUnknown
  }
}

/// A view of a landscape, and what it cannot tell.
public struct LandscapeView: Sendable {
  /// What is visible. The bit of a relationship is set when any of its claims is visible; the bits of the claims merged
  /// into it say so for each.
  public let view: View
  /// The nodes of which it is unknown whether they are there on the day, ascending.
  public let unknownNodes: [NodeID]
  /// The relationships of which it is unknown, ascending; those merely at an unknown node are not among them.
  public let unknownRelationships: [RelationshipID]
}
