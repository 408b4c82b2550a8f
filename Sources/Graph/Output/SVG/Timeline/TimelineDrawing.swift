/// Draws the steps of a procedure below each other along an axis of days, each date as precise as it is known, with what is
/// planned before the step that should authorise it.
struct TimelineDrawing {
  private let steps: [TimelineStep]
  private let sources: [String]
  private let context: OutputContext
  private let axis: TimelineAxis?

  private static let titleWidth = 220.0
  private static let axisWidth = 400.0
  private static let placeWidth = 180.0
  private static let gap = 18.0
  private static let size = 10.0
  private static let top = 26.0
  private static let barHeight = 12.0
  private static let fill = "#56B4E9"

  init(_ steps: [TimelineStep], sources: [String], _ context: OutputContext) {
    self.steps = steps
    self.sources = sources
    self.context = context
    axis = TimelineAxis(steps.flatMap { [$0.start, $0.end].compactMap { $0 } }, width: TimelineDrawing.axisWidth)
  }

  private var axisLeft: Double { TimelineDrawing.titleWidth + TimelineDrawing.gap }
  private var placeLeft: Double { axisLeft + TimelineDrawing.axisWidth + TimelineDrawing.gap }

  private func titles(_ step: TimelineStep) -> [String] {
    TextSize.lines(step.title, size: TimelineDrawing.size, width: TimelineDrawing.titleWidth, most: 4)
  }

  private func places(_ step: TimelineStep) -> [String] {
    let words = step.places.isEmpty && step.decides ? [context.wording.notRecorded + " ?"] : step.places
    return words.flatMap {
      TextSize.lines($0, size: TimelineDrawing.size, width: TimelineDrawing.placeWidth, most: 3)
    }
  }

  private func height(_ step: TimelineStep) -> Double {
    let action = step.action == nil ? 0 : 1
    let lines = max(titles(step).count + action, places(step).count, 2)
    return max(Double(lines) * 12.5 + 12, step.conflicts.isEmpty ? 36 : 46)
  }

  /// The room for a heading above a step, where another group begins.
  private func headHeight(_ place: Int) -> Double {
    let isNew = place == 0 || steps[place - 1].group != steps[place].group
    return isNew && !steps[place].group.isEmpty ? 20 : 0
  }

  /// The sheet with the picture. O(steps²).
  func sheet() -> PictureSheet {
    var tops: [Double] = [TimelineDrawing.top]
    for place in steps.indices { tops.append((tops.last ?? 0) + height(steps[place]) + headHeight(place)) }
    var sheet = PictureSheet()
    sheet.width = placeLeft + TimelineDrawing.placeWidth
    sheet.height = (tops.last ?? 0) + 2
    sheet.sources = sources
    sheet.legend = legend
    sheet.draw = { draw(tops, &$0) }
    return sheet
  }

  private func draw(_ tops: [Double], _ canvas: inout SVGCanvas) {
    drawGrid(bottom: tops.last ?? 0, &canvas)
    for (place, step) in steps.enumerated() {
      let head = headHeight(place)
      let box = Box(
        x: 0, y: tops[place] + head, width: placeLeft + TimelineDrawing.placeWidth, height: height(step))
      if head > 0 {
        let title = TextSize.shortened(step.group, size: 11, width: box.width)
        canvas.text(title, x: 0, y: box.y - 6, .init(size: 11, isBold: true, hasRim: true))
      }
      canvas.line(Point(x: 0, y: box.y), Point(x: box.right, y: box.y), Stroke(colour: "#D0D0D0", width: 0.6))
      canvas.group(["step"], tooltip: [step.title, step.printed].joined(separator: "\n")) { canvas in
        drawTexts(step, in: box, &canvas)
        drawDate(step, y: box.middle.y, &canvas)
      }
    }
    for (place, step) in steps.enumerated() {
      for conflict in step.conflicts { drawConflict(conflict, of: place, tops, &canvas) }
    }
  }

