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
  private static let mostLabelLines = 12

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
    if look.colour != "#000000" { attributes["color"] = look.colour }
    if look.outlines > 1 { attributes["peripheries"] = String(look.outlines) }
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
    if let width = edge.weight.penWidth { attributes["penwidth"] = width }
    direct(edge, &attributes)
    attributes["tooltip"] = edge.tooltip ?? edge.label
    attributes["labeltooltip"] = edge.tooltip ?? edge.label
    attributes["class"] = PictureWriter.classText(edge.classes)
    attributes["URL"] = edge.url
    if edge.isMirrored {
      dot.edge(edge.end, edge.start, attributes)
    } else {
      dot.edge(edge.start, edge.end, attributes)
    }
  }

  /// The sign at the end of a line, or none; a mirrored line has its end where `dot` sees the tail.
  private func direct(_ edge: PictureEdge, _ attributes: inout DOTAttributes) {
    guard edge.isDirected || edge.weight.sign != nil else {
      attributes["dir"] = "none"
      return
    }
    if let sign = edge.weight.sign { attributes[edge.isMirrored ? "arrowtail" : "arrowhead"] = sign.head }
    if edge.weight.sign != nil { attributes["arrowsize"] = "1" }
    if edge.isMirrored { attributes["dir"] = "back" }
  }

  private func attributes(of look: LineLook) -> DOTAttributes {
    var attributes: DOTAttributes = [:]
    attributes["style"] = look.style
    attributes["color"] = look.colour
    if [3, 7].contains(look.rank) { attributes["fontcolor"] = look.colour }
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
    if picture.layout == .flow {
      // From the last to the first, as all of a flow.
      writeSigns(reversed: true)
      writeLines(reversed: true)
      writeNodes(reversed: true)
    } else {
      writeNodes(reversed: false)
      writeLines(reversed: false)
      writeSigns(reversed: false)
    }
    dot.close()
    anchorLegend()
  }

  /// In a flow the legend stands at the right of everything: an unseen line leads to it from the last layer.
  private mutating func anchorLegend() {
    guard picture.layout == .flow, let last = picture.nodeInLastLayer else { return }
    for identifier in legendIdentifiers.reversed() { dot.edge(last, identifier, ["style": "invis"]) }
  }

  private mutating func writeNodes(reversed: Bool) {
    for (place, entry) in ordered(picture.legend.nodes, reversed) { writeSample(entry.word, entry.look, place) }
  }

  private mutating func writeLines(reversed: Bool) {
    for (place, entry) in ordered(picture.legend.lines, reversed) { writeSample(entry.word, entry.look, place) }
  }

  private mutating func writeSigns(reversed: Bool) {
    for (place, sign) in ordered(picture.legend.signs, reversed) { writeSample(sign, place) }
  }

  private func ordered<Entry>(_ entries: [Entry], _ reversed: Bool) -> [(Int, Entry)] {
    let numbered = entries.enumerated().map { ($0.offset, $0.element) }
    return reversed ? numbered.reversed() : numbered
  }

  private var legendIdentifiers: [String] {
    picture.legend.nodes.indices.map { "legend node \($0 + 1)" }
      + picture.legend.lines.indices.map { "legend line \($0 + 1)" }
      + picture.legend.signs.indices.map { "legend sign \($0 + 1)" }
  }

  private mutating func writeSample(_ sign: LineWeight.Sign, _ place: Int) {
    dot.node(
      "legend sign \(place + 1)",
      ["shape": "plaintext", "fontsize": "9", "class": "legend", "label": "\(sign.letter) \(sign.word)"])
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
    var attributes: DOTAttributes = ["shape": "underline", "fontsize": "9", "class": "legend"]
    attributes["label"] = [word, look.mark].filter { !$0.isEmpty }.joined(separator: " ")
    attributes["style"] = look.style
    attributes["color"] = look.colour
    attributes["penwidth"] = look.penWidth
    dot.node("legend line \(place + 1)", attributes)
  }
}
