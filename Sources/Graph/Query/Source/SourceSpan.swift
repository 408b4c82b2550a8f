/// A half-open range of UTF-8 byte offsets in one source text.
public struct SourceSpan: Hashable, Sendable {
  /// The offset of the first byte.
  public let lowerBound: Int
  /// The offset just past the last byte.
  public let upperBound: Int

  /// Makes a span from two byte offsets; an inverted pair becomes empty at the first.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = lowerBound
    self.upperBound = max(lowerBound, upperBound)
  }

  /// The smallest span that covers both.
  public func joined(with other: SourceSpan) -> SourceSpan {
    SourceSpan(min(lowerBound, other.lowerBound), max(upperBound, other.upperBound))
  }
}
