/// The place of a node in its graph: dense, from 0.
public struct NodeID: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// The number itself.
  public let rawValue: UInt32

  /// Wraps a number that a graph gave out.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ index: Int) { rawValue = UInt32(truncatingIfNeeded: index) }

  var index: Int { Int(rawValue) }

  /// Compares by number.
  public static func < (left: NodeID, right: NodeID) -> Bool { left.rawValue < right.rawValue }
}

/// The place of a relationship in its graph: dense, from 0.
public struct RelationshipID: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// The number itself.
  public let rawValue: UInt32

  /// Wraps a number that a graph gave out.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ index: Int) { rawValue = UInt32(truncatingIfNeeded: index) }

  var index: Int { Int(rawValue) }

  /// Compares by number.
  public static func < (left: RelationshipID, right: RelationshipID) -> Bool { left.rawValue < right.rawValue }
}

/// The number of a label within one graph.
struct LabelID: Hashable, Comparable, BitwiseCopyable, Sendable {
  let index: Int
  static func < (left: LabelID, right: LabelID) -> Bool { left.index < right.index }
}

/// The number of a relationship type within one graph.
struct TypeID: Hashable, Comparable, BitwiseCopyable, Sendable {
  let index: Int
  static func < (left: TypeID, right: TypeID) -> Bool { left.index < right.index }
}

/// The number of a property key within one graph; nodes and relationships share the numbers.
struct KeyID: Hashable, Comparable, BitwiseCopyable, Sendable {
  let index: Int
  static func < (left: KeyID, right: KeyID) -> Bool { left.index < right.index }
}
