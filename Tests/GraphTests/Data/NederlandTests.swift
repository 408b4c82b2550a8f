import Testing

@testable import Graph

@Suite("Dutch municipalities and their regions")
struct NederlandTests {
  typealias Day = NederlandLandscape.Day

  @Test(
    "the number of municipalities on 1 January",
    arguments: [
      (2015, 393), (2016, 390), (2017, 388), (2018, 380), (2019, 355), (2020, 355), (2021, 352), (2022, 345),
      (2023, 342), (2024, 342), (2025, 342), (2026, 342),
    ])
  func count(year: Int, expected: Int) throws {
    #expect(try Day("\(year)-01-01").municipalities.count == expected)
  }

  @Test(
    "every municipality is in exactly one region of each division of Statistics Netherlands",
    arguments: [
      ("Province", 2015), ("JobMarket", 2015), ("Youth", 2015), ("GGD", 2015), ("Safety", 2015),
      ("CareOffice", 2015), ("Court", 2015), ("COROP", 2015), ("RMC", 2018), ("RegioPlus", 2018),
      ("EnergyStrategy", 2018), ("SafeAtHome", 2020),
    ])
  func partition(division: String, first: Int) throws {
    for year in first...2026 {
      let day = try Day("\(year)-01-01")
      let regions = day.regionsByMunicipality(division)
      let outside = division == "JobMarket" ? ["2019": ["GM1960", "GM1961"], "2020": ["GM1961"]]["\(year)"] ?? [] : []
      #expect(Set(regions.keys) == day.municipalities.subtracting(outside), "\(division) \(year)")
      #expect(regions.values.allSatisfy { $0.count == 1 }, "\(division) \(year)")
    }
  }

  @Test(
    "the number of regions",
    arguments: [
      ("RMC", "2020-01-01", 39), ("RMC", "2021-01-01", 40), ("JobMarket", "2026-01-01", 35),
      ("Youth", "2026-01-01", 42),
      ("GGD", "2026-01-01", 25), ("Safety", "2026-01-01", 25), ("COROP", "2026-01-01", 40),
      ("CareOffice", "2015-01-01", 32), ("CareOffice", "2016-01-01", 31), ("SWV-PO", "2016-01-01", 76),
      ("SWV-VO", "2016-01-01", 74),
    ])
  func regions(division: String, day: String, expected: Int) throws {
    #expect(try Day(day).members(division).count == expected)
  }
}

@Suite("Regions of two divisions compared")
struct NederlandOverlapTests {
  typealias Day = NederlandLandscape.Day

  /// How many pairs that share a municipality are equal, inside, around and across each other; and the equal ones.
  private func compared(_ first: String, _ second: String, on date: String) throws -> (counts: [Int], equal: [String]) {
    let day = try Day(date)
    let (left, right) = (day.members(first), day.members(second))
    var counts = [0, 0, 0, 0]
    var equal: [String] = []
    for (a, members) in left {
      for (b, others) in right where !members.isDisjoint(with: others) {
        if members == others { equal.append("\(a)=\(b)") }
        let place = members == others ? 0 : members.isSubset(of: others) ? 1 : members.isSuperset(of: others) ? 2 : 3
        counts[place] += 1
      }
    }
    return (counts, equal.sorted())
  }

  @Test(
    "pairs that are equal, inside, around and across",
    arguments: [
      ("RMC", "JobMarket", "2026-01-01", [7, 14, 12, 30]), ("RMC", "JobMarket", "2025-01-01", [7, 14, 12, 30]),
      ("RMC", "JobMarket", "2020-01-01", [6, 15, 14, 26]), ("RMC", "JobMarket", "2019-01-01", [5, 16, 15, 24]),
      ("RMC", "JobMarket", "2018-01-01", [4, 16, 15, 27]), ("RMC", "Youth", "2026-01-01", [13, 15, 19, 11]),
      ("JobMarket", "Youth", "2015-01-01", [11, 8, 16, 25]), ("RMC", "GGD", "2026-01-01", [7, 24, 3, 16]),
      ("GGD", "Safety", "2026-01-01", [23, 1, 1, 1]), ("RMC", "Province", "2026-01-01", [0, 34, 0, 12]),
      ("Police", "Court", "2025-01-01", [9, 0, 2, 0]), ("SWV-PO", "SWV-VO", "2016-01-01", [30, 24, 22, 44]),
      ("SWV-PO", "RMC", "2016-01-01", [6, 47, 7, 47]), ("RMC", "WGR", "2016-01-01", [27, 5, 9, 7]),
    ])
  func classes(first: String, second: String, date: String, expected: [Int]) throws {
    #expect(try compared(first, second, on: date).counts == expected)
  }

  @Test(
    "regions that are equal in two divisions",
    arguments: [
      ("RMC", "JobMarket", "MC12=AM05 MC15=AM10 MC18=AM11 MC20=AM12 MC25=AM37 MC39=AM30 MC40=AM08"),
      ("RMC", "GGD", "MC12=GG1106 MC28=GG7014 MC29=GG4607 MC30=GG4816 MC34=GG5206 MC37=GG5608 MC39=GG6106"),
      ("Youth", "Province", "JZ01=PV20 JZ02=PV21 JZ04=PV22 JZ38=PV29"),
    ])
  func equal(first: String, second: String, expected: String) throws {
    #expect(try compared(first, second, on: "2026-01-01").equal.joined(separator: " ") == expected)
  }

  @Test(
    "municipalities that share a region of one division but not of another, in 2025",
    arguments: [
      ("RMC", "JobMarket", 457, 209), ("JobMarket", "RMC", 543, 175), ("RMC", "Youth", 410, 134),
      ("Youth", "RMC", 327, 114), ("GGD", "Safety", 88, 19), ("RMC", "Province", 93, 54),
    ])
  func sharing(shared: String, notShared: String, pairs: Int, municipalities: Int) throws {
    let day = try Day("2025-01-01")
    let other = day.regionsByMunicipality(notShared)
    var found: Set<Set<String>> = []
    for members in day.members(shared).values {
      for first in members {
        for second in members where first < second && (other[first] ?? []).isDisjoint(with: other[second] ?? []) {
          found.insert([first, second])
        }
      }
    }
    #expect(found.count == pairs)
    #expect(found.reduce(into: Set()) { $0.formUnion($1) }.count == municipalities)
  }
}
