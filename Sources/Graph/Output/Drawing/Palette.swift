/// Colours that colour-blind readers tell apart (Okabe and Ito, 2008), each in five patterns.
///
/// The black of the original is grey here, so that text can stand on it.
enum Palette {
  private static let colours = [
    "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#CC79A7", "#D55E00", "#0072B2", "#BBBBBB",
  ]
  private static let patternCount = 5

  /// The look of a box by colour (0 to 7) and pattern; both begin anew past the last.
  static func look(colour: Int, pattern: Int) -> NodeLook {
    let fill = colours[colour % colours.count]
    let fontColour = fill == "#0072B2" ? "#FFFFFF" : "#000000"
    switch pattern % patternCount {
    case 1: return NodeLook(style: "striped", fill: "\(fill):#FFFFFF;0.06", fontColour: fontColour)
    case 2: return NodeLook(style: "striped", fill: "#FFFFFF;0.06:\(fill)", fontColour: fontColour)
    case 3: return NodeLook(style: "striped", fill: "#FFFFFF;0.06:\(fill):#FFFFFF;0.06", fontColour: fontColour)
    case 4: return NodeLook(style: "striped", fill: "#222222;0.06:\(fill)", fontColour: fontColour)
    default: return NodeLook(style: "filled", fill: fill, fontColour: fontColour)
    }
  }

  /// Gives each value a look. Values that occur in one group get different colours as far as there are colours; values that
  /// share a colour differ in pattern. O(values² in the worst case).
  ///
  /// - Parameters:
  ///   - values: the distinct values in order.
  ///   - groups: the values that stand together, per group.
  static func looks(for values: [String], groups: [Set<String>]) -> [String: NodeLook] {
    var colourOf: [String: Int] = [:]
    var uses = [Int](repeating: 0, count: colours.count)
    var looks: [String: NodeLook] = [:]
    for value in values {
      let companions = groups.lazy.filter { $0.contains(value) }.flatMap { $0 }
      let taken = Set(companions.compactMap { colourOf[$0] })
      let free = colours.indices.filter { !taken.contains($0) }
      let colour = (free.isEmpty ? Array(colours.indices) : free).min { uses[$0] < uses[$1] } ?? 0
      looks[value] = look(colour: colour, pattern: uses[colour])
      colourOf[value] = colour
      uses[colour] += 1
    }
    return looks
  }
}
