/// The bytes of one `.gql` file and where they came from.
public struct PhraseSource: Sendable {
  /// The file's name without folder and ending: the name of the phrase.
  public let name: String
  /// What to call the file in messages.
  public let path: String
  /// The file as it is.
  public let bytes: [UInt8]
  /// Part of the program, not of the user's data.
  public let isBuiltIn: Bool

  /// Describes one file.
  public init(name: String, path: String, bytes: [UInt8], isBuiltIn: Bool) {
    self.name = name
    self.path = path
    self.bytes = bytes
    self.isBuiltIn = isBuiltIn
  }

  var text: SourceText { SourceText(name: path, bytes: bytes) }
}

/// What a glance at the first lines of a file tells: enough to know whether it may be meant.
struct PhraseGlance: Sendable {
  /// The words its sentences begin with.
  private(set) var firstWords: [FoldedText] = []
  /// The name by which queries call it.
  private(set) var procedure: String?

  /// Looks at the comment lines at the top of a file. O(length of the header).
  init(_ bytes: [UInt8]) {
    var place = 0
    while place < bytes.count {
      let line = PhraseHeader.line(in: bytes, from: place)
      let start = PhraseHeader.firstVisible(in: bytes, line)
      guard start == line.upperBound || PhraseHeader.isComment(bytes, at: start, line) else { break }
      if start < line.upperBound { look(at: bytes[(start + 2)..<line.upperBound]) }
      place = line.upperBound + 1
    }
  }

  private mutating func look(at comment: ArraySlice<UInt8>) {
    let text = comment.drop { $0 <= FoldedText.space }
    if text.starts(with: "phrase:".utf8) { addFirstWord(text.dropFirst("phrase:".utf8.count)) }
    if text.starts(with: "zin:".utf8) { addFirstWord(text.dropFirst("zin:".utf8.count)) }
    guard text.starts(with: "procedure:".utf8) else { return }
    let name = text.dropFirst("procedure:".utf8.count).drop { $0 <= FoldedText.space }
    procedure = String(decoding: name.prefix { $0 != UInt8(ascii: "(") && $0 > FoldedText.space }, as: UTF8.self)
  }

  private mutating func addFirstWord(_ template: ArraySlice<UInt8>) {
    let text = template.drop { $0 <= FoldedText.space }
    let word = FoldedText(text.prefix { $0 > FoldedText.space })
    if !word.isEmpty, !firstWords.contains(word) { firstWords.append(word) }
  }
}
