/// Some rows, kept as one column for each slot that holds something.
///
/// A batch has few columns and often only a row: looking through them takes less time than making room for every slot there is.
struct Batch {
  /// What a slot holds in all rows.
  private struct Column {
    let slot: Slot
    var vector: Vector
  }

  /// How many rows there are.
  var count: Int
  private var columns: [Column] = []

  /// One row in which no slot holds anything: what a query starts from.
  static let single = Batch(count: 1)

  /// No rows.
  static let none = Batch(count: 0)

  /// Rows in which no slot holds anything.
  init(count: Int) { self.count = count }

  /// Rows in which no slot holds anything, with room for some columns.
  private init(count: Int, room: Int) {
    self.count = count
    columns.reserveCapacity(room)
  }

  /// How many rows an operator aims to put in a batch.
  static let targetSize = 2048

  /// What a slot holds; `.absent` where it holds nothing. O(columns).
  subscript(slot: Slot) -> Vector {
    get {
      for place in columns.indices where columns[place].slot == slot { return columns[place].vector }
      return .absent
    }
    set {
      for place in columns.indices where columns[place].slot == slot {
        if newValue.isAbsent { columns.remove(at: place) } else { columns[place].vector = newValue }
        return
      }
      if !newValue.isAbsent { columns.append(Column(slot: slot, vector: newValue)) }
    }
  }

  /// The rows at the given places, in that order; only the slots to keep.
  func gathered(_ rows: [Int32], keeping slots: [Slot]) -> Batch {
    var batch = Batch(count: rows.count, room: slots.count + 1)
    for place in columns.indices where slots.contains(columns[place].slot) { batch.gather(columns[place], rows) }
    return batch
  }

  /// As `gathered`; where the rows are all rows in their order, nothing is copied.
  func continued(by rows: [Int32], keeping slots: [Slot]) -> Batch {
    rows.count == count && rows.areTheirPlaces ? keeping(slots) : gathered(rows, keeping: slots)
  }

  /// The rows at the given places with every column that is there.
  func gathered(_ rows: [Int32]) -> Batch {
    var batch = Batch(count: rows.count, room: columns.count + 1)
    for place in columns.indices { batch.gather(columns[place], rows) }
    return batch
  }

  private mutating func gather(_ column: Column, _ rows: [Int32]) {
    columns.append(Column(slot: column.slot, vector: column.vector.gathered(rows)))
  }

  /// The same rows with only the slots to keep.
  ///
  /// - Parameter more: how many columns there is to be room for besides.
  func keeping(_ slots: [Slot], more: Int = 1) -> Batch {
    var batch = Batch(count: count, room: slots.count + more)
    for place in columns.indices where slots.contains(columns[place].slot) { batch.columns.append(columns[place]) }
    return batch
  }

  /// Drops all but the slots to keep.
  mutating func keep(_ slots: [Slot]) {
    for place in columns.indices where !slots.contains(columns[place].slot) {
      self = keeping(slots)
      return
    }
  }

  /// The rows of several batches under each other; they have the same slots filled.
  static func joined(_ batches: [Batch]) -> Batch? {
    guard var result = batches.first else { return nil }
    if batches.count == 1 { return result }
    result.count = batches.reduce(0) { $0 + $1.count }
    for place in result.columns.indices {
      let slot = result.columns[place].slot
      result.columns[place].vector = Vector.joined(batches.map { ($0[slot], $0.count) })
    }
    return result
  }
}

extension [Int32] {
  /// They are 0, 1, 2 and so on.
  fileprivate var areTheirPlaces: Bool {
    for (place, row) in enumerated() where row != Int32(truncatingIfNeeded: place) { return false }
    return true
  }
}

extension Vector {
  /// The rows of several columns under each other.
  static func joined(_ parts: [(vector: Vector, count: Int)]) -> Vector {
    var nodes: [NodeID] = []
    var relationships: [RelationshipID] = []
    var integers: [Int64] = []
    var texts: [UInt32] = []
    var pool: TextPool?
    var walks: [WalkColumn] = []
    var isAbsent = true
    for (vector, _) in parts {
      switch vector {
      case .absent: continue
      case .nodes(let more): nodes.append(contentsOf: more)
      case .relationships(let more): relationships.append(contentsOf: more)
      case .integers(let more): integers.append(contentsOf: more)
      case .texts(let more, let its) where pool == nil || pool === its:
        texts.append(contentsOf: more)
        pool = its
      case .walks(let more): walks.append(more)
      default: break
      }
      isAbsent = false
    }
    let count = parts.reduce(0) { $0 + $1.count }
    if isAbsent { return .absent }
    if nodes.count == count { return .nodes(nodes) }
    if relationships.count == count { return .relationships(relationships) }
    if integers.count == count { return .integers(integers) }
    if walks.count == parts.count, let walks = WalkColumn.joined(walks) { return .walks(walks) }
    if let pool, texts.count == count { return .texts(texts, pool) }
    return .values(parts.flatMap { $0.vector.values(count: $0.count) })
  }
}
