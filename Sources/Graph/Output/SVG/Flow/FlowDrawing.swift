/// Draws two divisions as two columns of regions, joined by bands as thick as the number of municipalities they share. Bands of
/// a pair of which one lies within the other are faded: the others are where the divisions are out of step.
struct FlowDrawing {
  private let flow: FlowPairs
  private let context: OutputContext
  private let sources: [String]
  /// What the regions of either side are called.
  private let leftTitle, rightTitle: String

  private static let nameWidth = 190.0
  private static let flowWidth = 300.0
  private static let barWidth = 9.0
  private static let top = 20.0
  private static let leastPitch = 12.5
  private static let gap = 5.0
  private static let size = 9.0
  private static let crossing = "#D55E00"
  private static let nested = "#D9DEE3"

  init(_ flow: FlowPairs, left: String, right: String, sources: [String], _ context: OutputContext) {
    self.flow = flow
    self.context = context
    self.sources = sources
    (leftTitle, rightTitle) = (left, right)
  }

  /// The thickness of one municipality.
  private var unit: Double {
    let all = Double(max(1, flow.leftCounts.reduce(0, +)))
    return min(14, max(2.2, 640 / all))
  }

  /// The sheet with the picture. O(pairs × regions).
  func sheet() -> PictureSheet {
    let columns = [flow.leftCounts, flow.rightCounts].map(slots)
    let heights = columns.map { ($0.last?.bottom ?? 0) - FlowDrawing.top }
    let most = heights.max() ?? 0
    let shifted = zip(columns, heights).map { slots, height in
      slots.map { slot in
        var slot = slot
        slot.y += (most - height) / 2
        return slot
      }
    }
    var sheet = PictureSheet()
    sheet.width = 2 * FlowDrawing.nameWidth + FlowDrawing.flowWidth
    sheet.height = most + FlowDrawing.top + 6
    sheet.sources = sources
    sheet.legend = legend
    sheet.draw = { draw(left: shifted[0], right: shifted[1], &$0) }
    return sheet
  }

  private func slots(_ counts: [Int]) -> [Box] {
    var y = FlowDrawing.top
    return counts.map { count in
      let height = Double(count) * unit
      let slot = max(FlowDrawing.leastPitch, height + FlowDrawing.gap)
      defer { y += slot }
      return Box(x: 0, y: y + (slot - height) / 2, width: FlowDrawing.barWidth, height: height)
    }
  }

  private func draw(left: [Box], right: [Box], _ canvas: inout SVGCanvas) {
    let (from, to) = (FlowDrawing.nameWidth, FlowDrawing.nameWidth + FlowDrawing.flowWidth)
    canvas.text(leftTitle, x: from - 6, y: 10, .init(size: 10, isBold: true), anchor: .end)
    canvas.text(rightTitle, x: to + 6, y: 10, .init(size: 10, isBold: true))
    let bands = bands(left, right)
    for isNested in [true, false] {
      for (pair, ends) in zip(flow.pairs, bands) where pair.isNested == isNested {
        draw(pair, ends, from: from + FlowDrawing.barWidth, to: to - FlowDrawing.barWidth, &canvas)
      }
    }
    for (place, box) in left.enumerated() { drawRegion(flow.left[place], box, x: from, isLeft: true, &canvas) }
    for (place, box) in right.enumerated() {
      drawRegion(flow.right[place], box, x: to - FlowDrawing.barWidth, isLeft: false, &canvas)
    }
  }

  /// Where each band leaves its region at the left and reaches that at the right.
  private func bands(_ left: [Box], _ right: [Box]) -> [(left: Double, right: Double)] {
    var bands = flow.pairs.map { _ in (left: 0.0, right: 0.0) }
    var used = left.map(\.y)
    for (place, pair) in flow.pairs.enumerated() {
      bands[place].left = used[pair.left]
      used[pair.left] += Double(pair.count) * unit
    }
    used = right.map(\.y)
    for (place, pair) in flow.pairs.enumerated().sorted(by: { ($0.1.right, $0.1.left) < ($1.1.right, $1.1.left) }) {
      bands[place].right = used[pair.right]
      used[pair.right] += Double(pair.count) * unit
    }
    return bands
  }

  private func draw(
    _ pair: FlowPairs.Pair, _ ends: (left: Double, right: Double), from: Double, to: Double, _ canvas: inout SVGCanvas
  ) {
    let (height, middle) = (Double(pair.count) * unit, (from + to) / 2)
    let band = SVGPath().move(Point(x: from, y: ends.left))
      .curve(Point(x: middle, y: ends.left), Point(x: middle, y: ends.right), Point(x: to, y: ends.right))
      .line(Point(x: to, y: ends.right + height))
      .curve(
        Point(x: middle, y: ends.right + height), Point(x: middle, y: ends.left + height),
        Point(x: from, y: ends.left + height)
      ).closed()
    let names = "\(flow.left[pair.left])\n\(flow.right[pair.right])\n\(pair.count)"
    canvas.group(["pair", pair.isNested ? "nested" : "crosses"], tooltip: names) { canvas in
      canvas.path(
        band, Stroke(colour: "#FFFFFF", width: 0.6), fill: pair.isNested ? FlowDrawing.nested : FlowDrawing.crossing)
      guard height >= 9 else { return }
      let ink = SVGCanvas.Ink(size: 8, colour: "#000000")
      canvas.text(String(pair.count), x: from + 5, y: ends.left + height / 2 + 3, ink)
      canvas.text(String(pair.count), x: to - 5, y: ends.right + height / 2 + 3, ink, anchor: .end)
    }
  }

  private func drawRegion(_ name: String, _ box: Box, x: Double, isLeft: Bool, _ canvas: inout SVGCanvas) {
    let text = TextSize.shortened(name, size: FlowDrawing.size, width: FlowDrawing.nameWidth - 8)
    canvas.group(["region"], tooltip: name) { canvas in
      canvas.rectangle(Box(x: x, y: box.y, width: box.width, height: max(box.height, 1)), fill: "#333333")
      canvas.text(
        text, x: isLeft ? x - 5 : x + box.width + 5, y: box.middle.y + 3.2, .init(size: FlowDrawing.size),
        anchor: isLeft ? .end : .start)
    }
  }

  private var legend: [PictureSheet.LegendEntry] {
    [(false, context.wording.crosses), (true, context.wording.nested)].filter { isNested, _ in
      flow.pairs.contains { $0.isNested == isNested }
    }.map { isNested, word in
      .init(word: word) { canvas, box in
        canvas.rectangle(box, fill: isNested ? FlowDrawing.nested : FlowDrawing.crossing)
      }
    }
  }
}
