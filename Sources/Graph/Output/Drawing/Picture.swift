/// What is to be drawn, before it is DOT.
struct Picture {
  /// How nodes find their place.
  enum Layout {
    /// Layers from left to right along the lines.
    case flow
    /// Boxes of nodes, packed in rows.
    case boxes
    /// Tables below each other.
    case sheet
  }

  var layout = Layout.flow
  var title: String?
  /// Small print below: view, notes, sources.
  var caption: [String] = []
  var nodes: [PictureNode] = []
  var edges: [PictureEdge] = []
  var clusters: [PictureCluster] = []
  var legend = PictureLegend()
}

/// One node of a picture.
struct PictureNode {
  /// Unique and stable: the identifier of the file for a node of the graph.
  let identifier: String
  var label: String
  var look: NodeLook
  var tooltip: String?
  /// What the legend calls nodes of its kind.
  var kind: String?
  /// For style sheets: `node` and the labels.
  var classes: [String] = []
  /// Of a table drawn as one node: its columns of texts, in place of the label.
  var fields: [[String]]?
}

/// How a node looks.
struct NodeLook: Hashable {
  var shape = "box"
  var style = "filled"
  var fill = "#FFFFFF"
  var fontColour = "#000000"
  var penWidth = "1"
  var colour = "#000000"
  /// How many outlines: two for what is formal.
  var outlines = 1

  /// What ought to be there, of which nothing is recorded: hollow, dotted and grey.
  static let unrecorded = NodeLook(
    style: "dotted", fill: "#FFFFFF", fontColour: "#444444", penWidth: "1.8", colour: "#707070")

  /// What ought to be there and is not: hollow, dashed and red.
  static let missing = NodeLook(
    style: "dashed", fill: "#FFFFFF", fontColour: "#B00000", penWidth: "1.8", colour: "#C40000")
}

/// One line of a picture.
struct PictureEdge {
  let start: String
  let end: String
  var label = ""
  let look: LineLook
  /// What a mandate weighs: level and power.
  var weight = LineWeight.none
  var isDirected = true
  /// The line is laid out from its end to its start, so that what it comes from stands at the right.
  var isMirrored = false
  var tooltip: String?
  /// For style sheets: `relationship`, the type and the certainty.
  var classes: [String] = []
  var url: String?
}

/// A box with nodes in it.
struct PictureCluster {
  let identifier: String
  let label: String
  var nodes: [PictureNode]
}

/// What the shapes, colours and lines in a picture mean; only of what occurs in it.
struct PictureLegend {
  /// What boxes and colours stand for, where the words of the legend do not say it.
  var heading: String?
  private(set) var nodes: [(word: String, look: NodeLook)] = []
  private(set) var lines: [(word: String, look: LineLook)] = []

  /// Signs in front of a word: what the ends of lines mean.
  private(set) var signs: [LineWeight.Sign] = []

  /// Explains the end of a line, once.
  mutating func add(_ sign: LineWeight.Sign) {
    if !signs.contains(sign) { signs.append(sign) }
  }

  var isEmpty: Bool { signs.isEmpty && nodes.isEmpty && lines.isEmpty }

  /// Explains a kind of node, once.
  mutating func add(_ word: String, _ look: NodeLook) {
    if !nodes.contains(where: { $0.word == word && $0.look == look }) { nodes.append((word, look)) }
  }

  /// Explains a kind of line, once.
  mutating func add(_ word: String, _ look: LineLook) {
    if !lines.contains(where: { $0.word == word && $0.look == look }) { lines.append((word, look)) }
  }

  /// Leaves the kinds of nodes to the nodes themselves.
  mutating func removeNodes() { nodes = [] }

  mutating func sort() {
    lines.sort { ($0.look.rank, $0.word) < ($1.look.rank, $1.word) }
  }
}