  private func drawGrid(bottom: Double, _ canvas: inout SVGCanvas) {
    for mark in axis?.marks(context.options.language) ?? [] {
      let x = axisLeft + mark.place
      canvas.line(
        Point(x: x, y: TimelineDrawing.top - 6), Point(x: x, y: bottom), Stroke(colour: "#DDDDDD", width: 0.7))
      canvas.text(
        mark.word, x: x, y: TimelineDrawing.top - 11, .init(size: 9, colour: "#444444"), anchor: .middle)
    }
  }

  private func drawTexts(_ step: TimelineStep, in box: Box, _ canvas: inout SVGCanvas) {
    let titles = titles(step)
    let count = titles.count + (step.action == nil ? 0 : 1)
    var y = box.middle.y + 3.5 - Double(count - 1) * 6.2
    for line in titles {
      canvas.text(line, x: 0, y: y, .init(size: TimelineDrawing.size, isBold: step.decides))
      y += 12.4
    }
    if let action = step.action {
      let word = context.options.words.word(action, column: "action")
      canvas.text(word, x: 0, y: y, .init(size: 9, colour: "#444444", isItalic: true))
    }
    let places = places(step)
    y = box.middle.y + 3.5 - Double(places.count - 1) * 6.2
    for line in places {
      let isUnknown = step.places.isEmpty
      canvas.text(
        line, x: placeLeft, y: y,
        .init(size: TimelineDrawing.size, colour: isUnknown ? "#555555" : "#000000", isBold: step.decides && !isUnknown)
      )
      y += 12.4
    }
  }
}

// MARK: - Dates

extension TimelineDrawing {
  /// The ends of the bar of a step; where an end is not known, that of the axis.
  private func ends(_ step: TimelineStep) -> (from: Double, to: Double)? {
    guard let axis, step.start != nil || step.end != nil else { return nil }
    let from = step.start.map(axis.place) ?? 0
    let to = step.end.map(axis.place) ?? axis.width
    return (axisLeft + from, axisLeft + max(to, from))
  }

  private func drawDate(_ step: TimelineStep, y: Double, _ canvas: inout SVGCanvas) {
    guard let (from, to) = ends(step) else {
      let box = Box(x: axisLeft + 4, y: y - 9, width: TimelineDrawing.axisWidth - 8, height: 18)
      canvas.rectangle(box, fill: "#FFFFFF", Stroke(colour: "#707070", width: 1, style: "dotted"), radius: 3)
      let words = step.printed.isEmpty ? context.wording.noDate : step.printed
      canvas.text(
        TextSize.shortened(words + " ?", size: 9, width: box.width - 10), x: box.middle.x, y: y + 3,
        .init(size: 9, colour: "#444444"), anchor: .middle)
      return
    }
    let look = Look(step)
    let bar = Box(
      x: from, y: y - TimelineDrawing.barHeight / 2, width: max(to - from, 3), height: TimelineDrawing.barHeight)
    draw(look, bar, isTooEarly: !step.conflicts.isEmpty, &canvas)
    writePrinted(step, beside: bar, &canvas)
  }

  /// How precisely a date is known.
  fileprivate enum Look: Int, CaseIterable {
    case day, period, until, from, none

    init(_ step: TimelineStep) {
      switch (step.start, step.end) {
      case (nil, nil): self = .none
      case (nil, _): self = .until
      case (_, nil): self = .from
      default: self = step.isDay ? .day : .period
      }
    }
  }

  private func draw(_ look: Look, _ bar: Box, isTooEarly: Bool, _ canvas: inout SVGCanvas) {
    let red = Stroke(colour: LineLook.missing.colour, width: 1.8, style: "dashed")
    let stroke = isTooEarly ? red : Stroke(colour: "#1F5F86", width: 1)
    switch look {
    case .day: drawDiamond(bar.middle, stroke, &canvas)
    case .period: canvas.rectangle(bar, fill: isTooEarly ? "#FFFFFF" : TimelineDrawing.fill, stroke, radius: 3)
    case .until, .from:
      let isUntil = look == .until
      let end = Point(x: isUntil ? bar.right : bar.x, y: bar.middle.y)
      canvas.line(
        Point(x: isUntil ? bar.x : bar.right, y: end.y), end, Stroke(colour: stroke.colour, width: 2, style: "dashed"))
      canvas.line(
        Point(x: end.x, y: bar.y), Point(x: end.x, y: bar.bottom), Stroke(colour: stroke.colour, width: 2.4))
    case .none: canvas.rectangle(bar, fill: "#FFFFFF", Stroke(colour: "#707070", width: 1, style: "dotted"), radius: 3)
    }
  }

