/// How a phrase is spoken: words with slots for names, `link {a:Party} to {b:Party}`.
struct PhraseTemplate: Sendable, Equatable {
  /// What may stand in a slot.
  enum SlotKind: Sendable, Equatable {
    /// `{a:Party}`, `{a:Party|Theme}`: one node with one of the labels; the query gets its `id`.
    case node(labels: [String])
    /// `{f:Forum+}`: every node that a name fits; the query gets a list of ids.
    case nodes(labels: [String])
    /// `{p:Party,...}`: names parted by commas; the query gets a list of ids.
    case nodeList(labels: [String])
    /// `{d:date}`
    case date
    /// `{n:integer}`
    case integer
  }

  /// A place to fill in, and the parameter it becomes.
  struct Slot: Sendable, Equatable {
    let name: String
    let kind: SlotKind
  }

  /// One part of a spoken sentence without optional parts.
  enum Element: Sendable, Equatable {
    case word(text: String, folded: FoldedText)
    case slot(Slot)
  }

  /// One part as written.
  enum Part: Sendable, Equatable {
    case element(Element)
    /// `[from {p:Party}]`
    case optional([Element])
  }

  /// As the header has it.
  let text: String
  let parts: [Part]

  /// Optional parts a template may have at most: each doubles the ways to say it.
  static let maximumOptionalParts = 5

  /// Every way to say it: with and without each optional part, the fullest first.
  var variants: [[Element]] {
    parts.reduce([[]]) { variants, part in
      switch part {
      case .element(let element): variants.map { $0 + [element] }
      case .optional(let elements): variants.flatMap { [$0 + elements, $0] }
      }
    }
  }

  /// The slots in the order they stand.
  var slots: [Slot] {
    parts.flatMap { part -> [Element] in
      switch part {
      case .element(let element): [element]
      case .optional(let elements): elements
      }
    }.compactMap { if case .slot(let slot) = $0 { slot } else { nil } }
  }

  /// The word it begins with.
  var firstWord: FoldedText {
    if case .element(.word(_, let folded))? = parts.first { folded } else { FoldedText() }
  }

  /// The form to show in a hint: `link ... to ...`.
  var outline: String {
    parts.map { part in
      switch part {
      case .element(let element): PhraseTemplate.outline(element)
      case .optional(let elements): "[" + elements.map(PhraseTemplate.outline).joined(separator: " ") + "]"
      }
    }.joined(separator: " ")
  }

  private static func outline(_ element: Element) -> String {
    if case .word(let text, _) = element { text } else { "..." }
  }
}
