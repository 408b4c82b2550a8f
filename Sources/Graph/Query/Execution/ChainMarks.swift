/// The nodes that a chain has come to from one node: a small table used again for the next, so that it stays near whatever the size
/// of the graph.
///
/// Open addressing in plain memory, which it owns.
final class ChainMarks {
  private struct Slot: BitwiseCopyable {
    /// When the slot was filled; it is free unless this is now.
    var time: UInt32
    var node: NodeID
    /// The relationship that led there first.
    var relationship: RelationshipID
    /// Another one did too.
    var hasSecond: Bool
  }

  private static let free = Slot(time: 0, node: .none, relationship: .none, hasSecond: false)

  private var slots: UnsafeMutableBufferPointer<Slot>
  private var time: UInt32 = 0
  private var shift: UInt32

  init() {
    slots = .allocate(capacity: 64)
    slots.initialize(repeating: ChainMarks.free)
    shift = 32 - 6
  }

  deinit { slots.deallocate() }

  /// Forgets all nodes, and makes room for so many.
  func begin(_ count: Int) {
    if 2 * count > slots.count || time == .max {
      var size = slots.count
      while size < 2 * count { size *= 2 }
      slots.deallocate()
      slots = .allocate(capacity: size)
      slots.initialize(repeating: ChainMarks.free)
      shift = 32 - UInt32(size.trailingZeroBitCount)
      time = 0
    }
    time += 1
  }

  @inline(__always)
  func holds(_ node: NodeID) -> Bool { slots[place(of: node)].time == time }

  /// Marks a node; false when it was marked before.
  @inline(__always)
  @discardableResult
  func mark(_ node: NodeID, by relationship: RelationshipID = .none) -> Bool {
    let place = place(of: node)
    if slots[place].time == time { return false }
    slots[place] = Slot(time: time, node: node, relationship: relationship, hasSecond: false)
    return true
  }

  /// Marks that a relationship leads to a node; false when that was marked before, or two others.
  @inline(__always)
  func markTwice(_ node: NodeID, by relationship: RelationshipID) -> Bool {
    if mark(node, by: relationship) { return true }
    let place = place(of: node)
    if slots[place].hasSecond || slots[place].relationship == relationship { return false }
    slots[place].hasSecond = true
    return true
  }

  /// Where a node is, or would be.
  @inline(__always)
  private func place(of node: NodeID) -> Int {
    var place = Int((node.rawValue &* 2_654_435_769) >> shift)
    while slots[place].time == time && slots[place].node != node { place = (place + 1) & (slots.count - 1) }
    return place
  }
}
