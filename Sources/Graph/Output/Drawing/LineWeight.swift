/// What a mandate weighs, beside its certainty: the higher the level, the thicker the line; its power is the sign at the forum.
struct LineWeight: Hashable {
  /// The thickness of the line, nil for the usual one.
  var penWidth: String?
  /// The sign at the end of the line, nil for none.
  var sign: Sign?
  /// The word for the level, for the legend.
  var levelWord: String?

  /// A line that is no mandate.
  static let none = LineWeight()

  /// The end of a line: what Graphviz calls it, the same as a letter, and what it means.
  struct Sign: Hashable {
    let head, letter, word: String
  }

  /// The levels from low to high.
  static let levels = ["official", "executive", "directors", "board"]

  private static let widths = ["official": "1.2", "executive": "1.2", "directors": "2.2", "board": "3.4"]

  private static let heads: [String: (head: String, letter: String)] = [
    "decides": ("diamond", "◆"), "agrees": ("odiamond", "◇"), "directs": ("box", "■"), "advises": ("onormal", "▷"),
    "prepares": ("vee", "➤"), "executes": ("dot", "●"), "informs": ("odot", "○"),
  ]

  /// The weight of a mandate by its level and authority; unknown ones have none.
  init(level: String? = nil, authority: String? = nil, words: ValueWords = .none) {
    if let level, let width = LineWeight.widths[level] {
      penWidth = width
      levelWord = words.word(level, column: "level")
    }
    if let authority, let (head, letter) = LineWeight.heads[authority] {
      sign = Sign(head: head, letter: letter, word: words.word(authority, column: "authority"))
    }
  }

  /// The weight of a node that is drawn as a line.
  init(of node: NodeID, in context: OutputContext) {
    func text(_ key: String) -> String? {
      if case .string(let text) = context.graph.property(key, of: node) { text } else { nil }
    }
    self.init(level: text("level"), authority: text("authority"), words: context.options.words)
  }
}
