/// What a cell of a matrix shows without words: a sign, a fill and a border that differ in colour and in grey alike.
enum CellMark: Hashable {
  /// There: fulfilled, yes, a standing seat.
  case full
  /// There in part: partly, by invitation, as adviser.
  case half
  /// Only proposed.
  case proposed
  /// It ought to be there and is not.
  case gap
  /// It is not there, and the list is complete; nothing demands it.
  case absent
  /// Nothing is recorded, and no list says that there is nothing.
  case unrecorded
  /// It does not apply.
  case notApplicable
  /// A number, as tenths of the largest.
  case amount(Int)

  /// The mark of an identifier of the vocabulary, nil for any other text.
  init?(_ value: String) {
    switch value {
    case "fulfilled", "yes", "standing", "joint", "delegate": self = .full
    case "partly", "by_invitation", "invitation", "adviser", "possibly": self = .half
    case "proposed": self = .proposed
    case "gap", "denied": self = .gap
    case "no": self = .absent
    case "not_recorded", "none", "unknown": self = .unrecorded
    case "not_applicable": self = .notApplicable
    default: return nil
    }
  }

  /// The stronger of two marks in one cell.
  func or(_ other: CellMark) -> CellMark { rank <= other.rank ? self : other }

  /// The place in a legend, and of a mark among those of one cell.
  var rank: Int {
    switch self {
    case .full: 0
    case .half: 1
    case .proposed: 2
    case .gap: 3
    case .absent: 4
    case .unrecorded: 5
    case .notApplicable: 6
    case .amount: 7
    }
  }

  /// For style sheets.
  var name: String {
    switch self {
    case .full: "full"
    case .half: "half"
    case .proposed: "proposed"
    case .gap: "gap"
    case .absent: "absent"
    case .unrecorded: "unrecorded"
    case .notApplicable: "not-applicable"
    case .amount(let tenths): "amount-\(tenths)"
    }
  }

  /// The sign as a letter, for tables of text; a number needs none.
  var letter: String {
    switch self {
    case .full: "●"
    case .half: "◐"
    case .proposed: "○"
    case .gap: "✕"
    case .absent: "–"
    case .unrecorded: "?"
    case .notApplicable: "·"
    case .amount: ""
    }
  }

  /// The colour of the cell.
  var fill: String {
    switch self {
    case .full: "#BFE5D9"
    case .half: "#FAE3B3"
    case .gap, .proposed, .absent, .unrecorded: "#FFFFFF"
    case .notApplicable: "#EBEBEB"
    case .amount(let tenths): tenths == 0 ? "#FFFFFF" : Shade.mixed("#0072B2", withWhite: 0.88 - Double(tenths) * 0.045)
    }
  }

  /// The border of the cell.
  var stroke: Stroke {
    switch self {
    case .gap: Stroke(colour: LineLook.missing.colour, width: 1.8, style: "dashed")
    case .unrecorded: Stroke(colour: "#707070", width: 1, style: "dotted")
    case .proposed: Stroke(colour: "#A0A0A0", width: 1)
    default: Stroke(colour: "#8C8C8C", width: 0.7)
    }
  }

  /// Draws the sign round a middle.
  func drawSign(at middle: Point, _ canvas: inout SVGCanvas) {
    let radius = 5.0
    let black = Stroke(colour: "#222222", width: 1.2)
    switch self {
    case .full: canvas.circle(middle, radius: radius, fill: "#222222")
    case .half:
      canvas.circle(middle, radius: radius, fill: "#FFFFFF", black)
      canvas.path(SVGPath.half(at: middle, radius: radius), nil, fill: "#222222")
    case .proposed: canvas.circle(middle, radius: radius, fill: "#FFFFFF", Stroke(colour: "#A0A0A0", width: 1.4))
    case .gap: drawCross(middle, &canvas)
    case .absent:
      canvas.line(
        Point(x: middle.x - 4, y: middle.y), Point(x: middle.x + 4, y: middle.y), Stroke(colour: "#444444", width: 1.4))
    case .unrecorded:
      canvas.text("?", x: middle.x, y: middle.y + 4, .init(size: 11, colour: "#555555"), anchor: .middle)
    case .notApplicable: canvas.circle(middle, radius: 1.4, fill: "#777777")
    case .amount: break
    }
  }

  private func drawCross(_ middle: Point, _ canvas: inout SVGCanvas) {
    let stroke = Stroke(colour: LineLook.missing.colour, width: 2.4)
    for side in [-1.0, 1.0] {
      canvas.line(
        Point(x: middle.x - 4.5, y: middle.y - 4.5 * side), Point(x: middle.x + 4.5, y: middle.y + 4.5 * side), stroke)
    }
  }
}

extension SVGPath {
  /// The left half of a circle.
  static func half(at middle: Point, radius: Double) -> SVGPath {
    let (top, bottom) = (Point(x: middle.x, y: middle.y - radius), Point(x: middle.x, y: middle.y + radius))
    let (reach, left) = (radius * 0.5523, middle.x - radius)
    return SVGPath().move(top)
      .curve(Point(x: middle.x - reach, y: top.y), Point(x: left, y: middle.y - reach), Point(x: left, y: middle.y))
      .curve(Point(x: left, y: middle.y + reach), Point(x: middle.x - reach, y: bottom.y), bottom).closed()
  }
}
