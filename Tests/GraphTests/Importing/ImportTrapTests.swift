import Testing

@testable import Graph

@Suite("The traps of yearly tables")
struct ImportTrapTests {
  private static let titles = "year,division,region_code,region_name,municipality_code,municipality_name,part,source\n"
  private static let sources = """
    id:ID,:LABEL,name,observed:date,locator
    source-cbs-gebieden-2015,Source,CBS 2015,2015-01-01,82949NED
    source-cbs-gebieden-2016,Source,CBS 2016,2016-01-01,83287NED
    source-cbs-gebieden-2017,Source,CBS 2017,2017-01-01,83553NED
    source-cbs-gebieden-2018,Source,CBS 2018,2018-01-01,83859NED
    source-regioatlas-2016,Source,Regioatlas 2016,2016-01-01,lijst
    source-law-swv-2015-04-23,Source,SWV 2015,2015-04-23,bijlage

    """
  private static let municipalities = """
    id:ID,:LABEL,code,name,valid_from:date,valid_until:date,source
    GM0001,Municipality,GM0001,Aa,,,source-cbs-gebieden-2018
    GM0002,Municipality,GM0002,Bee,,2016-01-01,source-cbs-gebieden-2015
    GM0003,Municipality,GM0003,Cee,2016-01-01,,source-cbs-gebieden-2018
    GM0004,Municipality,GM0004,Dee,,2015-07-01,source-cbs-gebieden-2015
    GM0005,Municipality,GM0005,Eee,2015-07-01,,source-cbs-gebieden-2018

    """
  private static let mergers = """
    :START_ID,:END_ID,:TYPE,kind,valid_from:date,certainty,source
    GM0003,GM0002,SUCCEEDS,whole,2016-01-01,stated,source-cbs-gebieden-2016
    GM0005,GM0004,SUCCEEDS,rename,2015-07-01,stated,source-cbs-gebieden-2016

    """

  private func imported(_ rows: [String]) throws -> ImportFixture {
    let fixture = try ImportFixture([
      "sources.csv": ImportTrapTests.sources, "municipalities.csv": ImportTrapTests.municipalities,
      "mergers.csv": ImportTrapTests.mergers,
    ])
    try fixture.take(ImportTrapTests.titles + rows.map { $0 + "\n" }.joined())
    return fixture
  }

