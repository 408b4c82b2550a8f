/// Years as a section writes them: `2012-2016 2018`.
struct YearRanges: Equatable {
  private(set) var ranges: [ClosedRange<Int>] = []

  init(_ year: Int) { ranges = [year...year] }

  /// The years at the end of a section, and what stands before them.
  static func reading(_ section: String) -> (locator: String, years: YearRanges) {
    var words = section.split(separator: " ").map(String.init)
    var years = YearRanges()
    while let word = words.last, let range = range(word) {
      years.ranges.insert(range, at: 0)
      words.removeLast()
    }
    return (words.joined(separator: " "), years)
  }

  private init() {}

  private static func range(_ word: String) -> ClosedRange<Int>? {
    let numbers = word.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(numbers.count), numbers.allSatisfy({ $0.utf8.count == 4 }),
      let first = Int(numbers[0]), let last = Int(numbers[numbers.count - 1]), first <= last
    else { return nil }
    return first...last
  }

  /// The last year, nil when there is none.
  var last: Int? { ranges.last?.upperBound }

  /// Whether it is one year only.
  var isSingle: Bool { ranges.count == 1 && ranges[0].count == 1 }

  /// Adds a year behind the others.
  mutating func add(_ year: Int) {
    guard let range = ranges.last, year - range.upperBound <= 1 else { return ranges.append(year...year) }
    ranges[ranges.count - 1] = range.lowerBound...max(year, range.upperBound)
  }

  /// As a section writes it.
  var text: String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
  }
}
