/// Text made comparable: lower case, without diacritics and apostrophes, its words parted by one space.
///
/// Everything that is no letter, digit or `+` parts words; a hyphen right after a digit stays when no letter or digit follows,
/// so that `18-` and `18+` remain different.
struct FoldedText: Hashable, Sendable {
  private(set) var bytes: [UInt8] = []

  init() {}

  /// Folds a text. O(length).
  init(_ text: some StringProtocol) {
    self.init(Array(text.utf8)[...])
  }

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { FoldedText.fold($0, into: &self.bytes) }
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// Appends the folded form of UTF-8 bytes to a buffer, without a space before it. O(length).
  static func fold(_ text: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
    let start = folded.count
    var wordEnded = false
    var index = 0
    while index < text.count {
      let piece = FoldedText.piece(
        of: text, at: index, afterDigit: !wordEnded && isDigit(folded.last, from: start, folded))
      index += piece.length
      switch piece.content {
      case .nothing: continue
      case .gap: wordEnded = true
      case .one(let byte): append(byte, 0, &wordEnded, start, &folded)
      case .two(let first, let second): append(first, second, &wordEnded, start, &folded)
      case .raw:
        append(text[index - piece.length], 0, &wordEnded, start, &folded)
        folded.append(contentsOf: text[(index - piece.length + 1)..<index])
      }
    }
  }

  @inline(__always)
  private static func append(
    _ first: UInt8, _ second: UInt8, _ wordEnded: inout Bool, _ start: Int, _ folded: inout [UInt8]
  ) {
    if wordEnded, folded.count > start { folded.append(space) }
    wordEnded = false
    folded.append(first)
    if second != 0 { folded.append(second) }
  }

  private static func isDigit(_ byte: UInt8?, from start: Int, _ folded: [UInt8]) -> Bool {
    guard folded.count > start, let byte else { return false }
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static let space = UInt8(ascii: " ")
}
