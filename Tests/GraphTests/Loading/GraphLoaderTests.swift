import Testing

@testable import Graph

@Suite("Tables become a graph")
struct GraphLoaderTests {
  @Test("nodes, labels, typed properties and relationships")
  func smallLandscape() throws {
    let landscape = try landscape([
      "forums.csv":
        "id:ID,:LABEL,name,times_per_year:float,seats_complete:boolean,aliases:string[]\nf1,Forum,LEA,4,true,a;b\n",
      "parties.csv":
        "id:ID,:LABEL,name,population:int,valid_from:date\nGM1895,Municipality;Party,Oldambt,38000,2010-01-01\n",
      "seats.csv": ":START_ID,:END_ID,:TYPE,level\nGM1895,f1,ADVISES,board\n",
    ])
    let graph = landscape.graph
    let municipality = try landscape.node("GM1895")
    let forum = try landscape.node("f1")
    #expect(graph.labelNames(of: municipality) == ["Municipality", "Party"])
    #expect(graph.property("id", of: municipality) == .string("GM1895"))
    #expect(graph.property("population", of: municipality) == .integer(38000))
    #expect(graph.property("valid_from", of: municipality) == .date(try #require(CalendarDate("2010-01-01"))))
    #expect(graph.property("times_per_year", of: forum) == .float(4))
    #expect(graph.property("seats_complete", of: forum) == .boolean(true))
    #expect(graph.property("aliases", of: forum) == .list([.string("a"), .string("b")]))
    #expect(graph.property("population", of: forum) == .null)
    let relationship = RelationshipID(0)
    #expect(graph.typeName(of: relationship) == "ADVISES")
    #expect(graph.start(of: relationship) == municipality)
    #expect(graph.property("level", of: relationship) == .string("board"))
    #expect(graph.invariantViolations() == [])
    #expect(landscape.files.map(\.rowCount) == [1, 1, 1])
    #expect(landscape.files.map(\.holdsNodes) == [true, true, false])
  }

  @Test("an empty cell is no property, a quoted empty one is the empty text")
  func emptyCells() throws {
    let landscape = try landscape(["n.csv": ":ID,:LABEL,a,b,n:int\n1,,\"\",,\"\"\n"])
    let node = try landscape.node("1")
    #expect(landscape.graph.property("a", of: node) == .string(""))
    #expect(landscape.graph.property("b", of: node).isNull)
    #expect(landscape.graph.property("n", of: node).isNull)
    #expect(landscape.graph.property("ID", of: node).isNull)
    #expect(landscape.graph.labelNames(of: node) == [])
  }

  @Test("a spreadsheet's sloppiness is accepted")
  func spreadsheet() throws {
    let landscape = try landscape([
      "n.csv":
        "\u{FEFF}id:ID;:LABEL;name;x:float;;\r\na;\"Forum; Party\";\"two\r\nlines\";2,5;;\r\n;;;;;\r\nb;Forum\r\n\r\n"
    ])
    let a = try landscape.node("a")
    #expect(landscape.graph.labelNames(of: a) == ["Forum", "Party"])
    #expect(landscape.graph.property("name", of: a) == .string("two\r\nlines"))
    #expect(landscape.graph.property("x", of: a) == .float(2.5))
    #expect(landscape.graph.nodeCount == 2)
    #expect(landscape.origin(of: try landscape.node("b")) == RowOrigin(file: landscape.files[0].path, line: 5))
  }

  @Test("doubled quotes in header and cells are undone once")
  func quotes() throws {
    let landscape = try landscape(["n.csv": "id:ID,:LABEL,\"a \"\"b\"\"\"\n1,,\"say \"\"yes\"\"\"\n2,,\"\"\"\"\n"])
    #expect(landscape.graph.property("a \"b\"", of: try landscape.node("1")) == .string("say \"yes\""))
    #expect(landscape.graph.property("a \"b\"", of: try landscape.node("2")) == .string("\""))
  }

