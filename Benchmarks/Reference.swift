/// The answers worked out with sets and loops, without the engine.
struct Reference {
  let landscape: SampleLandscape
  let pairs: [(Int, Int)]
  let routePairs: [(theme: Int, forum: Int)]
  private let forumsOf: [[Int]]
  private let partiesOf: [[Int]]

  init(_ landscape: SampleLandscape, pairs: [(Int, Int)], routePairs: [(theme: Int, forum: Int)]) {
    self.landscape = landscape
    self.pairs = pairs
    self.routePairs = routePairs
    var forumsOf = [[Int]](repeating: [], count: landscape.parties)
    var partiesOf = [[Int]](repeating: [], count: landscape.forumKinds.count)
    for seat in landscape.seats where forumsOf[seat.party].last != seat.forum {
      forumsOf[seat.party].append(seat.forum)
      partiesOf[seat.forum].append(seat.party)
    }
    self.forumsOf = forumsOf
    self.partiesOf = partiesOf
  }

  var links: [String] {
    pairs.enumerated().flatMap { number, pair -> [String] in
      let second = Set(forumsOf[pair.1])
      return pair.0 == pair.1 ? [] : forumsOf[pair.0].filter { second.contains($0) }.map { "\(number),f\($0)" }
    }
  }

  var chains: [String] {
    pairs.enumerated().map { number, pair in "\(number),\(chainLength(pair.0, pair.1))" }
  }

  private func chainLength(_ start: Int, _ end: Int) -> Int {
    var seen: Set<Int> = [start]
    var frontier = [start]
    for step in 1...4 {
      var next: [Int] = []
      for party in frontier {
        for forum in forumsOf[party] {
          for other in partiesOf[forum] where seen.insert(other).inserted { next.append(other) }
        }
      }
      if seen.contains(end) { return 2 * step }
      frontier = next
    }
    return -1
  }

  var overlaps: [String] {
    var size: [Int: Int] = [:]
    for regions in landscape.regionOf { for region in regions { size[region, default: 0] += 1 } }
    var rows: [String] = []
    for first in landscape.regionOf.indices {
      for second in landscape.regionOf.indices where second > first {
        var shared: [[Int]: Int] = [:]
        for (a, b) in zip(landscape.regionOf[first], landscape.regionOf[second]) { shared[[a, b], default: 0] += 1 }
        for (key, count) in shared {
          let equalities = (size[key[0]] == count ? 1 : 0) + (size[key[1]] == count ? 1 : 0)
          rows.append("r\(key[0]),r\(key[1]),\(count),\(equalities)")
        }
      }
    }
    return rows
  }

  var gaps: [String] {
    var board: [Int: Set<Int>] = [:]
    for seat in landscape.seats where landscape.forumKinds[seat.forum] == "OOGO" && seat.level == "bestuurlijk" {
      board[seat.party, default: []].insert(seat.forum)
    }
    return landscape.covers.filter { partnership, municipality in
      (board[landscape.municipalities + partnership] ?? []).isDisjoint(with: board[municipality] ?? [])
    }.map { "s\($0.partnership),m\($0.municipality)" }
  }

  var routes: [String] {
    let deciding = Set(landscape.seats.filter { $0.mandate == "decide" }.map(\.forum))
    var byTheme: [Int: Set<Int>] = [:]
    for (forum, theme) in landscape.handles where deciding.contains(forum) { byTheme[theme, default: []].insert(forum) }
    var next: [[Int]] = Array(repeating: [], count: landscape.forumKinds.count)
    for link in landscape.forumLinks where link.type != "REPORTS_TO" { next[link.from].append(link.to) }
    return routePairs.enumerated().map { number, pair in
      let targets = byTheme[pair.theme] ?? []
      return "\(number),\(targets.count),\(distance(from: pair.forum, to: targets, next))"
    }
  }

  private func distance(from start: Int, to targets: Set<Int>, _ next: [[Int]]) -> Int {
    var seen: Set<Int> = [start]
    var frontier = [start]
    var length = 0
    while !frontier.isEmpty && length <= 30 {
      if frontier.contains(where: { targets.contains($0) }) { return length }
      frontier = frontier.flatMap { next[$0] }.filter { seen.insert($0).inserted }
      length += 1
    }
    return -1
  }

  var onlyLinks: [String] {
    var counts = [Int](repeating: 0, count: partiesOf.count)
    var shared = [Int](repeating: 0, count: landscape.parties)
    var forum = [Int](repeating: 0, count: landscape.parties)
    for party in 0..<landscape.parties {
      var others: [Int] = []
      for place in forumsOf[party] {
        for other in partiesOf[place] where other > party {
          if shared[other] == 0 { others.append(other) }
          shared[other] += 1
          forum[other] = place
        }
      }
      for other in others {
        if shared[other] == 1 { counts[forum[other]] += 1 }
        shared[other] = 0
      }
    }
    return counts.enumerated().filter { $0.element > 0 }.map { "f\($0.offset),\($0.element)" }
  }

  var contained: [String] {
    var rows: [String] = []
    var count = [Int](repeating: 0, count: partiesOf.count)
    for (forum, parties) in partiesOf.enumerated() {
      var others: [Int] = []
      for party in parties {
        for other in forumsOf[party] where other != forum {
          if count[other] == 0 { others.append(other) }
          count[other] += 1
        }
      }
      for other in others {
        if count[other] == parties.count { rows.append("f\(forum),f\(other)") }
        count[other] = 0
      }
    }
    return rows
  }

  var pattern: [String] {
    let (rmc, jobs) = (landscape.regionOf[1], landscape.regionOf[2])
    var inside: [Int: [Int]] = [:]
    for (municipality, region) in rmc.enumerated() { inside[region, default: []].append(municipality) }
    return inside.compactMap { region, members in
      let apart = members.filter { b in members.contains { a in a != b && jobs[a] != jobs[b] } }
      return apart.isEmpty ? nil : "RMC \(region),\(apart.count)"
    }
  }
}
