/// Writes a picture as DOT.
///
/// The interface: node identifiers are those of the data files; `class` holds `node` and the labels, or `relationship`, its
/// type and its certainty; `tooltip` holds name, kind and evidence; the legend is the subgraph `cluster legend`.
struct PictureWriter {
  private let picture: Picture
  private let wording: Wording
  private var dot = DOTWriter()
  private var order = 0

  /// Longer texts in nodes are broken at this many columns.
  private static let labelWidth = 22
  /// Of a longer label the tooltip has the rest.
  private static let mostLabelLines = 6

  init(_ picture: Picture, wording: Wording) {
    self.picture = picture
    self.wording = wording
  }

  /// The picture as DOT. O(size of the picture).
  mutating func write() -> OutputBuffer {
    dot.openGraph(graphAttributes)
    dot.defaults("node", ["fontname": "Helvetica", "fontsize": "11", "height": "0.3", "margin": "0.08,0.05"])
    dot.defaults("edge", ["fontname": "Helvetica", "fontsize": "9", "arrowsize": "0.7"])
    let attributes = titleAttributes()
    dot.openSubgraph("cluster picture", attributes)
    for cluster in picture.clusters { write(cluster) }
    writeBody()
    if !picture.legend.isEmpty { writeLegend() }
    dot.close()
    dot.close()
    return dot.output
  }

  /// The graph carries the small print, at the bottom.
  private var graphAttributes: DOTAttributes {
    var attributes: DOTAttributes = [
      "charset": "UTF-8", "fontname": "Helvetica", "fontsize": "8", "labelloc": "b", "labeljust": "l",
      "nodesep": "0.15",
    ]
    let caption = picture.caption.map { PictureWriter.wrapped($0, width: 110, most: 4) }
    attributes.set("label", DOTText.leftAligned(caption.joined(separator: "\n")))
    switch picture.layout {
    case .flow:
      attributes["rankdir"] = "LR"
      attributes["ranksep"] = "0.9"
    case .boxes: attributes["layout"] = "osage"
    case .sheet: break
    }
    return attributes
  }

  /// A cluster round everything carries the title, at the top.
  private mutating func titleAttributes() -> DOTAttributes {
    var attributes: DOTAttributes = ["fontsize": "16", "labelloc": "t", "labeljust": "l", "peripheries": "0"]
    attributes.set("label", DOTText.leftAligned(PictureWriter.wrapped(picture.title ?? "", width: 80, most: 4)))
    if case .boxes = picture.layout { pack(&attributes, columns: columnCount, gap: 14) }
    return attributes
  }

  /// In a flow the last comes first: inside a cluster `dot` stacks what is joined by lines from the bottom upwards.
  private mutating func writeBody() {
    let isFlow = picture.layout == .flow
    for node in isFlow ? picture.nodes.reversed() : picture.nodes { write(node) }
    for edge in isFlow ? picture.edges.reversed() : picture.edges { write(edge) }
  }

  /// About as many boxes beside as below each other; boxes are wider than high.
  private var columnCount: Int {
    let boxes = Double(picture.clusters.count + 1)
    return max(1, Int(boxes.squareRoot().rounded()))
  }

  private mutating func write(_ cluster: PictureCluster) {
    var attributes = boxAttributes(cluster.label, fontSize: "13")
    attributes["class"] = "cluster"
    if case .boxes = picture.layout { pack(&attributes, columns: 2, gap: 8) }
    dot.openSubgraph("cluster " + cluster.identifier, attributes)
    for node in cluster.nodes { write(node) }
    dot.close()
  }

  private func boxAttributes(_ label: String, fontSize: String) -> DOTAttributes {
    var attributes: DOTAttributes = [
      "peripheries": "1", "style": "solid", "color": "#808080", "margin": "8", "labelloc": "t",
    ]
    attributes["fontsize"] = fontSize
    attributes["label"] = PictureWriter.wrapped(label, width: 40, most: 3)
    return attributes
  }

  /// Packs the members of a box in columns, in the order in which they are written.
  private mutating func pack(_ attributes: inout DOTAttributes, columns: Int, gap: Int) {
    attributes["pack"] = String(gap)
    attributes["packmode"] = "array_utl\(columns)"
    attributes["sortv"] = nextPlace()
  }

  private mutating func nextPlace() -> String {
    order += 1
    return String(order)
  }

