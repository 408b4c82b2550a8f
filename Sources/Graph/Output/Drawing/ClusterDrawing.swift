/// Draws one box per value of a column with the rows' nodes in it, coloured by another column.
///
/// Where the nodes of a box have several colours, those outside the majority have a thick border and name their value; when
/// two values tie, all name theirs and none has the border.
struct ClusterDrawing {
  private let context: OutputContext
  private let table: ResultTable
  private let cells: CellNodes
  private let cluster: DrawingHint.Column
  private let node: DrawingHint.Column
  private let colour: DrawingHint.Column?

  private static let thickBorder = "3"

  init(_ context: OutputContext, hint: DrawingHint, table: ResultTable) throws(OutputError) {
    self.context = context
    self.table = table
    cells = CellNodes(context)
    cluster = hint.clusters ?? DrawingHint.Column(name: "")
    colour = hint.colour
    let others = table.columns.filter { $0 != hint.clusters?.name && $0 != hint.colour?.name }
    guard let node = hint.node ?? others.first.map({ DrawingHint.Column(name: $0) }) else {
      throw DrawingHint.error("no column is left for the nodes", hint: "Write node:COLUMN.")
    }
    self.node = node
  }

  /// A node in a box with the value that colours it.
  private struct Member {
    let node: PictureNode
    let value: String
  }

  /// A box in the order of the rows.
  private struct Box {
    let name: String
    var members: [Member] = []

    /// How many members have each value, in the order of the rows.
    var counts: [(value: String, count: Int)] {
      var counts: [(value: String, count: Int)] = []
      for member in members {
        if let place = counts.firstIndex(where: { $0.value == member.value }) {
          counts[place].count += 1
        } else {
          counts.append((member.value, 1))
        }
      }
      return counts
    }
  }

  /// - Throws: `OutputError` of kind `tooLarge`.
  func picture() throws(OutputError) -> DrawnPicture {
    let boxes = try boxes()
    var values: [String] = []
    var known: Set<String> = []
    for member in boxes.flatMap(\.members) where known.insert(member.value).inserted { values.append(member.value) }
    let looks = Palette.looks(for: values, groups: boxes.map { Set($0.members.map(\.value)) })
    var drawn = DrawnPicture()
    drawn.picture.layout = .boxes
    drawn.picture.clusters = boxes.enumerated().map { pictureCluster($1, number: $0 + 1, looks) }
    if let colour { explain(values, looks, colour, in: &drawn.picture) }
    return drawn
  }

  private func explain(
    _ values: [String], _ looks: [String: NodeLook], _ colour: DrawingHint.Column, in picture: inout Picture
  ) {
    picture.legend.heading = context.wording.boxes(cluster.name, colour: colour.name)
    for value in values { picture.legend.add(value, looks[value] ?? NodeLook()) }
    let nodes = picture.clusters.lazy.flatMap(\.nodes)
    if nodes.contains(where: { $0.classes.contains("apart") }) {
      picture.legend.add(context.wording.apart, NodeLook(penWidth: ClusterDrawing.thickBorder))
    }
  }

  private func boxes() throws(OutputError) -> [Box] {
    var boxes: [Box] = []
    var places: [String: Int] = [:]
    var known: Set<String> = []
    for row in table.rows {
      let name = cells.text(value(cluster, row), column: cluster)
      let place = places[name] ?? boxes.count
      if place == boxes.count {
        boxes.append(Box(name: name))
        places[name] = place
      }
      for (node, _) in cells.nodes(value(node, row), column: node) {
        let member = Member(node: node, value: colour.map { cells.text(value($0, row), column: $0) } ?? "")
        if known.insert("\(place) \(node.identifier) \(member.value)").inserted { boxes[place].members.append(member) }
      }
      try DrawingLimits.check(known.count, most: DrawingLimits.boxedNodes, "nodes")
    }
    return boxes
  }

  private func pictureCluster(_ box: Box, number: Int, _ looks: [String: NodeLook]) -> PictureCluster {
    let counts = box.counts
    let most = counts.map(\.count).max() ?? 0
    let majority = counts.filter { $0.count == most }.map(\.value)
    let sorted = box.members.enumerated().sorted { left, right in
      let (a, b) = (rank(left.element, counts), rank(right.element, counts))
      return a == b ? left.offset < right.offset : a < b
    }
    let nodes = sorted.map { _, member in
      pictureNode(member, in: box, number, looks, isPlain: majority == [member.value], isTie: majority.count > 1)
    }
    return PictureCluster(identifier: "\(number)", label: box.name, nodes: nodes)
  }

  /// Members stand by value, the largest group first.
  private func rank(_ member: Member, _ counts: [(value: String, count: Int)]) -> Int {
    let order = counts.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
    return order.firstIndex { $0.element.value == member.value } ?? order.count
  }

  private func pictureNode(
    _ member: Member, in box: Box, _ number: Int, _ looks: [String: NodeLook], isPlain: Bool, isTie: Bool
  ) -> PictureNode {
    var look = colour == nil ? member.node.look : looks[member.value] ?? NodeLook()
    if !isPlain, !isTie { look.penWidth = ClusterDrawing.thickBorder }
    let label = member.node.label + (isPlain || colour == nil ? "" : "\n(\(member.value))")
    return PictureNode(
      identifier: "\(number)/\(member.node.identifier)", label: label, look: look,
      tooltip: "\(member.node.tooltip ?? member.node.label)\n\(box.name)\n\(member.value)",
      classes: member.node.classes + (isPlain || isTie ? [] : ["apart"]))
  }

  private func value(_ column: DrawingHint.Column, _ row: [Value]) -> Value {
    guard let place = table.columns.firstIndex(of: column.name), place < row.count else { return .null }
    return row[place]
  }
}
