/// What is known of one division: its regions and which municipality was in which, list after list.
///
/// Every list is taken in by the same rules, so that a table of many years and the same years one by one give the same.
struct RegionHistory {
  var division: RegionDivision
  private(set) var periods: [RegionPeriod]
  private(set) var regions: [RegionEntry]
  /// The day of the last list, nil before the first.
  private(set) var lastDate: CalendarDate?
  private(set) var lastYear = 0
  private(set) var changes: [RegionChange] = []

  private var places: [String: Int] = [:]

  init(division: RegionDivision, periods: [RegionPeriod] = [], regions: [RegionEntry] = []) {
    self.division = division
    self.periods = periods
    self.regions = regions
    lastDate = periods.map(\.observed).max()
    lastYear = periods.compactMap(\.years.last).max() ?? 0
    for (place, region) in regions.enumerated() { places[region.id] = place }
  }

  /// Takes in one list, later than those before.
  mutating func take(_ list: RegionObservation, _ municipalities: Municipalities) {
    var list = list
    let open = openPeriods()
    let carried = keepParts(&list, open, municipalities)
    takeRegions(list)
    takePeriods(list, RegionStep(open: open, carried: carried, municipalities: municipalities))
    (lastDate, lastYear) = (list.date, list.year)
  }

  /// Replaces ids of regions.
  mutating func recode(_ codes: [String: String]) {
    for place in periods.indices { periods[place].region = codes[periods[place].region] ?? periods[place].region }
    for place in regions.indices {
      guard let code = codes[regions[place].id] else { continue }
      regions[place].id = code
      regions[place].code = code
    }
    places = [:]
    for (place, region) in regions.enumerated() { places[region.id] = place }
  }

  /// The places of the periods that the next list may continue, by municipality.
  private func openPeriods() -> [String: [Int]] {
    guard let lastDate else { return [:] }
    var open: [String: [Int]] = [:]
    for (place, period) in periods.enumerated() where period.goesOn(after: lastDate) {
      open[period.municipality, default: []].append(place)
    }
    return open
  }
}

/// What taking in a list needs to know of the time before it.
struct RegionStep {
  /// The places of the periods that are open, by municipality.
  let open: [String: [Int]]
  /// The municipalities whose division by postcode goes on although the list does not give it.
  let carried: Set<String>
  let municipalities: Municipalities
}

// MARK: - Parts

extension RegionHistory {
  /// A list without any part that names only regions of a divided municipality is coarser, not different: its division goes
  /// on. Gives the municipalities concerned.
  private func keepParts(
    _ list: inout RegionObservation, _ open: [String: [Int]], _ municipalities: Municipalities
  ) -> Set<String> {
    guard lastDate != nil, !list.places.values.contains(where: { $0.contains { !$0.part.isEmpty } }) else { return [] }
    var carried: Set<String> = []
    for (municipality, now) in list.places {
      let known = open[municipality] ?? municipalities.renamed[municipality].flatMap { open[$0] } ?? []
      let before = Set(known.map { RegionObservation.Place(region: periods[$0].region, part: periods[$0].part) })
      guard before.contains(where: { !$0.part.isEmpty }),
        Set(now.map(\.region)).isSubset(of: Set(before.map(\.region)))
      else { continue }
      list.places[municipality] = before
      carried.insert(municipality)
    }
    return carried
  }
}

// MARK: - Regions

extension RegionHistory {
  private mutating func takeRegions(_ list: RegionObservation) {
    for id in list.names.keys.sorted() {
      let name = list.names[id] ?? id
      if let place = places[id] {
        takeAgain(place, name, list)
      } else {
        var region = RegionEntry(
          id: id, name: name, isPseudo: list.pseudo.contains(id), division: division, source: list.source.id)
        if lastDate != nil { region.from = list.date }
        places[id] = regions.count
        regions.append(region)
        if lastDate != nil { changes.append(.regionBegins(id, region.name, list.date)) }
      }
    }
    for place in regions.indices where regions[place].until == nil && list.names[regions[place].id] == nil {
      regions[place].until = list.date
      changes.append(.regionEnds(regions[place].id, regions[place].name, list.date))
    }
  }

