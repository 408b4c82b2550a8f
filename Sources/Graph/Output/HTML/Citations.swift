/// The passages that the tables of a page rest on, numbered by source and within it: `2.3` is the third passage of source 2.
struct Citations {
  /// A source with the passages of it that were cited.
  struct Source {
    let identifier: String
    var passages: [Passage] = []
  }

  /// A place in a source with what it claims.
  struct Passage {
    /// The locator, such as `§5`; nil when none is recorded.
    let section: String?
    var claims: [Claim] = []
  }

  /// The sources in the order they were first cited.
  private(set) var sources: [Source] = []
  private var places: [String: Place] = [:]
  private var numbers: [String: Int] = [:]
  private var known: Set<String> = []
  private let reader: ClaimReader

  private struct Place: Comparable {
    let source, passage: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.source, left.passage) < (right.source, right.passage)
    }
  }

  init(_ context: OutputContext) { reader = ClaimReader(context) }

  /// Links to the passages that evidence rests on, in order. O(claims).
  mutating func marks(of evidence: [Evidence]) -> String {
    var cited: Set<String> = []
    var found: [Place] = []
    for claim in evidence.flatMap({ reader.claims(of: $0) }) {
      guard let place = place(of: claim) else { continue }
      if cited.insert("\(place)").inserted { found.append(place) }
    }
    return found.sorted().map { place in
      let (source, passage) = (place.source + 1, place.passage + 1)
      return "<a href=\"#p\(source)-\(passage)\">\(source).\(passage)</a>"
    }.joined(separator: " ")
  }

  /// How many claims were cited, by certainty.
  var counts: [(certainty: String?, count: Int)] {
    var counts: [(certainty: String?, count: Int)] = []
    for claim in sources.flatMap(\.passages).flatMap(\.claims) {
      if let place = counts.firstIndex(where: { $0.certainty == claim.certainty }) {
        counts[place].count += 1
      } else {
        counts.append((claim.certainty, 1))
      }
    }
    return counts.sorted { $0.count > $1.count }
  }

  private mutating func place(of claim: Claim) -> Place? {
    guard let identifier = claim.sourceIdentifier else { return nil }
    let key = "\(identifier)\u{0}\(claim.section ?? "")"
    let place = places[key] ?? newPlace(identifier, claim.section)
    places[key] = place
    if known.insert("\(key)\u{0}\(claim.kind) \(claim.identifier)").inserted {
      sources[place.source].passages[place.passage].claims.append(claim)
    }
    return place
  }

  private mutating func newPlace(_ identifier: String, _ section: String?) -> Place {
    let source = numbers[identifier] ?? sources.count
    if source == sources.count {
      sources.append(Source(identifier: identifier))
      numbers[identifier] = source
    }
    sources[source].passages.append(Passage(section: section))
    return Place(source: source, passage: sources[source].passages.count - 1)
  }
}
