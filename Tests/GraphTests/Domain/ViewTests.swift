import Testing

@testable import Graph

@Suite("Views")
struct ViewTests {
  /// Two parties in two forums; one forum was abolished, one has an unknown end, one seat is proposed.
  private static let files = [
    "nodes.csv": """
    id:ID,:LABEL,certainty,valid_from:date,valid_until:date,end_unknown:boolean,source,observed:date
    gm,Municipality,,,,,,
    swv,Partnership,,,,,,
    ago,Forum,stated,,2017-05-11,,,
    rea,Forum,stated,2015-01-01,,,,
    tafel,Forum,stated,,,true,s,
    plan,Forum,proposed,,,,,
    s,Source,,,,,,2017-02-01
    m1,Mandate,,,,,,
    m2,Mandate,,,,,,
    m3,Mandate,,,,,,
    m4,Mandate,,,,,,
    st,Statement,inferred,,,,,

    """,
    "holds.csv": """
    :START_ID,:END_ID,:TYPE,certainty,source,valid_from:date,valid_until:date,observed:date
    gm,m1,HOLDS,stated,s,,,
    gm,m2,HOLDS,stated,s,,,
    swv,m3,HOLDS,inferred,s,,2020-01-01,
    gm,m4,HOLDS,stated,s,,,
    m1,ago,IN_FORUM,stated,s,,,
    m2,rea,IN_FORUM,stated,s,,,2018-01-01
    m3,rea,IN_FORUM,stated,s,,,
    m4,tafel,IN_FORUM,stated,s,,,
    st,rea,ABOUT_NODE,,,,,

    """,
  ]

  private func nodes(_ options: ViewOptions) throws -> [String] {
    let landscape = try landscape(ViewTests.files)
    return landscape.nodes(in: landscape.view(options))
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test("any day: all but what is proposed")
  func anyDay() throws {
    #expect(try !nodes(ViewOptions()).contains("plan"))
    #expect(try nodes(ViewOptions()).count == 11)
    #expect(try nodes(ViewOptions(withProposed: true)).count == 12)
  }

  @Test("everything visible needs no sets")
  func everything() throws {
    let view = try landscape(ViewTests.files).view(ViewOptions(withProposed: true)).view
    #expect(view.nodes == nil)
    #expect(view.relationships == nil)
  }

  @Test(
    "a period is half-open, and mandates go with their forum and their holder",
    arguments: [
      ("2014-12-31", ["gm", "swv", "ago", "tafel", "s", "m1", "m4"]),
      ("2015-01-01", ["gm", "swv", "ago", "rea", "tafel", "s", "m1", "m2", "m3", "m4", "st"]),
      ("2017-02-02", ["gm", "swv", "ago", "rea", "s", "m1", "m2", "m3", "st"]),
      ("2017-05-10", ["gm", "swv", "ago", "rea", "s", "m1", "m2", "m3", "st"]),
      ("2017-05-11", ["gm", "swv", "rea", "s", "m2", "m3", "st"]),
      ("2020-01-01", ["gm", "swv", "rea", "s", "m2", "st"]),
    ])
  func dates(_ text: String, expected: [String]) throws {
    #expect(try nodes(ViewOptions(at: day(text))) == expected)
  }

  @Test("an end that is not known makes the row unknown after its observation")
  func unknownEnd() throws {
    let landscape = try landscape(ViewTests.files)
    let view = landscape.view(ViewOptions(at: try day("2026-01-01")))
    #expect(view.unknownNodes == [try landscape.node("tafel")])
    #expect(landscape.view(ViewOptions(at: try day("2017-02-01"))).unknownNodes == [])
    let with = landscape.view(ViewOptions(at: try day("2026-01-01"), withUnknown: true))
    #expect(landscape.nodes(in: with).contains("m4"))
    #expect(with.unknownNodes == [try landscape.node("tafel")])
  }

  @Test("what is left out takes what lives only with it")
  func without() throws {
    let landscape = try landscape(ViewTests.files)
    let view = landscape.view(ViewOptions(without: [try landscape.node("rea")]))
    #expect(landscape.nodes(in: view) == ["gm", "swv", "ago", "tafel", "s", "m1", "m4"])
    #expect(
      landscape.relationships(in: view)
        == ["gm HOLDS m1", "gm HOLDS m4", "m1 IN_FORUM ago", "m4 IN_FORUM tafel"])
  }

  @Test("only some certainties: rows without certainty stay, Statements are claims")
  func only() throws {
    #expect(
      try nodes(ViewOptions(only: ["stated"])) == ["gm", "swv", "ago", "rea", "tafel", "s", "m1", "m2", "m4"])
    #expect(try nodes(ViewOptions(only: ["stated", "inferred"])).contains("m3"))
    #expect(try nodes(ViewOptions(only: ["stated", "proposed"])).contains("plan"))
  }

  @Test("a relationship is there when any of its claims is")
  func claims() throws {
    let landscape = try landscape([
      "n.csv": "id:ID,:LABEL\nx,A\ny,A\n",
      "r.csv": """
      :START_ID,:END_ID,:TYPE,source,certainty,valid_from:date,valid_until:date
      x,y,IN_REGION,s1,stated,2015-01-01,2018-01-01
      x,y,IN_REGION,s2,stated,2020-01-01,

      """,
    ])
    let first = RelationshipID(0)
    for (text, isShown, byOther) in [
      ("2016-01-01", true, false), ("2019-01-01", false, false), ("2021-01-01", true, true),
    ] {
      let view = landscape.view(ViewOptions(at: try day(text)))
      #expect(view.view.shows(first) == isShown, "\(text)")
      #expect(view.view.withoutOwnClaim.contains(first) == byOther, "\(text)")
    }
  }

  @Test("a folder can be left out; what another folder describes too stays")
  func folders() throws {
    let fixture = try LandscapeFixture([
      "a/n.csv": "id:ID,:LABEL\nx,A\ny,A\n", "b/n.csv": "id:ID,:LABEL\ny,A\nz,A\n",
      "b/r.csv": ":START_ID,:END_ID,:TYPE\nx,y,T\n",
    ])
    let landscape = try fixture.load()
    let view = landscape.view(ViewOptions(withoutFolders: [1]))
    #expect(landscape.nodes(in: view) == ["x", "y"])
    #expect(landscape.relationships(in: view) == [])
  }

  @Test("last recorded: the day is after the observation and no end is given")
  func lastRecorded() throws {
    let landscape = try landscape(ViewTests.files)
    let holding = landscape.graph.allRelationships.filter {
      landscape.isLastRecorded($0, on: CalendarDate(dayNumber: 17_300))
    }
    // 2017-05-14: after the source's observation, except the seat that was observed later and the one with an end.
    #expect(holding.map(\.rawValue) == [0, 1, 3, 4, 6, 7])
    #expect(landscape.observed(RelationshipID(5)) == (try day("2018-01-01")))
    #expect(landscape.observed(RelationshipID(8)) == nil)
  }

  @Test("a landscape with another vocabulary has views too")
  func otherVocabulary() throws {
    let landscape = try landscape(["n.csv": ":ID,:LABEL,valid_from,certainty:int\n1,A,then,3\n"])
    let view = landscape.view(ViewOptions(at: try day("2026-01-01"), only: ["stated"])).view
    #expect(view.nodes == nil)
  }
}
