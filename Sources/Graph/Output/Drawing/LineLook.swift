/// How a line shows the certainty of what it claims: stated solid, outside dotted, inferred dashed, proposed grey, disputed
/// red with a question mark.
struct LineLook: Hashable {
  let style: String
  let colour: String
  /// What is added to the line's label.
  let mark: String
  /// The place in a legend.
  let rank: Int
  /// The thickness in a legend.
  var penWidth = "1.5"

  /// What ought to be there, of which nothing is recorded.
  static let unrecorded = LineLook(style: "dotted", colour: "#707070", rank: 8)

  /// What ought to be there and is not.
  static let missing = LineLook(style: "dashed", colour: "#C40000", rank: 7)

  /// The thickness that stands for a level, in a legend.
  static func sample(width: String) -> LineLook {
    LineLook(style: "solid", colour: "#222222", rank: 6, penWidth: width)
  }

  /// The certainties, strong to weak.
  static let certainties = ["stated", "outside", "inferred", "disputed", "proposed"]

  /// The look of a certainty; without one (or with an unknown one) a thin line in the given style.
  init(certainty: String?, otherwise style: String = "solid") {
    switch certainty {
    case "stated": self.init(style: "solid", colour: "#222222", rank: 0)
    case "outside": self.init(style: "dotted", colour: "#222222", rank: 1)
    case "inferred": self.init(style: "dashed", colour: "#222222", rank: 2)
    case "disputed": self.init(style: "solid", colour: "#C40000", mark: "?", rank: 3)
    case "proposed": self.init(style: "solid", colour: "#A0A0A0", rank: 4)
    default: self.init(style: style, colour: "#707070", rank: 5)
    }
  }

  private init(style: String, colour: String, mark: String = "", rank: Int, penWidth: String = "1.5") {
    self.style = style
    self.colour = colour
    self.mark = mark
    self.rank = rank
    self.penWidth = penWidth
  }

  /// The stronger of two certainties.
  static func stronger(_ left: String, _ right: String) -> String {
    strength(left) <= strength(right) ? left : right
  }

  /// The weakest of several certainties, nil when there are none.
  static func weakest(_ certainties: [String]) -> String? { certainties.max { strength($0) < strength($1) } }

  private static func strength(_ certainty: String) -> Int {
    certainties.firstIndex(of: certainty) ?? certainties.count
  }
}
