/// Tells the words of a shell command apart: blanks, quotation marks, a backslash before the next character.
///
/// - Returns: nil when a quotation mark is open.
func shellWords(_ text: String) -> [String]? {
  var words: [String] = []
  var word: String?
  var quote: Character?
  var rest = Substring(text)
  while let character = rest.popFirst() {
    switch (quote, character) {
    case (nil, " "), (nil, "\n"):
      if let word { words.append(word) }
      word = nil
    case (nil, "'"), (nil, "\""):
      quote = character
      word = word ?? ""
    case (nil, "\\"):
      if let next = rest.popFirst(), next != "\n" { word = (word ?? "") + String(next) }
    case (let open?, _) where open == character: quote = nil
    default: word = (word ?? "") + String(character)
    }
  }
  if let word { words.append(word) }
  return quote == nil ? words : nil
}