  @Test("'Niet in te delen' is no region: a pseudo-region without division")
  func unassigned() throws {
    let fixture = try imported([
      "2015,JobMarket,AM01,Groningen,GM0001,Aa,,CBS", "2016,JobMarket,AM99,Niet in te delen,GM0001,Aa,unassigned,CBS",
      "2017,JobMarket,AM01,Groningen,GM0001,Aa,,CBS",
    ])
    #expect(
      fixture.rows("regions_jobmarket.csv") == [
        "AM01,JobMarketRegion;Region,AM01,Groningen,,,true,,source-cbs-gebieden-2017",
        "AM99,Region,AM99,Niet in te delen,2016-01-01,2017-01-01,,true,source-cbs-gebieden-2016",
      ])
    #expect(fixture.rows("of_division.csv") == ["AM01,division-jobmarket,OF_DIVISION"])
  }

  @Test("rows of a municipality that had gone are passed over, marked or not")
  func staleNames() throws {
    let fixture = try imported([
      "2017,RMC,MC01,Oost,GM0001,Aa,,CBS", "2017,RMC,MC01,Oost,GM0002,Bee,,CBS",
      "2017,RMC,MC01,Oost,GM0004,Dee,,CBS:stale-name",
    ])
    #expect(
      fixture.rows("in_region_rmc.csv") == [
        "GM0001,MC01,IN_REGION,2017-01-01,2017-01-01,stated,source-cbs-gebieden-2017,83553NED 2017"
      ])
  }

  @Test("a code that changes is another region")
  func newCode() throws {
    let fixture = try imported([
      "2015,GGD,GG4810,Zuid,GM0001,Aa,,CBS", "2016,GGD,GG4816,Zuid,GM0001,Aa,,CBS",
    ])
    #expect(
      fixture.rows("in_region_ggd.csv") == [
        "GM0001,GG4810,IN_REGION,2015-01-01,2016-01-01,2015-01-01,stated,source-cbs-gebieden-2015,82949NED 2015",
        "GM0001,GG4816,IN_REGION,2016-01-01,,2016-01-01,stated,source-cbs-gebieden-2016,83287NED 2016",
      ])
  }

  @Test("a name that changes under one code is the same region; the older name is an alias")
  func newName() throws {
    let fixture = try imported([
      "2015,RMC,MC25,West-Kennemerland,GM0001,Aa,,CBS", "2016,RMC,MC25,Zuid-Kennemerland en IJmond,GM0001,Aa,,CBS",
      "2017,RMC,MC25,Zuid-Kennemerland en IJMond,GM0001,Aa,,CBS",
    ])
    #expect(
      fixture.rows("regions_rmc.csv") == [
        "MC25,RMCRegion;Region,MC25,Zuid-Kennemerland en IJMond,RMC 25;West-Kennemerland,true,source-cbs-gebieden-2017"
      ])
  }

  @Test("a missing year is bridged when both sides agree; else the end is unknown")
  func missingYear() throws {
    let fixture = try imported([
      "2015,RMC,MC01,Oost,GM0001,Aa,,CBS", "2015,RMC,MC01,Oost,GM0005,Eee,,CBS", "2017,RMC,MC01,Oost,GM0001,Aa,,CBS",
      "2017,RMC,MC02,West,GM0005,Eee,,CBS",
    ])
    #expect(
      fixture.rows("in_region_rmc.csv") == [
        "GM0001,MC01,IN_REGION,2015-01-01,,,2017-01-01,stated,source-cbs-gebieden-2017,83553NED 2015 2017",
        "GM0005,MC01,IN_REGION,2015-01-01,2017-01-01,true,2015-01-01,stated,source-cbs-gebieden-2015,82949NED 2015",
        "GM0005,MC02,IN_REGION,2017-01-01,,,2017-01-01,stated,source-cbs-gebieden-2017,83553NED 2017",
      ])
  }

  @Test("what one list says against the lists of others before and after is disputed")
  func disputed() throws {
    let fixture = try imported([
      "2015,RMC,MC01,Oost,GM0001,Aa,,CBS", "2016,RMC,MC02,West,GM0001,Aa,,REGIOATLAS2016",
      "2017,RMC,MC01,Oost,GM0001,Aa,,CBS",
    ])
    #expect(fixture.rows("in_region_rmc.csv").filter { $0.contains("disputed") }.count == 1)
    #expect(fixture.rows("in_region_rmc.csv")[2].hasPrefix("GM0001,MC02,IN_REGION,2016-01-01,2017-01-01,"))
  }

  @Test("regions without a code get that of the same name, or of the same municipalities")
  func withoutCode() throws {
    let fixture = try imported([
      "2016,RMC,,oost,GM0001,Aa,,REGIOATLAS2016", "2016,RMC,,Westen,GM0005,Eee,,REGIOATLAS2016",
      "2017,RMC,MC01,Oost,GM0001,Aa,,CBS", "2017,RMC,MC02,West,GM0005,Eee,,CBS",
    ])
    #expect(
      fixture.rows("in_region_rmc.csv").map { String($0.prefix(11)) } == ["GM0001,MC01", "GM0005,MC02"])
  }

  @Test("a municipality ends and begins on its own days")
  func ownDays() throws {
    let fixture = try imported([
      "2015,RMC,MC01,Oost,GM0004,Dee,,CBS", "2016,RMC,MC01,Oost,GM0005,Eee,,CBS",
    ])
    #expect(
      fixture.rows("in_region_rmc.csv") == [
        "GM0004,MC01,IN_REGION,2015-01-01,2015-07-01,2015-01-01,stated,source-cbs-gebieden-2015,82949NED 2015",
        "GM0005,MC01,IN_REGION,2015-07-01,,2016-01-01,stated,source-cbs-gebieden-2016,83287NED 2016",
      ])
  }

  @Test("a coarser list does not undo a division by postcode, not even under a new code")
  func coarserList() throws {
    let fixture = try imported([
      "2015,SWV-VO,VO2001,VO2001,GM0004,Dee,PC4 8501,LAW-SWV-2015-04-23",
      "2015,SWV-VO,VO2002,VO2002,GM0004,Dee,PC4 8502 8500,LAW-SWV-2015-04-23",
      "2016,SWV-VO,VO2002,VO2002,GM0005,Eee,,REGIOATLAS2016",
    ])
    #expect(
      fixture.rows("in_region_swv_vo.csv").filter { $0.hasPrefix("GM0005") } == [
        "GM0005,VO2001,IN_REGION,PC4 8501,2015-07-01,,2015-04-23,stated,source-law-swv-2015-04-23,bijlage 2015",
        "GM0005,VO2002,IN_REGION,PC4 8500 8502,2015-07-01,,2015-04-23,stated,source-law-swv-2015-04-23,bijlage 2015",
      ])
  }
}
