/// The bands of a picture in layers, from below: parties, forums by level, what is decided at the top.
struct LevelBands {
  private let context: OutputContext

  private static let matters = [
    "Plan", "Theme", "Task", "Issue", "Domain", "Law", "Duty", "Process", "Pilot", "Sector", "Indicator",
  ]
  private static let scales = ["local", "sub_regional", "regional", "supra_regional", "provincial", "national"]

  init(_ context: OutputContext) { self.context = context }

  private static let parties = 0
  /// The band of forums of which no level is recorded.
  static let unrecorded = 1
  private static let firstLevel = 2
  private static let matter = firstLevel + LineWeight.levels.count

  /// The number of the band of a node, from below.
  func band(of node: PictureNode) -> Int {
    if node.classes.contains(where: LevelBands.matters.contains) { return LevelBands.matter }
    if let level = text("level", of: node), let rank = LineWeight.levels.firstIndex(of: level) {
      return LevelBands.firstLevel + rank
    }
    return node.classes.contains { ["Forum", "Team"].contains($0) } ? LevelBands.unrecorded : LevelBands.parties
  }

  /// What a band is called.
  func name(of band: Int) -> String {
    switch band {
    case LevelBands.parties: context.wording.parties
    case LevelBands.unrecorded: context.wording.levelUnrecorded
    case LevelBands.matter: context.wording.decidedOn
    default: context.options.words.word(LineWeight.levels[band - LevelBands.firstLevel], column: "level")
    }
  }

  /// The place of a node among those of its band: by scale, from local to national, unknown last.
  func rank(of node: PictureNode) -> Int {
    text("scale", of: node).flatMap(LevelBands.scales.firstIndex) ?? LevelBands.scales.count
  }

  /// What a node says below its name: its scale and what it may do.
  func note(of node: PictureNode) -> String {
    let words = ["scale", "authority"].compactMap { key in
      text(key, of: node).flatMap { $0 == "unknown" ? nil : context.options.words.word($0, column: key) }
    }
    return words.joined(separator: " · ")
  }

  private func text(_ key: String, of node: PictureNode) -> String? {
    guard let found = context.graph.node(identifier: node.identifier),
      case .string(let text) = context.graph.property(key, of: found)
    else { return nil }
    return text
  }
}
