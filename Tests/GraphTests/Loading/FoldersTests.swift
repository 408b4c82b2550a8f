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

  @Test("relationships of one folder may join nodes of another")
  func across() throws {
    let fixture = try LandscapeFixture([
      "a/r.csv": ":START_ID,:END_ID,:TYPE\nx,y,T\n", "a/n.csv": "id:ID,:LABEL\nx,A\n", "b/n.csv": "id:ID,:LABEL\ny,A\n",
    ])
    #expect(try fixture.load().graph.relationshipCount == 1)
  }
}
