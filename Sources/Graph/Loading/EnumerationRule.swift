/// A property whose values come from a list, as a plain table the loader can check against.
struct EnumerationRule: Sendable {
  let property: String
  /// The values in order.
  let values: [String]
  /// Whether the property means this list on nodes with a label.
  let isOfLabel: @Sendable (String) -> Bool
  /// Whether it does on relationships of a type.
  let isOfType: @Sendable (String) -> Bool

  /// Whether a text is one of the values.
  func allows(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    values.contains { value in
      var value = value
      return value.withUTF8 { $0.hasSameBytes(as: text) }
    }
  }

  /// Why a text is refused.
  func problem(_ text: String) -> CellProblem {
    let nearest = NearestName.hint(for: text, in: values)
    return CellProblem(
      message: "'\(text)' is no \(property)",
      hint: (nearest.map { $0 + " " } ?? "") + "the values are \(values.joined(separator: ", "))")
  }
}
