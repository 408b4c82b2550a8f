/// How much room the texts of one column want.
struct ColumnMeasure: Equatable {
  /// The width at which no text is wrapped.
  let natural: Int
  /// The width below which words would be broken.
  let narrowest: Int

  /// A word longer than this may be broken to make room for other columns.
  private static let longestWhole = 24
  /// Rows higher than this many lines read worse than records.
  private static let highestRow = 8

  /// Measures texts. O(length).
  init(of texts: [String]) {
    var natural = 0
    var word = 0
    for text in texts {
      for line in text.split(separator: "\n") {
        natural = max(natural, DisplayWidth.of(line))
        for part in line.split(separator: " ") { word = max(word, DisplayWidth.of(part)) }
      }
    }
    self.init(natural: natural, narrowest: min(word, ColumnMeasure.longestWhole))
  }

  init(natural: Int, narrowest: Int) {
    self.natural = natural
    // A continuation line is indented by two.
    self.narrowest = narrowest == natural ? natural : min(natural, narrowest + 2)
  }

  /// The width at which the longest text fills about this many lines.
  private func width(inLines lines: Int) -> Int {
    max(narrowest, min(natural, (natural + 2 * lines) / lines))
  }

  /// Shares the available columns: the lowest rows are found for which all columns fit, then what is left goes to the columns that
  /// are wrapped.
  ///
  /// - Returns: nil when even the highest acceptable rows leave too little room.
  static func fit(_ measures: [ColumnMeasure], into available: Int) -> [Int]? {
    let natural = measures.map(\.natural)
    if natural.reduce(0, +) <= available { return natural }
    for lines in 2...highestRow {
      let widths = measures.map { $0.width(inLines: lines) }
      let spare = available - widths.reduce(0, +)
      if spare >= 0 { return widened(widths, to: natural, by: spare) }
    }
    return nil
  }

  /// Gives the spare columns first to texts that then need no wrapping, the cheapest first, and the rest to the others.
  private static func widened(_ widths: [Int], to natural: [Int], by spare: Int) -> [Int] {
    var widths = widths
    var spare = spare
    let byWant = widths.indices.sorted { (natural[$0] - widths[$0], $0) < (natural[$1] - widths[$1], $1) }
    for (place, column) in byWant.enumerated() {
      let isWhole = natural[column] - widths[column] <= spare
      let share = isWhole ? natural[column] - widths[column] : spare / (byWant.count - place)
      widths[column] += share
      spare -= share
    }
    return widths
  }
}
