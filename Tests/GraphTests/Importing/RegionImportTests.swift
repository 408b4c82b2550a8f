import Testing

@testable import Graph

@Suite("A table of memberships becomes periods")
struct RegionImportTests {
  private static let first = """
    2025,RMC,MC01,Oost-Groningen,GM0001,Aa
    2025,RMC,MC02,Noord,GM0002,Bee

    """
  private static let second = """
    2026,RMC,MC01,Oost-Groningen,GM0001,Aa
    2026,RMC,MC01,Oost-Groningen,GM0002,Bee

    """
  private static let table = ImportFixture.titles + first + second

  @Test("one row per municipality, region and unbroken run of years")
  func periods() throws {
    let fixture = try ImportFixture()
    try fixture.take(RegionImportTests.table)
    #expect(
      fixture.text("in_region_rmc.csv") == """
        :START_ID,:END_ID,:TYPE,valid_from:date,valid_until:date,observed:date,certainty,source,section
        GM0001,MC01,IN_REGION,2025-01-01,,2026-01-01,stated,source-table-2026,table 2025-2026
        GM0002,MC01,IN_REGION,2026-01-01,,2026-01-01,stated,source-table-2026,table 2026
        GM0002,MC02,IN_REGION,2025-01-01,2026-01-01,2025-01-01,stated,source-table-2025,table 2025

        """)
    #expect(
      fixture.text("regions_rmc.csv") == """
        id:ID,:LABEL,code,name,aliases:string[],valid_until:date,complete:boolean,source
        MC01,RMCRegion;Region,MC01,Oost-Groningen,RMC 01;RMC 1,,true,source-table-2026
        MC02,RMCRegion;Region,MC02,Noord,RMC 02;RMC 2,2026-01-01,true,source-table-2025

        """)
    #expect(fixture.rows("of_division.csv") == ["MC01,division-rmc,OF_DIVISION", "MC02,division-rmc,OF_DIVISION"])
    #expect(fixture.rows("divisions.csv") == ["division-rmc,Division,RMC,RMC,,true"])
    #expect(try LandscapeCheck(fixture.load()).findings.filter { $0.severity == .error }.isEmpty)
  }

  @Test("year by year gives what all years at once give")
  func yearByYear() throws {
    let whole = try ImportFixture()
    let parts = try ImportFixture()
    try whole.take(RegionImportTests.table)
    try parts.take(ImportFixture.titles + RegionImportTests.first)
    try parts.take(ImportFixture.titles + RegionImportTests.second)
    let (once, piecewise) = (try whole.files(), try parts.files())
    #expect(once == piecewise)
  }

  @Test("a next year continues what goes on, ends what stops and says so")
  func nextYear() throws {
    let fixture = try ImportFixture()
    try fixture.take(RegionImportTests.table)
    let said = try fixture.take(
      ImportFixture.titles + """
        2027,RMC,MC01,Oldambt en omstreken,GM0001,Aa
        2027,RMC,MC03,Zuid,GM0003,Cee

        """)
    #expect(
      said == """
        RMC: 2027-01-01; 1 begin, 1 end, 2 hold at the end
          2027-01-01  renamed region MC01 Oost-Groningen, now Oldambt en omstreken
          2027-01-01  begins  region MC03 Zuid
          2027-01-01  ends    GM0002 in MC01 Oldambt en omstreken
          2027-01-01  begins  GM0003 in MC03 Zuid
        municipality GM0003 Cee is new
        municipality GM0002 ends on 2027-01-01
        say in mergers.csv which municipality succeeds which
        source source-table-2027 is new: complete its title, publisher and licence
        files that change: municipalities.csv, sources.csv, regions_rmc.csv, in_region_rmc.csv, of_division.csv

        """)
    #expect(
      fixture.rows("in_region_rmc.csv") == [
        "GM0001,MC01,IN_REGION,2025-01-01,,2027-01-01,stated,source-table-2027,table 2025-2027",
        "GM0002,MC01,IN_REGION,2026-01-01,2027-01-01,2026-01-01,stated,source-table-2026,table 2026",
        "GM0002,MC02,IN_REGION,2025-01-01,2026-01-01,2025-01-01,stated,source-table-2025,table 2025",
        "GM0003,MC03,IN_REGION,2027-01-01,,2027-01-01,stated,source-table-2027,table 2027",
      ])
    #expect(
      fixture.rows("municipalities.csv") == [
        "GM0001,Municipality;Party,GM0001,Aa,,,source-table-2025",
        "GM0002,Municipality;Party,GM0002,Bee,,2027-01-01,source-table-2025",
        "GM0003,Municipality;Party,GM0003,Cee,2027-01-01,,source-table-2027",
      ])
  }

  @Test("the same table again changes nothing; older lists are passed over")
  func again() throws {
    let fixture = try ImportFixture()
    try fixture.take(RegionImportTests.table)
    let before = try fixture.files()
    let said = try fixture.take(RegionImportTests.table)
    #expect(said == "RMC: nothing new; the folder goes up to 2026-01-01\nno file changes\n")
    #expect(try fixture.files() == before)
  }

  @Test("nothing is written before everything is understood")
  func dryRun() throws {
    let fixture = try ImportFixture()
    #expect(throws: LoadFailure.self) { try fixture.take(RegionImportTests.table + "2026,RMC,,,GM0001,Aa\n") }
    #expect(try fixture.files().isEmpty)
  }
}

