import Foundation
import Testing

@testable import Graph

/// Files of one folder and all that loading them says.
struct LoadErrorCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let files: [String: String]
  let expected: String

  init(_ name: String, _ files: [String: String], _ expected: String) {
    (testDescription, self.files, self.expected) = (name, files, expected)
  }

  init(_ name: String, node row: String, header: String = "id:ID,:LABEL,name,n:int,d:date", _ expected: String) {
    self.init(name, ["n.csv": header + "\n" + row + "\n"], expected)
  }

  init(_ name: String, relationship row: String, _ expected: String) {
    let nodes = "id:ID,:LABEL\nGM1895,Municipality\nGM0014,Municipality\n"
    self.init(name, ["n.csv": nodes, "r.csv": ":START_ID,:END_ID,:TYPE,certainty\n" + row + "\n"], expected)
  }

  static let cells = [
    LoadErrorCase(
      "a number that is none", node: "x,A,,zeven,",
      "n.csv:2:6: this is no whole number (column n:int)"),
    LoadErrorCase(
      "a date with the day first", node: "x,A,,,31-12-2020",
      "n.csv:2:7: this is no date (column d:date)\n  hint: write 2020-12-31, year first"),
    LoadErrorCase(
      "the place counts characters, not bytes", node: "x,A,Súdwest-Fryslân,1.5,",
      "n.csv:2:21: this is no whole number (column n:int)\n"
        + "  hint: write it without point or comma, or make the column :float"),
    LoadErrorCase(
      "an enumeration value that is none", node: "x,Forum,bord", header: "id:ID,:LABEL,level",
      "n.csv:2:9: 'bord' is no level (column level)\n"
        + "  hint: did you mean 'board'? the values are official, executive, directors, board, unknown"),
    LoadErrorCase(
      "an enumeration value in a list", node: "x,Forum,board;high", header: "id:ID,:LABEL,level:string[]",
      "n.csv:2:9: 'high' is no level (column level:string[])\n"
        + "  hint: the values are official, executive, directors, board, unknown"),
    LoadErrorCase(
      "more cells than the header", node: "x,A,Bergen, NH,1,2020-01-01",
      "n.csv:2:18: the row has 6 cells, the header 5\n  hint: put a text that contains , between quotes"),
    LoadErrorCase(
      "no id", node: ",A,name,,",
      "n.csv:2:1: the node has no id (column id:ID)\n"
        + "  hint: every node needs one that no other node has"),
    LoadErrorCase(
      "an id twice in one folder", ["a.csv": "id:ID,:LABEL\nx,A\n", "b.csv": "id:ID,:LABEL\n\nx,B\n"],
      "b.csv:3:1: the id 'x' is already used at a.csv:2 (column id:ID)\n"
        + "  hint: give one of the two another id; ids are shared by all kinds of node"),
    LoadErrorCase(
      "a quote that is never closed", node: "x,A,\"name,1,",
      "n.csv:2:5: the quote opened here is never closed\n  hint: close it with \"; a quote inside a quoted text is written twice"
    ),
  ]

  static let relationships = [
    LoadErrorCase(
      "an unknown id", relationship: "GM1985,GM0014,T,",
      "r.csv:2:1: there is no node 'GM1985' (column :START_ID)\n  hint: did you mean 'GM1895'?"),
    LoadErrorCase(
      "an unknown id like no other", relationship: "GM1895,nowhere,T,",
      "r.csv:2:8: there is no node 'nowhere' (column :END_ID)\n"
        + "  hint: add it to a file of nodes, or load the folder that has it"),
    LoadErrorCase(
      "no node at an end", relationship: ",GM0014,T,",
      "r.csv:2:1: the relationship has no node at this end (column :START_ID)"),
    LoadErrorCase("no type", relationship: "GM1895,GM0014", "r.csv:2: the relationship has no type (column :TYPE)"),
    LoadErrorCase(
      "an enumeration value that is none", relationship: "GM1895,GM0014,NEIGHBOUR_OF,statd",
      "r.csv:2:28: 'statd' is no certainty (column certainty)\n"
        + "  hint: did you mean 'stated'? the values are proposed, disputed, inferred, outside, stated"),
  ]

  static let files = [
    LoadErrorCase(
      "a header that is none", ["n.csv": "id,name\nx,y\n"],
      "n.csv:1: the header is neither that of nodes nor that of relationships\n"
        + "  hint: nodes: id:ID,:LABEL,name,...; relationships: :START_ID,:END_ID,:TYPE,..."),
    LoadErrorCase(
      "a type that is none", ["n.csv": "id:ID,:LABEL,n:number\n"],
      "n.csv:1:14: 'number' is no type of column (column n:number)\n  hint: did you mean ':int'?"),
    LoadErrorCase("an empty file", ["n.csv": ""], "n.csv: the file is empty\n  hint: write a header, or delete it"),
    LoadErrorCase(
      "a spreadsheet", ["n.csv": "PK\u{3}\u{4}xl"],
      "n.csv: this is a spreadsheet or zip file, not CSV\n  hint: save it as 'CSV UTF-8'"),
    LoadErrorCase("a zero byte", ["n.csv": "id:ID,:LABEL\nx\0,A\n"], "n.csv:2:2: there is a zero byte in the text"),
    LoadErrorCase(
      "no CSV at all", ["README.md": "text"],
      ".: there is no CSV file in this folder or in the folders below it\n"
        + "  hint: a landscape is a folder of .csv files: nodes with id:ID,:LABEL and relationships with "
        + ":START_ID,:END_ID,:TYPE"),
  ]
}

