/// The ways in which an answer can be drawn: the bare word of a `draw` line or of `--draw`.
public enum PictureKind: String, Sendable, CaseIterable {
  /// Nodes and lines in a free layout, which is Graphviz's.
  case graph
  /// A box per region with its municipalities, coloured by another column; the layout is Graphviz's.
  case clusters
  /// A map, one hexagon per municipality.
  case tiles
  /// A map of the shapes of municipalities, from a file with their boundaries.
  case shapes
  /// A map of municipalities at their real places, joined with their neighbours; Graphviz keeps the positions.
  case points
  /// Nodes and lines from left to right: parties at both sides, forums between.
  case columns
  /// Nodes and lines in bands, one per level: what is decided at the top, the way to it from below.
  case layers
  /// Cells with a sign and a colour.
  case matrix
  /// The steps of a procedure along an axis of days.
  case timeline
  /// Two columns of regions, joined by bands as thick as the number of municipalities they share.
  case flow

  /// Written by our own code in SVG, without Graphviz.
  public var isFixed: Bool {
    switch self {
    case .graph, .clusters, .points: false
    case .tiles, .shapes, .columns, .layers, .matrix, .timeline, .flow: true
    }
  }

  /// What it shows, for a list of kinds.
  public var summary: String {
    switch self {
    case .graph: "nodes and lines in a free layout (Graphviz)"
    case .clusters: "a box per region, its municipalities coloured by another division (Graphviz)"
    case .tiles: "a map, one hexagon per municipality"
    case .shapes: "a map of their shapes, with --boundaries FILE.geojson"
    case .points: "a map of points, neighbours joined, mismatches red (Graphviz)"
    case .columns: "parties left and right, forums in a column between"
    case .layers: "forums in bands by level and scale, what is decided at the top"
    case .matrix: "a cell with sign and colour per row and column"
    case .timeline: "steps with dates as precise as they are known, and conflicts"
    case .flow: "two columns of regions, bands as thick as the municipalities they share"
    }
  }

  /// The words that say which columns it is made of; without the optional ones it draws the nodes and relationships of the answer.
  public var columns: String {
    switch self {
    case .graph, .columns, .layers: "[from:COLUMN to:COLUMN [via:COLUMN]]"
    case .matrix: "rows:COLUMN columns:COLUMN cell:COLUMN (or rows:COLUMN columns:COLUMN,COLUMN,...)"
    case .clusters: "clusters:COLUMN [colour:COLUMN] [node:COLUMN]"
    case .tiles, .shapes, .points, .flow: "clusters:COLUMN colour:COLUMN [node:COLUMN]"
    case .timeline:
      "step:COLUMN start:COLUMN end:COLUMN [date:COLUMN number:COLUMN action:COLUMN place:COLUMN power:COLUMN "
        + "before:COLUMN answer:COLUMN]"
    }
  }

  /// All names, for an error or a help text: `graph, clusters, tiles`.
  public static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
