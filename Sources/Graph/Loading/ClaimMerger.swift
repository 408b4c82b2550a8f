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

  private struct Content: BitwiseCopyable {
    let ends: UInt64
    let typeAndOwn: UInt64

    @inline(__always)
    static func == (left: Content, right: Content) -> Bool {
      left.ends == right.ends && left.typeAndOwn == right.typeAndOwn
    }

    /// Never negative, the low bits well mixed.
    @inline(__always) var mixedBits: Int {
      Int(truncatingIfNeeded: ((ends ^ 0xa076_1d64_78bd_642f).foldedProduct ^ typeAndOwn).foldedProduct >> 1)
    }
  }

  private var contents: [Content] = []
  /// The first row with each content.
  private var relationships: [RelationshipID] = []
  /// Open addressing: the number of the content plus one, zero when free; the size is a power of two.
  private var slots = [UInt32](repeating: 0, count: 1024)
  private var ownNumbers: [[OwnProperty]: Int] = [[]: 0]

  /// The first row with the same content; nil when this is the first. O(own properties).
  ///
  /// - Parameter own: the columns of the row's own properties, ascending by key.
  mutating func first(like claim: Claim, own columns: [LoadingColumn]) -> RelationshipID? {
    let own = columns.isEmpty ? 0 : number(of: columns, at: claim.relationship.index)
    let content = Content(
      ends: UInt64(claim.start.rawValue) << 32 | UInt64(claim.end.rawValue),
      typeAndOwn: UInt64(own) << 16 | UInt64(claim.type.index))
    if (contents.count + 1) * 2 > slots.count { grow() }
    var slot = content.mixedBits & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if contents[number] == content { return relationships[number] }
      slot = (slot + 1) & (slots.count - 1)
    }
    contents.append(content)
    relationships.append(claim.relationship)
    slots[slot] = UInt32(contents.count)
    return nil
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for (number, content) in contents.enumerated() {
      var slot = content.mixedBits & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// The number of a row's set of own properties, 0 for none.
  private mutating func number(of columns: [LoadingColumn], at row: Int) -> Int {
    var properties: [OwnProperty] = []
    for column in columns {
      let value = column.target.value(at: row)
      if !value.isNull { properties.append(OwnProperty(key: column.key, value: value)) }
    }
    if properties.isEmpty { return 0 }
    if let number = ownNumbers[properties] { return number }
    ownNumbers[properties] = ownNumbers.count
    return ownNumbers.count - 1
  }
}