  private func drawDiamond(_ middle: Point, _ stroke: Stroke, _ canvas: inout SVGCanvas) {
    let corners = [(0.0, -7.0), (6.0, 0.0), (0.0, 7.0), (-6.0, 0.0)]
    canvas.path(
      .polygon(corners.map { Point(x: middle.x + $0.0, y: middle.y + $0.1) }), stroke, fill: "#1F5F86")
  }

  /// The date as printed, at the side of the bar that has more room.
  private func writePrinted(_ step: TimelineStep, beside bar: Box, _ canvas: inout SVGCanvas) {
    guard !step.printed.isEmpty else { return }
    let (left, right) = (bar.x - axisLeft, axisLeft + TimelineDrawing.axisWidth - bar.right)
    let text = TextSize.shortened(step.printed, size: 9, width: max(left, right, 150) - 12)
    let isRight = right >= left || right > TextSize.width(text, size: 9) + 12
    canvas.text(
      text, x: isRight ? bar.right + 8 : bar.x - 8, y: bar.middle.y + 3.2, .init(size: 9, hasRim: true),
      anchor: isRight ? .start : .end)
  }

  /// From the step that should come first to the one that is planned before it.
  private func drawConflict(
    _ conflict: (before: Value, isCertain: Bool), of place: Int, _ tops: [Double], _ canvas: inout SVGCanvas
  ) {
    guard let other = steps.firstIndex(where: { $0.node == conflict.before }), let mine = ends(steps[place]),
      let its = ends(steps[other])
    else { return }
    let (from, to) = (middle(of: other, tops), middle(of: place, tops))
    let step = from < to ? 1.0 : -1.0
    let stroke = Stroke(
      colour: LineLook.missing.colour, width: 1.8, style: conflict.isCertain ? "solid" : "dotted")
    let x = min(its.from, its.to)
    let start = Point(x: x, y: from + step * 8)
    let end = Point(x: min(mine.from + 6, mine.to), y: to - step * 8)
    let turn = (start.y + end.y) / 2
    let path = SVGPath().move(start).line(Point(x: start.x, y: turn)).line(Point(x: end.x, y: turn)).line(end)
    canvas.path(path, stroke)
    LineEnd.draw("normal", at: end, going: Point(x: 0, y: step), colour: stroke.colour, &canvas)
    canvas.text(
      conflict.isCertain ? context.wording.tooEarly : context.wording.possiblyTooEarly, x: min(x, end.x) - 6,
      y: turn + 3, .init(size: 8.5, colour: LineLook.missing.colour, hasRim: true), anchor: .end)
  }

  private func middle(of place: Int, _ tops: [Double]) -> Double {
    (tops[place] + headHeight(place) + tops[place + 1]) / 2
  }

  private var legend: [PictureSheet.LegendEntry] {
    let looks = Set(steps.map { Look($0) })
    var entries = Look.allCases.filter(looks.contains).map { look in
      PictureSheet.LegendEntry(word: word(look)) { canvas, box in
        draw(look, Box(x: box.x, y: box.y + 1, width: box.width, height: 12), isTooEarly: false, &canvas)
      }
    }
    if steps.contains(where: { !$0.conflicts.isEmpty }) {
      entries.append(
        .init(word: context.wording.tooEarly) { canvas, box in
          draw(.period, Box(x: box.x, y: box.y + 1, width: box.width, height: 12), isTooEarly: true, &canvas)
        })
    }
    return entries
  }

  private func word(_ look: Look) -> String {
    let wording = context.wording
    return switch look {
    case .day: wording.onDay
    case .period: wording.inPeriod
    case .until: wording.beforeDay
    case .from: wording.fromDay
    case .none: wording.noDate
    }
  }
}
