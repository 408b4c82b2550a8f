/// Finds relationship rows that say the same thing: equal start, end, type and own properties.
struct ClaimMerger {
  /// A row that has a source.
  struct Claim {
    let start: NodeID
    let end: NodeID
    let type: TypeID
    let relationship: RelationshipID
  }

  /// A property that is neither evidence nor period, and its value.
  private struct OwnProperty: Hashable {
    let key: KeyID
    let value: Value
  }

  private struct Content: Hashable {
    let start: NodeID
    let end: NodeID
    let type: TypeID
    /// The number of the row's set of own properties, 0 for none.
    let own: Int
  }

  private var first: [Content: RelationshipID] = [:]
  private var ownNumbers: [[OwnProperty]: Int] = [[]: 0]

  /// The first row with the same content; nil when this is the first. O(own properties).
  ///
  /// - Parameter own: the columns of the row's own properties, ascending by key.
  mutating func first(like claim: Claim, own columns: [LoadingColumn]) -> RelationshipID? {
    let content = Content(
      start: claim.start, end: claim.end, type: claim.type, own: number(of: columns, at: claim.relationship.index))
    if let known = first[content] { return known }
    first[content] = claim.relationship
    return nil
  }

  private mutating func number(of columns: [LoadingColumn], at row: Int) -> Int {
    var properties: [OwnProperty] = []
    for column in columns {
      let value = column.target.value(at: row)
      if !value.isNull { properties.append(OwnProperty(key: column.key, value: value)) }
    }
    if let number = ownNumbers[properties] { return number }
    ownNumbers[properties] = ownNumbers.count
    return ownNumbers.count - 1
  }
}
