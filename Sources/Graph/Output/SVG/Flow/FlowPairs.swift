/// Two divisions as a flow shows them: which regions share how many municipalities.
struct FlowPairs {
  /// Two regions and the number of municipalities in both.
  struct Pair {
    let left, right: Int
    var count: Int
    /// One of the two lies within the other: nothing is out of step.
    var isNested = false
  }

  let left, right: [String]
  private(set) var pairs: [Pair]
  /// How many municipalities each region has here.
  let leftCounts, rightCounts: [Int]

  private static let mostRegions = 80

  /// Counts the rows of a table: a municipality once per pair of regions.
  ///
  /// - Throws: `OutputError` when there are more regions than fit one page.
  init(_ rows: [(node: Value, left: String, right: String)]) throws(OutputError) {
    var known: Set<[Value]> = []
    let rows = rows.filter { known.insert([$0.node, .string($0.left), .string($0.right)]).inserted }
    let names = FlowPairs.distinct(rows.map(\.left))
    let others = FlowPairs.distinct(rows.map(\.right))
    try DrawingLimits.check(max(names.count, others.count), most: FlowPairs.mostRegions, "regions")
    let leftPlaces = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    let rightPlaces = Dictionary(others.enumerated().map { ($1, $0) }) { first, _ in first }
    var counts: [[Int]: Int] = [:]
    for row in rows { counts[[leftPlaces[row.left] ?? 0, rightPlaces[row.right] ?? 0], default: 0] += 1 }
    let order = FlowPairs.order(counts, right: others.count)
    left = names
    right = order.map { others[$0] }
    let newPlace = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
    pairs = counts.map { Pair(left: $0[0], right: newPlace[$0[1]] ?? 0, count: $1) }
      .sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    let found = pairs
    leftCounts = names.indices.map { place in found.filter { $0.left == place }.reduce(0) { $0 + $1.count } }
    rightCounts = others.indices.map { place in found.filter { $0.right == place }.reduce(0) { $0 + $1.count } }
    for place in pairs.indices {
      let pair = pairs[place]
      pairs[place].isNested = pair.count == leftCounts[pair.left] || pair.count == rightCounts[pair.right]
    }
  }

  /// Regions at the right stand where most of theirs are at the left.
  private static func order(_ counts: [[Int]: Int], right: Int) -> [Int] {
    let means = (0..<right).map { place -> Double in
      let own = counts.filter { $0.key[1] == place }
      let total = own.reduce(0) { $0 + $1.value }
      return Double(own.reduce(0) { $0 + $1.key[0] * $1.value }) / Double(max(1, total))
    }
    return (0..<right).sorted { (means[$0], $0) < (means[$1], $1) }
  }

  private static func distinct(_ names: [String]) -> [String] {
    var known: Set<String> = []
    return names.filter { known.insert($0).inserted }
  }
}