  private mutating func takeAgain(_ place: Int, _ name: String, _ list: RegionObservation) {
    regions[place].until = nil
    regions[place].source = list.source.id
    guard division.hasOwnNames, regions[place].name != name else { return }
    changes.append(.regionIsRenamed(regions[place].id, from: regions[place].name, to: name, list.date))
    regions[place].rename(to: name)
  }
}

// MARK: - Periods

extension RegionHistory {
  private mutating func takePeriods(_ list: RegionObservation, _ step: RegionStep) {
    var begun: [RegionPeriod] = []
    var continued: Set<Int> = []
    for municipality in list.places.keys.sorted() {
      let open = step.open[municipality] ?? []
      for place in (list.places[municipality] ?? []).sorted(by: { ($0.region, $0.part) < ($1.region, $1.part) }) {
        if let known = open.first(where: { periods[$0].region == place.region && periods[$0].part == place.part }) {
          continued.insert(known)
          if !step.carried.contains(municipality) { confirm(known, list) }
        } else {
          begun.append(period(municipality, place, list, step))
        }
      }
    }
    let ended = step.open.values.flatMap { $0 }.filter { !continued.contains($0) }.sorted()
    for place in ended { end(place, list, begun, step.municipalities) }
    if lastDate != nil { changes += begun.map { .begins($0) } }
    periods += begun
  }

  private mutating func confirm(_ place: Int, _ list: RegionObservation) {
    periods[place].observed = list.date
    periods[place].source = list.source.id
    periods[place].locator = list.source.locator
    periods[place].years.add(list.year)
  }

  private func period(
    _ municipality: String, _ place: RegionObservation.Place, _ list: RegionObservation, _ step: RegionStep
  ) -> RegionPeriod {
    var period = RegionPeriod(
      municipality: municipality, region: place.region, part: place.part, from: list.date, observed: list.date,
      source: list.source.id, locator: list.source.locator, years: YearRanges(list.year))
    period.until = step.municipalities.until(municipality)
    if let day = ownFirstDay(municipality, place.region, list, step) { period.from = day }
    if step.carried.contains(municipality), let old = oldPeriod(municipality, place, step) {
      (period.observed, period.source, period.locator) = (old.observed, old.source, old.locator)
      if let year = old.years.last { period.years = YearRanges(year) }
    }
    return period
  }

  /// The day a municipality began, when that lies between two lists and nothing suggests that it was elsewhere first.
  private func ownFirstDay(
    _ municipality: String, _ region: String, _ list: RegionObservation, _ step: RegionStep
  ) -> CalendarDate? {
    guard let lastDate, let day = step.municipalities.from(municipality), lastDate < day, day <= list.date else {
      return nil
    }
    let predecessors = step.municipalities.predecessors[municipality] ?? []
    let before = predecessors.flatMap { step.open[$0] ?? [] }.map { periods[$0].region }
    return before.contains(region) || list.year - lastYear <= 1 ? day : nil
  }

  /// The same part under the municipality's old code.
  private func oldPeriod(
    _ municipality: String, _ place: RegionObservation.Place, _ step: RegionStep
  ) -> RegionPeriod? {
    let old = step.municipalities.renamed[municipality].flatMap { step.open[$0] } ?? []
    return old.map { periods[$0] }.first { $0.region == place.region && $0.part == place.part }
  }

  private mutating func end(
    _ place: Int, _ list: RegionObservation, _ begun: [RegionPeriod], _ municipalities: Municipalities
  ) {
    let municipality = periods[place].municipality
    if let day = municipalities.until(municipality), day <= list.date {
      periods[place].until = day
    } else {
      periods[place].until = list.date
      periods[place].endIsUnknown = list.year - lastYear > 1
    }
    if stoodAlone(place, list, begun) { periods[place].certainty = "disputed" }
    changes.append(.ends(periods[place]))
  }

  /// One list says it; the lists before and after, both from others, agree on another region.
  private func stoodAlone(_ place: Int, _ list: RegionObservation, _ begun: [RegionPeriod]) -> Bool {
    let period = periods[place]
    guard period.years.isSingle, period.part.isEmpty, let lastDate, period.observed == lastDate else { return false }
    let family = RegionSource(id: period.source, locator: "").family
    let after = begun.first { $0.municipality == period.municipality }
    guard let after, list.source.family != family else { return false }
    return periods.contains {
      $0.municipality == period.municipality && $0.until == period.from && $0.region == after.region
        && RegionSource(id: $0.source, locator: "").family != family
    }
  }
}
