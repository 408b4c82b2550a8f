/// What is drawn on a sheet, as elements of SVG: the only place that writes them.
struct SVGCanvas {
  private(set) var output = OutputBuffer()

  /// Where a text is held at its place.
  enum Anchor: String {
    case start, middle, end
  }

  /// How a text looks.
  struct Ink {
    var size = 10.0
    var colour = "#000000"
    var isBold = false
    var isItalic = false
    /// A white rim, so that lines below stay off the letters.
    var hasRim = false

    fileprivate var attributes: String {
      " font-size=\"\(SVGNumber(size))\" fill=\"\(colour)\"" + (isBold ? " font-weight=\"bold\"" : "")
        + (isItalic ? " font-style=\"italic\"" : "")
        + (hasRim ? " stroke=\"#FFFFFF\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"" : "")
    }
  }

  /// The start of a drawing of that size.
  mutating func open(width: Double, height: Double, title: String, language: Language) {
    output.writeLine(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(SVGNumber(width)) \(SVGNumber(height))\" "
        + "width=\"\(SVGNumber(width))\" height=\"\(SVGNumber(height))\" lang=\"\(language.rawValue)\" role=\"img\" "
        + "aria-label=\"\(XMLText.escaped(VisibleText.oneLine(title)))\" "
        + "font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\">")
    output.writeLine("<title>\(XMLText.escaped(title))</title>")
    output.writeLine("<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>")
  }

  mutating func close() { output.writeLine("</svg>") }

  /// Draws what follows as one thing, with the text that a pointer shows, perhaps moved, perhaps leading to an address.
  mutating func group(
    _ classes: [String] = [], identifier: String? = nil, tooltip: String? = nil, url: String? = nil,
    moved: Point? = nil, _ draw: (inout SVGCanvas) -> Void
  ) {
    let names = classes.map { name in String(name.map { $0.isWhitespace ? "-" : $0 }) }.joined(separator: " ")
    var attributes = names.isEmpty ? "" : " class=\"\(XMLText.escaped(names))\""
    if let identifier { attributes += " data-id=\"\(XMLText.escaped(VisibleText.oneLine(identifier)))\"" }
    if let moved { attributes += " transform=\"translate(\(SVGNumber(moved.x)) \(SVGNumber(moved.y)))\"" }
    output.writeLine("<g\(attributes)>")
    if let tooltip { output.writeLine("<title>\(XMLText.escaped(VisibleText.lines(tooltip)))</title>") }
    if let url { output.writeLine("<a href=\"\(XMLText.escaped(url))\">") }
    draw(&self)
    if url != nil { output.writeLine("</a>") }
    output.writeLine("</g>")
  }

  /// One line of text with its baseline at `y`.
  mutating func text(_ line: String, x: Double, y: Double, _ ink: Ink = Ink(), anchor: Anchor = .start) {
    let held = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    output.writeLine(
      "<text x=\"\(SVGNumber(x))\" y=\"\(SVGNumber(y))\"\(ink.attributes)\(held)>\(XMLText.escaped(line))</text>")
  }

  /// One line of text that rises to the right from its place.
  mutating func slanted(_ line: String, x: Double, y: Double, _ ink: Ink = Ink()) {
    let (x, y) = (SVGNumber(x), SVGNumber(y))
    output.writeLine(
      "<text x=\"\(x)\" y=\"\(y)\" transform=\"rotate(-55 \(x) \(y))\"\(ink.attributes)>\(XMLText.escaped(line))</text>"
    )
  }

  /// Lines of text below each other, in the middle of a box.
  mutating func text(_ lines: [String], in box: Box, _ ink: Ink = Ink(), leading: Double = 1.2) {
    let first = box.middle.y - Double(lines.count - 1) / 2 * ink.size * leading + ink.size * 0.36
    for (place, line) in lines.enumerated() {
      text(line, x: box.middle.x, y: first + Double(place) * ink.size * leading, ink, anchor: .middle)
    }
  }

  mutating func rectangle(_ box: Box, fill: String, _ stroke: Stroke? = nil, radius: Double = 0) {
    let round = radius > 0 ? " rx=\"\(SVGNumber(radius))\"" : ""
    output.writeLine(
      "<rect x=\"\(SVGNumber(box.x))\" y=\"\(SVGNumber(box.y))\" width=\"\(SVGNumber(box.width))\" "
        + "height=\"\(SVGNumber(box.height))\"\(round) fill=\"\(fill)\"\(stroke?.attributes ?? "")/>")
  }

  mutating func circle(_ middle: Point, radius: Double, fill: String, _ stroke: Stroke? = nil) {
    output.writeLine(
      "<circle cx=\"\(SVGNumber(middle.x))\" cy=\"\(SVGNumber(middle.y))\" r=\"\(SVGNumber(radius))\" fill=\"\(fill)\""
        + "\(stroke?.attributes ?? "")/>")
  }

  mutating func line(_ from: Point, _ to: Point, _ stroke: Stroke) { path(SVGPath().move(from).line(to), stroke) }

  mutating func path(
    _ path: SVGPath, _ stroke: Stroke?, fill: String = "none", opacity: Double = 1, isEvenOdd: Bool = false
  ) {
    let rule = isEvenOdd ? " fill-rule=\"evenodd\"" : ""
    let faded = opacity < 1 ? " opacity=\"\(SVGNumber(opacity))\"" : ""
    output.writeLine("<path d=\"\(path.text)\" fill=\"\(fill)\"\(rule)\(stroke?.attributes ?? "")\(faded)/>")
  }
}

/// The way of a line.
struct SVGPath {
  var text = ""

  func move(_ point: Point) -> SVGPath { adding("M", [point]) }

  func line(_ point: Point) -> SVGPath { adding("L", [point]) }

  func curve(_ first: Point, _ second: Point, _ end: Point) -> SVGPath { adding("C", [first, second, end]) }

  func closed() -> SVGPath { SVGPath(text: text + "Z") }

  /// A closed shape with straight sides.
  static func polygon(_ points: [Point]) -> SVGPath {
    guard let first = points.first else { return SVGPath() }
    return points.dropFirst().reduce(SVGPath().move(first)) { $0.line($1) }.closed()
  }

  private func adding(_ command: String, _ points: [Point]) -> SVGPath {
    SVGPath(text: text + command + points.map { "\(SVGNumber($0.x)) \(SVGNumber($0.y))" }.joined(separator: " "))
  }
}
