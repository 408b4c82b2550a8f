/// Gives regions without a code the code they have in another list.
enum RegionCoding {
  /// Codes from the next list that has codes, else from the one before; without either, ids made of the names.
  static func code(_ observations: [RegionObservation], division: String) -> [RegionObservation] {
    var coded = observations
    for place in coded.indices where !coded[place].isCoded {
      let other = coded[(place + 1)...].first(where: \.isCoded) ?? coded[..<place].last(where: \.isCoded)
      coded[place] = coded[place].renamed { region, name in
        other.flatMap { code(of: region, called: name, in: coded[place], from: $0) } ?? id(division, name)
      }
    }
    return coded
  }

  /// The id of a region that has no code anywhere.
  static func id(_ division: String, _ name: String) -> String {
    "region-\(division.lowercased())-\(NameSpelling.slug(name))"
  }

  /// The code of the region with the same name, else of the one with the most municipalities in common.
  static func code(
    of region: String, called name: String, in list: RegionObservation, from other: RegionObservation
  ) -> String? {
    let wanted = NameSpelling.letters(name)
    let same = other.names.filter { NameSpelling.letters($0.value) == wanted }.map(\.key)
    if same.count == 1 { return same[0] }
    var common: [String: Int] = [:]
    for (municipality, places) in list.places where places.contains(where: { $0.region == region }) {
      for place in other.places[municipality] ?? [] { common[place.region, default: 0] += 1 }
    }
    return common.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}

extension RegionObservation {
  /// The same list with other ids for its regions without code.
  fileprivate func renamed(_ id: (_ region: String, _ name: String) -> String) -> RegionObservation {
    var ids: [String: String] = [:]
    for (region, name) in names { ids[region] = region.hasPrefix("~") ? id(region, name) : region }
    var renamed = self
    renamed.places = places.mapValues { Set($0.map { Place(region: ids[$0.region] ?? $0.region, part: $0.part) }) }
    renamed.names = [:]
    for region in names.keys.sorted() { renamed.names[ids[region] ?? region] = names[region] }
    renamed.pseudo = Set(pseudo.map { ids[$0] ?? $0 })
    return renamed
  }
}
