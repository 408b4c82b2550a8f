import Testing

@testable import Graph

@Suite("What is odd but true of Dutch regions")
struct NederlandTrapTests {
  typealias Day = NederlandLandscape.Day

  @Test("MC14 was divided into MC40 and MC41 in 2021: sixteen municipalities moved, four ended, one began")
  func divided() throws {
    let (before, after) = (try Day("2020-01-01"), try Day("2021-01-01"))
    let (old, new) = (before.regionsByMunicipality("RMC"), after.regionsByMunicipality("RMC"))
    let moved = old.filter { new[$0.key] != nil && new[$0.key] != $0.value }
    #expect(moved.count == 16)
    #expect(Set(moved.values) == [["MC14"]])
    #expect(Set(moved.keys.compactMap { new[$0] }) == [["MC40"], ["MC41"]])
    #expect(
      try before.municipalities.subtracting(after.municipalities).map(before.name).sorted() == [
        "Appingedam", "Delfzijl", "Haaren", "Loppersum",
      ])
    #expect(try after.municipalities.subtracting(before.municipalities).map(after.name) == ["Eemsdelta"])
  }

  @Test("a new municipality succeeds the old ones, whole or in part")
  func mergers() throws {
    let successors = try Day("any").pairs("SUCCEEDS").filter { $0.end.hasPrefix("GM") }
    #expect(successors.count == 125)
    let eemsdelta = successors.filter { $0.start == "GM1979" }.map(\.end)
    #expect(Set(eemsdelta) == ["GM0003", "GM0010", "GM0024"])
    let winsum = successors.filter { $0.end == "GM0053" }.map(\.start)
    #expect(winsum.count == 2)
  }

  @Test("'Niet in te delen' is a pseudo-region: no division, and no region that others share")
  func pseudoRegion() throws {
    let day = try Day("2019-06-01")
    #expect(!day.regions("JobMarket").contains("AM99"))
    #expect(Set(day.pairs("IN_REGION").filter { $0.end == "AM99" }.map(\.start)) == ["GM1960", "GM1961"])
    let graph = day.landscape.graph
    #expect(graph.property("pseudo", of: try day.landscape.node("AM99")) == .boolean(true))
    #expect(graph.labelNames(of: try day.landscape.node("AM99")) == ["Region"])
  }

  @Test("the law's stale names are left out, and the municipalities it forgot are inferred")
  func staleNames() throws {
    for (date, count) in [("2012-08-01", 415), ("2013-06-14", 408), ("2015-01-01", 393), ("2015-08-20", 393)] {
      let day = try Day(date)
      let regions = day.regionsByMunicipality("RMC")
      #expect(regions.count == count)
      #expect(regions.values.allSatisfy { $0.count == 1 })
      #expect(Set(regions.keys).isSubset(of: day.municipalities))
    }
  }

  @Test("a code that changes while the region stays is joined by SUCCEEDS")
  func newCodes() throws {
    let successors = try Day("any").pairs("SUCCEEDS").map { "\($0.start)<\($0.end)" }
    #expect(successors.contains("GG4816<GG4810"))
    #expect(successors.contains("AM36<AM04"))
    #expect(successors.contains("MC40<MC14"))
  }

  @Test("a name that changes under one code is an alias")
  func newNames() throws {
    let landscape = try NederlandLandscape.loaded.get()
    #expect(landscape.graph.property("name", of: try landscape.node("GG1106")) == .string("GGD Twente"))
    #expect(
      landscape.graph.property("aliases", of: try landscape.node("GG1106")) == .list([.string("GGD Regio Twente")]))
  }

  @Test("the missing RMC year 2017 is bridged; three municipalities have an end that is unknown")
  func missingYear() throws {
    let day = try Day("2017-06-01")
    #expect(day.municipalities.count == 388)
    #expect(day.regionsByMunicipality("RMC").count >= 385)
    let graph = day.landscape.graph
    let disputed = (0..<graph.relationshipCount).map { RelationshipID($0) }.filter {
      graph.property("certainty", of: $0) == .string("disputed")
    }
    #expect(
      disputed.map { "\(graph.identifier(of: graph.start(of: $0))) \(graph.identifier(of: graph.end(of: $0)))" }
        .sorted()
        == ["GM0009 MC02", "GM0225 MC15", "GM1711 MC39"])
    #expect(disputed.allSatisfy { graph.property("end_unknown", of: $0) == .boolean(true) })
  }

  @Test("Weesp is with Amsterdam in some divisions before it joined it")
  func weesp() throws {
    let day = try Day("2022-01-15")
    for (division, region) in [("RMC", "MC21"), ("JobMarket", "AM18"), ("Youth", "JZ16"), ("Safety", "VR14")] {
      #expect(day.regionsByMunicipality(division)["GM0457"] == [region])
    }
    #expect(try !Day("2022-03-24").municipalities.contains("GM0457"))
  }

  @Test("municipalities divided over several partnerships, with the postcodes of each part")
  func divisionByPostcode() throws {
    let day = try Day("2015-07-15")
    let regions = day.regionsByMunicipality("SWV-VO")
    #expect(regions["GM1940"]?.count == 4)
    #expect(try Day("2013-06-01").regionsByMunicipality("SWV-PO")["GM0599"] == ["PO2803", "PO2806", "PO2808"])
    let graph = day.landscape.graph
    let parts = day.pairs("IN_REGION").filter { $0.start == "GM1730" && $0.end.hasPrefix("VO") }.map {
      "\($0.end) \(graph.property("part", of: $0.relationship))"
    }
    #expect(parts.count == 2)
    #expect(try Day("2013-06-01").regionsByMunicipality("SWV-PO").values.filter { $0.count > 1 }.count == 12)
  }

  @Test("land borders", arguments: [("2022-01-01", 883), ("2022-06-01", 880), ("2026-01-01", 875)])
  func neighbours(date: String, expected: Int) throws {
    #expect(try Day(date).pairs("NEIGHBOUR_OF").count == expected)
  }
}
