/// The relationships that a new one of the same MATCH must differ from, for the rows of one batch.
///
/// Single ones are copied side by side into plain memory: asking costs no reference counting.
struct DistinctCheck {
  private let singles: Columns?
  private let first: UnsafePointer<RelationshipID>?
  private let columns: Int
  private let rows: Int
  private let hasLists: Bool
  private let lists: [[Value]]

  /// Memory for some columns.
  private final class Columns {
    let relationships: UnsafeMutableBufferPointer<RelationshipID>

    init(_ columns: [[RelationshipID]]) {
      relationships = .allocate(capacity: columns.reduce(0) { $0 + $1.count })
      var place = 0
      for column in columns { place = relationships[place...].initialize(fromContentsOf: column) }
    }

    deinit { relationships.deallocate() }
  }

  init(_ slots: [Slot], in batch: Batch) {
    var (columns, lists): ([[RelationshipID]], [[Value]]) = ([], [])
    for slot in slots {
      if case .relationships(let relationships) = batch[slot] {
        columns.append(relationships)
      } else {
        lists.append(batch[slot].values(count: batch.count))
      }
    }
    singles = columns.isEmpty ? nil : Columns(columns)
    first = singles.flatMap { UnsafePointer($0.relationships.baseAddress) }
    rows = batch.count
    hasLists = !lists.isEmpty
    self.columns = columns.count
    self.lists = lists
  }

  var isEmpty: Bool { columns == 0 && !hasLists }

  @inline(__always)
  func accepts(_ relationship: RelationshipID, row: Int) -> Bool {
    if let first {
      for column in 0..<columns where first[column &* rows &+ row] == relationship { return false }
    }
    return !hasLists || isNew(relationship, row: row)
  }

  private func isNew(_ relationship: RelationshipID, row: Int) -> Bool {
    !lists.contains { $0[row].holds(relationship) }
  }
}

extension Value {
  /// Is the relationship, or a list with it.
  fileprivate func holds(_ relationship: RelationshipID) -> Bool {
    switch self {
    case .relationship(relationship): true
    case .list(let items): items.contains { $0.holds(relationship) }
    default: false
    }
  }
}
