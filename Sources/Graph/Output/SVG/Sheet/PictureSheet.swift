/// A picture with a fixed layout, before title, legend and small print stand round it.
struct PictureSheet {
  /// The room that the drawing takes.
  var width = 0.0
  var height = 0.0
  /// Draws it, with its upper left at 0, 0.
  var draw: (inout SVGCanvas) -> Void = { _ in }
  /// What the signs in it mean; only of what occurs.
  var legend: [LegendEntry] = []
  /// What the small print says besides view, notes and sources.
  var remarks: [String] = []
  /// The identifiers of the sources of what is drawn, in order, without repeats.
  var sources: [String] = []
  /// The title when the answer has no headline.
  var title: String?

  /// One sign and what it means.
  struct LegendEntry {
    let word: String
    /// Draws a sample in a box.
    let sample: (inout SVGCanvas, Box) -> Void
  }
}

/// Writes a sheet: title above, legend and small print below.
struct SheetWriter {
  private let sheet: PictureSheet
  private let context: OutputContext
  private let title: String
  private let caption: [String]

  private static let margin = 18.0
  private static let titleSize = 16.0
  private static let smallSize = 8.0
  private static let narrowest = 640.0
  private static let sample = Box(x: 0, y: 0, width: 30, height: 14)

  init(_ sheet: PictureSheet, for answers: [Answer], _ context: OutputContext) {
    self.sheet = sheet
    self.context = context
    title = answers.lazy.compactMap(\.headline).first ?? context.options.title ?? sheet.title ?? ""
    caption = sheet.remarks + PictureCaption(context).lines(for: answers, drawn: sheet.sources)
  }

  private var width: Double { max(sheet.width, SheetWriter.narrowest) + 2 * SheetWriter.margin }

  /// The SVG. O(size of the picture).
  func write(to output: inout OutputBuffer) {
    let room = width - 2 * SheetWriter.margin
    let titles = TextSize.lines(title, size: SheetWriter.titleSize * 1.08, width: room, most: 4)
    let top = SheetWriter.margin + Double(titles.count) * 21 + 8
    let legendTop = top + sheet.height + 22
    let places = legendPlaces(room)
    let legendHeight = places.isEmpty ? 0 : (places.map(\.y).max() ?? 0) + 26
    let captionTop = legendTop + legendHeight + 4
    let lines = caption.flatMap { TextSize.lines($0, size: SheetWriter.smallSize, width: room, most: 6) }
    let height = captionTop + Double(lines.count) * 11 + SheetWriter.margin - 6
    var canvas = SVGCanvas()
    canvas.open(width: width, height: height, title: title, language: context.options.language)
    for (place, line) in titles.enumerated() {
      canvas.text(
        line, x: SheetWriter.margin, y: SheetWriter.margin + 14 + Double(place) * 21,
        .init(size: SheetWriter.titleSize, isBold: true))
    }
    canvas.group(["picture"], moved: Point(x: SheetWriter.margin, y: top), sheet.draw)
    writeLegend(places, top: legendTop, &canvas)
    for (place, line) in lines.enumerated() {
      canvas.text(
        line, x: SheetWriter.margin, y: captionTop + Double(place) * 11,
        .init(size: SheetWriter.smallSize, colour: "#444444"))
    }
    canvas.close()
    output = canvas.output
  }

  /// Where the entries of the legend stand: beside each other, in as many rows as they need.
  private func legendPlaces(_ room: Double) -> [Point] {
    var (x, y) = (TextSize.width(context.wording.legend, size: 10, isBold: true) + 16, 0.0)
    let indent = x
    return sheet.legend.map { entry in
      let wide = SheetWriter.sample.width + 6 + TextSize.width(entry.word, size: 10) + 18
      if x + wide > room, x > indent { (x, y) = (indent, y + 19) }
      defer { x += wide }
      return Point(x: x, y: y)
    }
  }

  private func writeLegend(_ places: [Point], top: Double, _ canvas: inout SVGCanvas) {
    guard !places.isEmpty else { return }
    canvas.group(["legend"], moved: Point(x: SheetWriter.margin, y: top)) { canvas in
      canvas.text(context.wording.legend, x: 0, y: 4, .init(size: 10, isBold: true))
      for (entry, place) in zip(sheet.legend, places) {
        let box = Box(x: place.x, y: place.y - 7, width: SheetWriter.sample.width, height: SheetWriter.sample.height)
        entry.sample(&canvas, box)
        canvas.text(entry.word, x: box.right + 6, y: place.y + 3.5, .init(size: 10))
      }
    }
  }
}
