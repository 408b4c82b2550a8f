/// A made-up country: municipalities in eight divisions, partnerships, organisations, forums with seats, themes, laws.
///
/// Scale 1 has about the size of the Netherlands: 342 municipalities, 151 partnerships, 1,500 organisations, 2,500 forums,
/// 25,000 seats. Everything grows with the scale; neighbourhoods do not.
struct SampleLandscape {
  /// A seat of a party in a forum.
  struct Seat {
    var party: Int
    var forum: Int
    var level: String
    var mandate: String
  }

  static let divisions = [
    ("Province", 12), ("RMC", 39), ("JobMarket", 35), ("Youth", 42), ("GGD", 25), ("Safety", 25), ("CareOffice", 31),
    ("COROP", 40),
  ]

  let municipalities: Int
  let partnerships: Int
  let organisations: Int
  let themes: Int
  /// The first region of each division, with one entry more.
  let firstRegion: [Int]
  /// By division and municipality: the region.
  private(set) var regionOf: [[Int]] = []
  /// Partnership and municipality.
  private(set) var covers: [(partnership: Int, municipality: Int)] = []
  private(set) var forumKinds: [String] = []
  private(set) var seats: [Seat] = []
  private(set) var handles: [(forum: Int, theme: Int)] = []
  private(set) var forumLinks: [(from: Int, to: Int, type: String)] = []
  let places: [Point]

  var parties: Int { municipalities + partnerships + organisations }

  /// Makes a landscape. O(scale).
  init(scale: Int, seed: UInt64) {
    var random = SplitMix(seed: seed)
    municipalities = 342 * scale
    partnerships = 151 * scale
    organisations = 1500 * scale
    themes = 60 * scale
    firstRegion = SampleLandscape.divisions.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.1 * scale) }
    let side = Double(scale).squareRoot()
    places = (0..<municipalities).map { _ in Point(x: random.fraction() * side, y: random.fraction() * side) }
    makeRegions(side, &random)
    makePartnerships(side, &random)
    makeForums(scale, side, &random)
  }

  private mutating func makeRegions(_ side: Double, _ random: inout SplitMix) {
    for (division, _) in SampleLandscape.divisions.enumerated() {
      let count = firstRegion[division + 1] - firstRegion[division]
      let centres = (0..<count).map { _ in Point(x: random.fraction() * side, y: random.fraction() * side) }
      let grid = PointGrid(centres, side: side)
      regionOf.append(places.map { firstRegion[division] + grid.nearest(to: $0, count: 1)[0] })
    }
  }

  private mutating func makePartnerships(_ side: Double, _ random: inout SplitMix) {
    let centres = (0..<partnerships).map { _ in Point(x: random.fraction() * side, y: random.fraction() * side) }
    let half = partnerships / 2
    for range in [0..<half, half..<partnerships] {
      let grid = PointGrid(Array(centres[range]), side: side)
      for (municipality, place) in places.enumerated() {
        let near = grid.nearest(to: place, count: 2)
        covers.append((range.lowerBound + near[0], municipality))
        if random.fraction() < 0.03 { covers.append((range.lowerBound + near[1], municipality)) }
      }
    }
    covers.sort { ($0.partnership, $0.municipality) < ($1.partnership, $1.municipality) }
  }
}

// MARK: - Forums

extension SampleLandscape {
  private mutating func makeForums(_ scale: Int, _ side: Double, _ random: inout SplitMix) {
    var members: [[Int]] = []
    addNational(6 * scale, to: &members, &random)
    addConsultations(to: &members, &random)
    addRegional(to: &members, &random)
    addLocal(2500 * scale - members.count, side, to: &members, &random)
    var kept = Set<Int>()
    for (forum, parties) in members.enumerated() {
      kept.removeAll(keepingCapacity: true)
      for party in parties where kept.insert(party).inserted {
        addSeat(party, forum, &random)
        if random.fraction() < 0.02 { addSeat(party, forum, &random) }
      }
    }
    seats.sort { ($0.party, $0.forum, $0.level) < ($1.party, $1.forum, $1.level) }
    makeLinks(&random)
  }

  private mutating func addNational(_ count: Int, to members: inout [[Int]], _ random: inout SplitMix) {
    for _ in 0..<count {
      forumKinds.append("NAT")
      members.append((0..<40).map { _ in random.index(parties) })
    }
  }

  /// A partnership with most of its municipalities.
  private mutating func addConsultations(to members: inout [[Int]], _ random: inout SplitMix) {
    var area: [[Int]] = Array(repeating: [], count: partnerships)
    for (partnership, municipality) in covers { area[partnership].append(municipality) }
    for partnership in 0..<partnerships where random.fraction() < 0.85 {
      forumKinds.append("OOGO")
      members.append([municipalities + partnership] + area[partnership].filter { _ in random.fraction() < 0.9 })
    }
  }

  /// A board and a table for every region.
  private mutating func addRegional(to members: inout [[Int]], _ random: inout SplitMix) {
    for (division, regions) in regionOf.enumerated() {
      var inside: [[Int]] = Array(repeating: [], count: firstRegion[division + 1] - firstRegion[division])
      for (municipality, region) in regions.enumerated() {
        inside[region - firstRegion[division]].append(municipality)
      }
      for municipalitiesInside in inside {
        for (kind, share) in [("BOARD", 0.95), ("TABLE", 0.8)] {
          forumKinds.append(kind)
          members.append(
            municipalitiesInside.filter { _ in random.fraction() < share }
              + (0..<4).map { _ in municipalities + partnerships + random.index(organisations) })
        }
      }
    }
  }

  /// Working groups of neighbours and organisations.
  private mutating func addLocal(
    _ count: Int, _ side: Double, to members: inout [[Int]], _ random: inout SplitMix
  ) {
    let grid = PointGrid(places, side: side)
    for number in 0..<max(0, count) {
      forumKinds.append(number % 4 == 0 ? "LEA" : "WG")
      let place = Point(x: random.fraction() * side, y: random.fraction() * side)
      let near = grid.nearest(to: place, count: 2 + random.index(4))
      let block = random.index(max(1, organisations / 30))
      members.append(
        near
          + (0..<(3 + random.index(8))).map { _ in
            municipalities + partnerships + min(organisations - 1, block * 30 + random.index(30))
          })
    }
  }

  private mutating func addSeat(_ party: Int, _ forum: Int, _ random: inout SplitMix) {
    let levels = ["bestuurlijk", "ambtelijk", "uitvoerend"]
    let mandates = ["decide", "agree", "advise", "prepare", "none"]
    let isBoard = ["OOGO", "BOARD"].contains(forumKinds[forum])
    let level = isBoard && random.fraction() < 0.85 ? levels[0] : levels[random.index(3)]
    let mandate = forumKinds[forum] == "BOARD" && random.fraction() < 0.6 ? mandates[0] : mandates[random.index(5)]
    seats.append(Seat(party: party, forum: forum, level: level, mandate: mandate))
  }

  /// Themes, and links that lead to forums with a lower number: no cycles.
  private mutating func makeLinks(_ random: inout SplitMix) {
    for forum in forumKinds.indices {
      var own: Set<Int> = []
      for _ in 0..<(1 + random.index(3)) {
        let theme = random.index(themes)
        if own.insert(theme).inserted { handles.append((forum, theme)) }
      }
      guard forum > 0 else { continue }
      for type in ["PREPARES_FOR", "ADVISES", "REPORTS_TO"] where random.fraction() < 0.45 {
        forumLinks.append((forum, max(0, forum - 1 - random.index(min(forum, 400))), type))
      }
    }
  }
}
