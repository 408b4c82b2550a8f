extension RegionHistory {
  /// The last list again, for finding the codes of regions that another list gives by name only.
  var lastList: RegionObservation? {
    guard let lastDate else { return nil }
    var list = RegionObservation(date: lastDate, year: lastYear, source: RegionSource(id: "", locator: ""))
    for period in periods where period.goesOn(after: lastDate) {
      list.places[period.municipality, default: []].insert(.init(region: period.region, part: period.part))
    }
    for region in regions where region.until == nil { list.names[region.id] = region.name }
    return list
  }

  /// Gives regions that had no code yet those of a first list with codes.
  mutating func adoptCodes(of list: RegionObservation) {
    guard let last = lastList, !regions.isEmpty, regions.allSatisfy(\.isWithoutCode),
      !list.names.keys.contains(where: { $0.hasPrefix("region-") })
    else { return }
    var codes: [String: String] = [:]
    for (id, name) in last.names { codes[id] = RegionCoding.code(of: id, called: name, in: last, from: list) }
    guard Set(codes.values).count == codes.count else { return }
    recode(codes)
  }
}

extension RegionEntry {
  /// Known by name only.
  var isWithoutCode: Bool { id.hasPrefix("region-") }
}