  private static func wrapped(_ text: String, width: Int, most: Int) -> String {
    let lines = TextWrapping.lines(VisibleText.lines(text), width: width)
    return lines.count <= most ? lines.joined(separator: "\n") : lines.prefix(most).joined(separator: "\n") + "…"
  }
}

// MARK: - Nodes and lines

extension PictureWriter {
  private mutating func write(_ node: PictureNode) {
    var attributes = attributes(of: node.look)
    if let fields = node.fields {
      attributes.set("label", DOTText.record(fields))
    } else {
      attributes["label"] = PictureWriter.wrapped(
        node.label, width: PictureWriter.labelWidth, most: PictureWriter.mostLabelLines)
    }
    attributes["tooltip"] = node.tooltip ?? node.label
    attributes["class"] = PictureWriter.classText(node.classes)
    dot.node(node.identifier, attributes)
  }

  private mutating func attributes(of look: NodeLook) -> DOTAttributes {
    var attributes: DOTAttributes = [:]
    attributes["shape"] = look.shape
    attributes["style"] = look.style
    attributes["fillcolor"] = look.fill
    if look.fontColour != "#000000" { attributes["fontcolor"] = look.fontColour }
    if look.penWidth != "1" { attributes["penwidth"] = look.penWidth }
    if case .boxes = picture.layout {
      attributes["width"] = "2.2"
      attributes["sortv"] = nextPlace()
    }
    return attributes
  }

  private mutating func write(_ edge: PictureEdge) {
    var attributes = attributes(of: edge.look)
    let label = [edge.label, edge.look.mark].filter { !$0.isEmpty }.joined(separator: " ")
    if !label.isEmpty { attributes["label"] = PictureWriter.wrapped(label, width: PictureWriter.labelWidth, most: 6) }
    if !edge.isDirected { attributes["dir"] = "none" }
    attributes["tooltip"] = edge.tooltip ?? edge.label
    attributes["labeltooltip"] = edge.tooltip ?? edge.label
    attributes["class"] = PictureWriter.classText(edge.classes)
    attributes["URL"] = edge.url
    dot.edge(edge.start, edge.end, attributes)
  }

  private func attributes(of look: LineLook) -> DOTAttributes {
    var attributes: DOTAttributes = [:]
    attributes["style"] = look.style
    attributes["color"] = look.colour
    if look.rank == 3 { attributes["fontcolor"] = look.colour }
    return attributes
  }

  /// Class names apart by spaces; a name that has white space in it is joined by hyphens.
  private static func classText(_ classes: [String]) -> String? {
    let names = classes.map { name in String(name.map { $0.isWhitespace ? "-" : $0 }) }
    return names.isEmpty ? nil : names.joined(separator: " ")
  }
}

// MARK: - Legend

extension PictureWriter {
  private mutating func writeLegend() {
    let heading = picture.legend.heading.map { "\(wording.legend) – \($0)" } ?? wording.legend
    var attributes = boxAttributes(heading, fontSize: "10")
    attributes["style"] = "dashed"
    if case .boxes = picture.layout { pack(&attributes, columns: 2, gap: 4) }
    dot.openSubgraph("cluster legend", attributes)
    for (place, entry) in picture.legend.nodes.enumerated() { writeSample(entry.word, entry.look, place) }
    for (place, entry) in picture.legend.lines.enumerated() { writeSample(entry.word, entry.look, place) }
    dot.close()
  }

  private mutating func writeSample(_ word: String, _ look: NodeLook, _ place: Int) {
    var attributes = attributes(of: look)
    attributes["fontsize"] = "9"
    attributes["label"] = PictureWriter.wrapped(word, width: PictureWriter.labelWidth, most: 4)
    attributes["class"] = "legend"
    dot.node("legend node \(place + 1)", attributes)
  }

  /// A word above a piece of the line: what `dot` calls an underlined node.
  private mutating func writeSample(_ word: String, _ look: LineLook, _ place: Int) {
    var attributes: DOTAttributes = ["shape": "underline", "fontsize": "9", "class": "legend", "penwidth": "1.5"]
    attributes["label"] = [word, look.mark].filter { !$0.isEmpty }.joined(separator: " ")
    attributes["style"] = look.style
    attributes["color"] = look.colour
    dot.node("legend line \(place + 1)", attributes)
  }
}
