/// Some rows, kept as one column per slot.
struct Batch {
  /// How many rows there are.
  var count: Int
  /// By slot; `.absent` where the slot holds nothing.
  var columns: [Vector]

  /// One row in which no slot holds anything: what a query starts from.
  static func single(slotCount: Int) -> Batch {
    Batch(count: 1, slotCount: slotCount)
  }

  /// Rows in which no slot holds anything.
  init(count: Int, slotCount: Int) {
    self.count = count
    columns = []
    columns.reserveCapacity(slotCount)
    for _ in 0..<slotCount { columns.append(.absent) }
  }

  init(count: Int, columns: [Vector]) {
    self.count = count
    self.columns = columns
  }

  /// How many rows an operator aims to put in a batch.
  static let targetSize = 2048

  /// No rows.
  static let none = Batch(count: 0, columns: [])

  subscript(slot: Slot) -> Vector {
    @inline(__always) get { columns[slot.index] }
    set { columns[slot.index] = newValue }
  }

  /// The rows at the given places, in that order; only the slots to keep.
  func gathered(_ rows: [Int32], keeping slots: [Slot]) -> Batch {
    var batch = Batch(count: rows.count, slotCount: columns.count)
    for slot in slots { batch[slot] = self[slot].gathered(rows) }
    return batch
  }

  /// As `gathered`; where the rows are all rows in their order, nothing is copied.
  consuming func continued(by rows: [Int32], keeping slots: [Slot]) -> Batch {
    guard rows.count == count, rows.areTheirPlaces else { return gathered(rows, keeping: slots) }
    keep(slots)
    return self
  }

  /// The rows at the given places with every column that is there.
  func gathered(_ rows: [Int32]) -> Batch {
    var batch = Batch(count: rows.count, slotCount: columns.count)
    for slot in columns.indices where !columns[slot].isAbsent { batch.columns[slot] = columns[slot].gathered(rows) }
    return batch
  }

  /// The same rows with only the slots to keep.
  func keeping(_ slots: [Slot]) -> Batch {
    var batch = Batch(count: count, slotCount: columns.count)
    for slot in slots { batch[slot] = self[slot] }
    return batch
  }

  /// Drops all but the slots to keep.
  mutating func keep(_ slots: [Slot]) {
    columns.withUnsafeMutableBufferPointer { columns in
      for index in columns.indices where !columns[index].isAbsent && !slots.contains(where: { $0.index == index }) {
        columns[index] = .absent
      }
    }
  }

  /// The rows of several batches under each other; they have the same slots filled.
  static func joined(_ batches: [Batch]) -> Batch? {
    guard var result = batches.first else { return nil }
    if batches.count == 1 { return result }
    result.count = batches.reduce(0) { $0 + $1.count }
    for slot in result.columns.indices {
      result.columns[slot] = Vector.joined(batches.map { ($0.columns[slot], $0.count) })
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
