import Testing

@testable import Graph

@Suite("Folders are united")
struct FoldersTests {
  private static let node = "id:ID,:LABEL,name\n"

  @Test("a folder without CSV of its own stands for the landscape folders below it, sorted")
  func below() throws {
    let fixture = try LandscapeFixture([
      "b/n.csv": "id:ID,:LABEL\nb,A\n", "a/deep/n.csv": "id:ID,:LABEL\na,A\n", "phrases/n.csv": "no table\n",
      ".hidden/n.csv": "no table\n", "README.md": "text", "a/notes.txt": "text",
    ])
    let landscape = try fixture.load()
    let path = fixture.path
    #expect(landscape.folders == ["\(path)/a/deep", "\(path)/b"])
    #expect(landscape.nodes(in: landscape.view(ViewOptions())) == ["a", "b"])
  }

  @Test("a folder is loaded once, however often it is named")
  func once() throws {
    let fixture = try LandscapeFixture(["a/n.csv": "id:ID,:LABEL\na,A\n"])
    #expect(try fixture.load(["", "a", "a/../a"]).folders.count == 1)
  }

  @Test("a node may be described in two folders: labels and properties are united")
  func united() throws {
    let fixture = try LandscapeFixture([
      "a/n.csv": "id:ID,:LABEL,name,code\nx,Party,Oldambt,\n",
      "b/n.csv": "id:ID,:LABEL,name,code,n:int\nx,Municipality;Party,Oldambt,GM1895,1\n",
    ])
    let landscape = try fixture.load()
    let node = try landscape.node("x")
    #expect(landscape.graph.labelNames(of: node) == ["Party", "Municipality"])
    #expect(landscape.graph.property("code", of: node) == .string("GM1895"))
    #expect(landscape.graph.property("n", of: node) == .integer(1))
    #expect(landscape.graph.invariantViolations() == [])
  }

  @Test("a contradiction names both places")
  func contradiction() throws {
    let fixture = try LandscapeFixture([
      "a/n.csv": FoldersTests.node + "x,Party,Oldambt\n", "b/n.csv": FoldersTests.node + "\nx,Party,Oldamt\n",
    ])
    #expect(
      fixture.complaints() == """
        b/n.csv:3:9: 'x' has name 'Oldamt' here and 'Oldambt' at a/n.csv:2 (column name)
          hint: make them the same, or leave one of them empty
        """)
  }

  @Test("a contradiction names the folder that said it, not the first that knew the node")
  func thirdFolder() throws {
    let fixture = try LandscapeFixture([
      "a/n.csv": "id:ID,:LABEL\nx,A\n", "b/n.csv": FoldersTests.node + "x,A,one\n",
      "c/n.csv": FoldersTests.node + "x,A,two\n",
    ])
    #expect(fixture.complaints().contains("'one' at b/n.csv:2"))
  }

  @Test(
    "of two pieces of evidence that a node exists the stronger stays, fact numbers are united",
    arguments: [
      ("inferred,s1,1", "stated,s2,2", "stated", "s2"), ("stated,s1,1", "inferred,s2,2", "stated", "s1"),
      ("proposed,s1,1", ",,2", nil, nil), (",,1", "proposed,s2,2", nil, nil), (",,1", "stated,s2,2", "stated", "s2"),
    ] as [(String, String, String?, String?)])
  func evidence(_ first: String, second: String, certainty: String?, source: String?) throws {
    let header = "id:ID,:LABEL,certainty,source,fact\n"
    let fixture = try LandscapeFixture([
      "a/n.csv": header + "x,Forum,\(first)\n", "b/n.csv": header + "x,Forum,\(second)\n",
    ])
    let landscape = try fixture.load()
    let node = try landscape.node("x")
    #expect(landscape.graph.property("certainty", of: node) == certainty.map { .string($0) } ?? .null)
    #expect(landscape.graph.property("source", of: node) == source.map { .string($0) } ?? .null)
    #expect(landscape.graph.property("fact", of: node) == .string("1;2"))
  }

  @Test("a landscape may have many files: each row finds its node, and mistakes come in the order of the files")
  func manyFiles() throws {
    let count = 150
    var files: [String: String] = [:]
    for number in 100..<100 + count {
      files["a/n\(number).csv"] = FoldersTests.node + "x\(number),A,name \(number)\nonly\(number),A,\n"
      files["b/n\(number).csv"] = "id:ID,:LABEL,code:int\nx\(number),B,\(number)\n"
      files["b/r\(number).csv"] = ":START_ID,:END_ID,:TYPE,n:int\nx\(number),x\(349 - number),T,\(number)\n"
    }
    let fixture = try LandscapeFixture(files)
    let graph = try fixture.load().graph
    #expect(graph.invariantViolations() == [])
    #expect((graph.nodeCount, graph.relationshipCount) == (count * 2, count))
    for number in 100..<100 + count {
      let node = try #require(graph.node(identifier: "x\(number)"))
      #expect(graph.labelNames(of: node) == ["A", "B"])
      #expect(graph.property("name", of: node) == .string("name \(number)"))
      #expect(graph.property("code", of: node) == .integer(Int64(number)))
      let relationship = RelationshipID(number - 100)
      #expect(graph.identifier(of: graph.start(of: relationship)) == "x\(number)")
      #expect(graph.identifier(of: graph.end(of: relationship)) == "x\(349 - number)")
      #expect(graph.property("n", of: relationship) == .integer(Int64(number)))
    }
    files["a/n120.csv"] = FoldersTests.node + ",A,\n"
    files["b/n101.csv"] = FoldersTests.node + "x101,A,other\n"
    files["b/r240.csv"] = ":START_ID,:END_ID,:TYPE\nx240,nobody,T\n"
    let mistakes = try LandscapeFixture(files).complaints().split(separator: "\n").filter { !$0.hasPrefix("  ") }
    #expect(
      mistakes.map { $0.prefix(while: { $0 != " " }) }
        == ["a/n120.csv:2:1:", "b/n101.csv:2:8:", "b/r240.csv:2:6:"])
  }

  @Test("relationships of one folder may join nodes of another")
  func across() throws {
    let fixture = try LandscapeFixture([
      "a/r.csv": ":START_ID,:END_ID,:TYPE\nx,y,T\n", "a/n.csv": "id:ID,:LABEL\nx,A\n", "b/n.csv": "id:ID,:LABEL\ny,A\n",
    ])
    #expect(try fixture.load().graph.relationshipCount == 1)
  }
}
