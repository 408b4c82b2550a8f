extension FoldedText {
  /// The text behind an article: `het OOGO` is the OOGO.
  var withoutArticle: [FoldedText] {
    for article in ["de", "het", "een", "the", "a"] {
      if bytes.starts(with: Array((article + " ").utf8)) { return [FoldedText(bytes[(article.utf8.count + 1)...])] }
    }
    return []
  }

  /// The text with its last word in the plural, or in the singular: `PGB` and `PGB's`, `thuiszitter` and `thuiszitters`.
  var otherNumbers: [FoldedText] {
    let endings = ["s", "en", "n"]
    let plurals = endings.map { FoldedText(bytes[...] + Array($0.utf8)[...]) }
    let lastWord = bytes.count - (bytes.lastIndex(of: FoldedText.space) ?? -1) - 1
    let singulars = endings.filter { lastWord > $0.utf8.count + 2 && bytes.ends(with: $0.utf8) }
      .map { FoldedText(bytes.dropLast($0.utf8.count)) }
    return isEmpty ? [] : plurals + singulars
  }
}

extension [UInt8] {
  fileprivate func ends(with text: String.UTF8View) -> Bool { suffix(text.count).elementsEqual(text) }
}