  @Test("one property may have several types in several files")
  func mixedTypes() throws {
    let landscape = try landscape(["a.csv": ":ID,:LABEL,v:int\n1,,7\n", "b.csv": ":ID,:LABEL,v\n2,,x\n"])
    #expect(landscape.graph.property("v", of: try landscape.node("1")) == .integer(7))
    #expect(landscape.graph.property("v", of: try landscape.node("2")) == .string("x"))
    #expect(landscape.graph.invariantViolations() == [])
  }

  @Test("nodes are read before relationships, whatever the files are called")
  func order() throws {
    let landscape = try landscape(["a.csv": ":START_ID,:END_ID,:TYPE\nx,y,T\n", "z.csv": ":ID,:LABEL\nx,A\ny,A\n"])
    #expect(landscape.graph.relationshipCount == 1)
  }

  @Test("parallel relationships without source stay apart")
  func parallel() throws {
    let landscape = try landscape([
      "n.csv": ":ID,:LABEL\nx,A\ny,A\n", "r.csv": ":START_ID,:END_ID,:TYPE,certainty\nx,y,T,stated\nx,y,T,stated\n",
    ])
    #expect(landscape.graph.relationshipsWithSeveralClaims.isEmpty)
    #expect(landscape.graph.count(ofType: TypeID(index: 0)) == 2)
  }

  @Test("each row knows its file and line")
  func origins() throws {
    let landscape = try landscape([
      "n.csv": ":ID,:LABEL,name\nx,A,\"two\nlines\"\n\ny,A,\nz,A,\n",
      "r.csv": ":START_ID,:END_ID,:TYPE\nx,y,T\n\n\ny,z,T\n",
    ])
    #expect(try ["x", "y", "z"].map { landscape.origin(of: try landscape.node($0))?.line } == [2, 5, 6])
    #expect([0, 1].map { landscape.origin(of: RelationshipID($0))?.line } == [2, 5])
    #expect(landscape.origin(of: RelationshipID(1))?.file.hasSuffix("/r.csv") == true)
  }
}

@Suite("Relationship rows that say the same are claims of one relationship")
struct ClaimTests {
  private static let nodes = ":ID,:LABEL\nx,A\ny,A\n"

  private func relationships(_ rows: String...) throws -> PropertyGraph {
    let header = ":START_ID,:END_ID,:TYPE,part,source,section,certainty,valid_from:date,fact\n"
    let rows = header + rows.map { $0 + "\n" }.joined()
    return try landscape(["n.csv": ClaimTests.nodes, "r.csv": rows]).graph
  }

  @Test("equal but for evidence and period, each with a source")
  func merged() throws {
    let graph = try relationships(
      "x,y,T,,s1,§1,stated,2015-01-01,1", "x,y,T,,s2,§2,inferred,2017-01-01,2", "y,x,T,,s1,,,,")
    #expect(graph.count(ofType: TypeID(index: 0)) == 2)
    #expect(graph.claims(of: RelationshipID(0)) == [RelationshipID(0), RelationshipID(1)])
    #expect(graph.property("section", of: RelationshipID(1)) == .string("§2"))
    #expect(graph.invariantViolations() == [])
  }

  @Test(
    "not merged: another own property, another type, no source",
    arguments: ["x,y,T,some,s2,,,,", "x,y,U,,s2,,,,", "x,y,T,,,,,,"])
  func apart(_ row: String) throws {
    let graph = try relationships("x,y,T,,s1,,,,", row)
    #expect(graph.relationshipsWithSeveralClaims.isEmpty)
  }

  @Test("over folders too, whatever the order of the columns")
  func overFolders() throws {
    let fixture = try LandscapeFixture([
      "a/n.csv": ClaimTests.nodes, "a/r.csv": ":START_ID,:END_ID,:TYPE,level,part,source\nx,y,T,1,p,s1\n",
      "b/r.csv": ":TYPE,source,part,level,:END_ID,:START_ID\nT,s2,p,1,y,x\n",
    ])
    #expect(try fixture.load().graph.claims(of: RelationshipID(0)).count == 2)
  }
}
