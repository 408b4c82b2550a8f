import Graph

/// The pairs that the work is done for: a thousand of parties, a thousand of a theme and a forum.
struct RandomPairs {
  let links: [(Int, Int)]
  let routes: [(theme: Int, forum: Int)]
  private let sample: SampleLandscape

  init(_ sample: SampleLandscape, seed: UInt64) {
    self.sample = sample
    var random = SplitMix(seed: seed &+ 99)
    links = (0..<1000).map { _ in (random.index(sample.parties), random.index(sample.parties)) }
      .map { $0.0 == $0.1 ? ($0.0, ($0.1 + 1) % sample.parties) : $0 }
    routes = (0..<1000).map { _ in (random.index(sample.themes), random.index(sample.forumKinds.count)) }
  }

  /// For one statement over all pairs.
  var parameters: [String: Value] {
    ["pairs": list(ofEach: eachLink), "routes": list(ofEach: eachRoute)]
  }

  /// For a statement about one pair of parties.
  var eachLink: [[String: Value]] {
    links.map { ["a": .string(sample.partyName($0.0)), "b": .string(sample.partyName($0.1))] }
  }

  /// For a statement about one theme and forum.
  var eachRoute: [[String: Value]] { routes.map { ["t": .string("t\($0.theme)"), "f": .string("f\($0.forum)")] } }

  private func list(ofEach each: [[String: Value]]) -> Value {
    .list(
      each.enumerated().map { number, pair in
        let ends = pair.keys.sorted().map { (key: $0, value: pair[$0] ?? .null) }
        return .map(ValueMap([("i", .integer(Int64(number)))] + ends))
      })
  }
}
