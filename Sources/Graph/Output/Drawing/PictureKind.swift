/// The ways in which an answer can be drawn: the bare word of a `draw` line or of `--draw`.
public enum PictureKind: String, Sendable, CaseIterable {
  /// Nodes and lines in a free layout, which is Graphviz's.
  case graph
  /// A box per region with its municipalities, coloured by another column; the layout is Graphviz's.
  case clusters
  /// A map, one hexagon per municipality.
  case tiles
  /// Nodes and lines from left to right: parties at both sides, forums between.
  case columns
  /// Nodes and lines in bands, one per level: what is decided at the top, the way to it from below.
  case layers

  /// Written by our own code in SVG, without Graphviz.
  public var isFixed: Bool {
    switch self {
    case .graph, .clusters: false
    case .tiles, .columns, .layers: true
    }
  }

  /// What it shows, for a list of kinds.
  public var summary: String {
    switch self {
    case .graph: "nodes and lines in a free layout (Graphviz)"
    case .clusters: "a box per region, its municipalities coloured by another division (Graphviz)"
    case .tiles: "a map, one hexagon per municipality"
    case .columns: "parties left and right, forums in a column between"
    case .layers: "forums in bands by level and scale, what is decided at the top"
    }
  }

  /// The words that say which columns it is made of; without the optional ones it draws the nodes and relationships of the answer.
  public var columns: String {
    switch self {
    case .graph, .columns, .layers: "[from:COLUMN to:COLUMN [via:COLUMN]]"
    case .clusters: "clusters:COLUMN [colour:COLUMN] [node:COLUMN]"
    case .tiles: "clusters:COLUMN colour:COLUMN [node:COLUMN]"
    }
  }

  /// All names, for an error or a help text: `graph, clusters, tiles`.
  public static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