@Suite("A table is recognised however a spreadsheet wrote it")
struct ImportSpellingTests {
  private static let divisions = """
    id:ID,:LABEL,code,name,aliases:string[],complete:boolean
    division-rmc,Division,RMC,RMC-regio's,RMC;RMC-regio,true
    division-ggd,Division,GGD,GGD-regio's,GGD;GGD-regio,true

    """
  private static let expected = [
    "GM1895,MC01,IN_REGION,2027-01-01,2027-01-01,stated,source-cbs-2027,CBS 2027",
    "GM0014,MC03,IN_REGION,2027-01-01,2027-01-01,stated,source-cbs-2027,CBS 2027",
  ]

  static let tables = [
    "year,division,region_code,region_name,municipality_code,municipality_name\n"
      + "2027,RMC,MC01,Oost-Groningen,GM1895,Oldambt\n2027,RMC,MC03,Centraal,GM0014,Groningen\n",
    "\u{FEFF}Jaar;Indeling;Regiocode;Regionaam;Gemeentecode;Gemeente\r\n"
      + "2027,0;RMC-regio's;MC01;Oost-Groningen;1895;Oldambt\r\n2027;rmc;MC03;Centraal;14;Groningen\r\n;;;;;\r\n",
    "Gemeentecode\tGEMEENTENAAM\tRMC-regio code\tRMC-regio naam\tProvinciehoofdstad\n"
      + "GM1895    \tOldambt\tMC01\tOost-Groningen\tnee\ngm14\tGroningen\tMC03\tCentraal\tja\nBron: CBS\n",
    "Gebieden in Nederland\nCodes en namen van gemeenten/Code (code),Codes en namen van gemeenten/Naam (naam),"
      + "RMC-regio's/Code (code),RMC-regio's/Naam (naam)\n"
      + "GM1895,Oldambt,MC01,Oost-Groningen\nGM0014,Groningen,MC03,Centraal\n",
  ]

  @Test("long and wide, Dutch and English, comma, semicolon and tab", arguments: tables)
  func spelling(_ table: String) throws {
    let fixture = try ImportFixture(["divisions.csv": ImportSpellingTests.divisions])
    try fixture.take(table, year: 2027, source: "CBS")
    #expect(fixture.rows("in_region_rmc.csv") == ImportSpellingTests.expected)
  }

  @Test(
    "mistakes name the place and what to write",
    arguments: [
      (
        "2027,RMC,MC01,Oost,GM19x,Oldambt",
        "table.txt:2:20: 'GM19x' is no code of a municipality (column municipality_code)\n"
          + "  hint: write it as GM0014 or 14"
      ),
      ("twenty,RMC,MC01,Oost,GM0014,G", "table.txt:2:1: 'twenty' is no year (column year)\n  hint: write it as 2027"),
      (
        "2027,RMC 2,MC01,Oost,GM0014,G",
        "table.txt:2:6: 'RMC 2' is no division (column division)\n  hint: write a code of letters, such as RMC"
      ),
      (
        "2027,RMC,,,GM0014,G",
        "table.txt:2:10: the row names no region (column region_code)\n  hint: give its code or its name"
      ),
    ])
  func mistakes(_ row: String, expected: String) throws {
    #expect(try ImportFixture().complaints(ImportFixture.titles + row + "\n") == expected)
  }

  @Test("a table that is none, and one that does not say its year")
  func unusable() throws {
    let fixture = try ImportFixture(["divisions.csv": ImportSpellingTests.divisions])
    #expect(
      fixture.complaints("a,b\n1,2\n")
        == "table.txt:1: the titles are neither those of a long nor of a wide table of memberships\n"
        + "  hint: long: year, division, region_code, region_name, municipality_code, municipality_name (part, source); "
        + "wide: a code of the municipality, and a code or name for each division: RMC, GGD")
    #expect(
      fixture.complaints("gemeentecode,RMC code\nGM0014,MC01\n")
        == "table.txt:1: the table does not say of which year it is\n"
        + "  hint: add a column 'year' (or 'jaar'), or give --year 2027")
  }

  @Test("a file with a column that an import would lose is left alone")
  func otherColumns() throws {
    let fixture = try ImportFixture([
      "regions_rmc.csv": "id:ID,:LABEL,code,name,source,phone\nMC01,Region,MC01,Oost,s,1\n"
    ])
    #expect(
      fixture.complaints(ImportFixture.titles + "2027,RMC,MC01,Oost,GM0014,G\n")
        == "regions_rmc.csv:1: an import would lose the column 'phone' (column phone)\n"
        + "  hint: keep it in a file of its own")
  }
}