@Suite("Mistakes in the data are explained")
struct LoadErrorTests {
  @Test(arguments: LoadErrorCase.cells + LoadErrorCase.relationships + LoadErrorCase.files)
  func message(_ example: LoadErrorCase) throws {
    #expect(try LandscapeFixture(example.files).complaints() == example.expected)
  }

  @Test("another encoding names the byte and how to save")
  func encoding() throws {
    let fixture = try LandscapeFixture(bytes: [
      "n.csv": Array("id:ID,:LABEL,name\nx,A,S".utf8) + [0xFA] + Array("dwest\n".utf8),
      "u.csv": [0xFF, 0xFE, 0x61, 0x00],
    ])
    #expect(
      fixture.complaints() == """
        n.csv:2:6: byte 0xFA at offset 23 is not UTF-8
          hint: save it as 'CSV UTF-8'
        u.csv: the text is UTF-16, not UTF-8
          hint: save it as 'CSV UTF-8'
        """)
  }

  @Test("a folder that is not there, is a file, or is not given")
  func folders() throws {
    let fixture = try LandscapeFixture(["groningen/n.csv": "id:ID,:LABEL\n"])
    #expect(
      fixture.complaints(["gronigen", "groningen/n.csv", "elsewhere/"]) == """
        gronigen: there is no such folder
          hint: did you mean 'groningen'?
        groningen/n.csv: this is a file, not a folder
          hint: give the folder that holds it
        elsewhere: there is no such folder
          hint: give the folder that holds the CSV files
        """)
    #expect(fixture.complaints([]) == ".: no data folder is given\n  hint: name one with -d FOLDER")
  }

  @Test("a file that may not be read")
  func unreadable() throws {
    let fixture = try LandscapeFixture(["n.csv": "id:ID,:LABEL\n"])
    try FileManager.default.createSymbolicLink(atPath: fixture.path + "/z.csv", withDestinationPath: "/nowhere/at/all")
    #expect(fixture.complaints() == "z.csv: the file cannot be read: No such file or directory")
  }

  @Test("all mistakes are reported together, the first 20 and how many more")
  func together() throws {
    let rows = (1...30).map { "n\($0),A,x\n" }.joined()
    let fixture = try LandscapeFixture(["n.csv": "id:ID,:LABEL,n:int\n" + rows, "z.csv": ""])
    let failure = #expect(throws: LoadFailure.self) { try fixture.load() }
    #expect(failure?.errors.count == 20)
    #expect(failure?.total == 31)
    #expect(failure?.description.hasSuffix("and 11 more") == true)
  }

  @Test("after lost nodes unknown ids are not blamed on the relationships")
  func cascade() throws {
    let fixture = try LandscapeFixture([
      "n.csv": "id:ID,:LABEL\nx,A\ny,\"A\n", "r.csv": ":START_ID,:END_ID,:TYPE\nx,y,T\n",
    ])
    #expect(fixture.complaints().contains("there is no node") == false)
  }

  @Test("lists of values bind only where the vocabulary is used")
  func otherVocabularies() throws {
    let landscape = try landscape([
      "n.csv": "id:ID,:LABEL,level:int,certainty,seat\nx,Person,9001,sure,window\ny,Forum,,,window\n",
      "r.csv": ":START_ID,:END_ID,:TYPE,certainty\nx,y,LIKES,very\n",
    ])
    #expect(landscape.graph.property("certainty", of: try landscape.node("x")) == .string("sure"))
  }
}
