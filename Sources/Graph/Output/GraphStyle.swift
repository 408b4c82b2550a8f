/// How labels and relationship types are drawn; whoever has the schema fills it in.
public struct GraphStyle: Sendable {
  /// How a node with a label looks.
  public struct LabelStyle: Sendable {
    /// A Graphviz shape, such as `box`.
    public var shape: String
    /// The fill colour, `#RRGGBB`.
    public var fill: String
    /// Graphviz styles, such as `filled,rounded`.
    public var style: String
    /// What a node of this kind is called, in the user's language.
    public var word: String
    /// More general labels: a node that also carries this label is not drawn as one of them.
    public var parents: [String]
    /// Set when nodes of this kind are drawn as a line.
    public var contraction: Contraction?

    /// Describes the look of one label.
    public init(
      shape: String = "box", fill: String = "#FFFFFF", style: String = "filled", word: String,
      parents: [String] = [], contraction: Contraction? = nil
    ) {
      self.shape = shape
      self.fill = fill
      self.style = style
      self.word = word
      self.parents = parents
      self.contraction = contraction
    }
  }

  /// A node that becomes a line: from the start of its incoming relationship to the end of its outgoing one.
  public struct Contraction: Sendable, Equatable {
    /// The type that leads into the node (`HOLDS`).
    public var incoming: String
    /// The type that leads out of it (`IN_FORUM`).
    public var outgoing: String
    /// The properties of the node that label the line.
    public var labelledBy: [String]

    /// Describes one contraction.
    public init(incoming: String, outgoing: String, labelledBy: [String] = ["level", "authority", "seat"]) {
      self.incoming = incoming
      self.outgoing = outgoing
      self.labelledBy = labelledBy
    }
  }

  /// How a relationship of a type looks.
  public struct TypeStyle: Sendable {
    /// What the relationship is called between its ends, in the user's language: `falls in`.
    public var word: String
    /// `solid`, `dashed` or `dotted`: how it is drawn when it makes no claim.
    public var line: String

    /// Describes the look of one type.
    public init(word: String, line: String = "solid") {
      self.word = word
      self.line = line
    }
  }

  /// By label.
  public var labels: [String: LabelStyle] = [:]
  /// By relationship type.
  public var types: [String: TypeStyle] = [:]

  /// A style that knows no label: everything is a plain box and every line solid.
  public init() {}
}

extension GraphStyle {
  /// The most specific label of a node that has a style: one that no other label of the node has as parent.
  func label(among labels: [String]) -> String? {
    let styled = labels.filter { self.labels[$0] != nil }
    return styled.first { label in !styled.contains { self.labels[$0]?.parents.contains(label) ?? false } }
      ?? styled.first
  }

  /// How a node is drawn as a line, nil when it is not.
  func contraction(of node: NodeID, in graph: PropertyGraph) -> Contraction? {
    label(among: graph.labelNames(of: node)).flatMap { labels[$0]?.contraction }
  }

  /// What a relationship type is called.
  func word(forType type: String) -> String { types[type]?.word ?? type }
}
