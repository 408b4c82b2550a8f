import Testing

@testable import Graph

@Suite("Headers follow neo4j-admin")
struct TableHeaderTests {
  @Test("a file of nodes")
  func nodes() throws {
    let header = try TableHeader(titles: ["id:ID", ":LABEL", " name ", "n:long", "xs:double[]", "note:IGNORE", ""])
    #expect(header.kind == .nodes(id: 0, label: 1))
    #expect(
      header.columns == [
        .init(field: 0, name: "id", type: .string, isList: false),
        .init(field: 2, name: "name", type: .string, isList: false),
        .init(field: 3, name: "n", type: .integer, isList: false),
        .init(field: 4, name: "xs", type: .float, isList: true),
      ])
  }

  @Test("a bare :ID is no property; id spaces are accepted")
  func bareID() throws {
    let header = try TableHeader(titles: [":ID(Party)", ":LABEL"])
    #expect(header.columns.isEmpty)
    #expect(header.isNodes)
  }

  @Test("a file of relationships")
  func relationships() throws {
    let header = try TableHeader(titles: [":TYPE", ":START_ID(Party)", ":END_ID", "since:date"])
    #expect(header.kind == .relationships(start: 1, end: 2, type: 0))
  }

  @Test(
    "every suffix",
    arguments: [
      ("string", .string), ("int", .integer), ("long", .integer), ("short", .integer), ("byte", .integer),
      ("float", .float), ("double", .float), ("boolean", .boolean), ("date", .date),
    ] as [(String, CellType)])
  func suffixes(_ suffix: String, type: CellType) throws {
    #expect(try HeaderCell("p:\(suffix)") == .property(name: "p", type: type, isList: false))
    #expect(try HeaderCell("p:\(suffix)[]") == .property(name: "p", type: type, isList: true))
  }

  @Test(
    "mistakes",
    arguments: [
      ("id:ID,:LABEL,n:integer", "'integer' is no type of column", "did you mean ':int'?"),
      ("id:ID,:LABEL,n:flaot", "'flaot' is no type of column", "did you mean ':float'?"),
      ("id:ID,:LABEL,n:Int", "'Int' is no type of column", "did you mean ':int'?"),
      (
        "id:ID,:LABEL,n:point", "'point' is no type of column",
        "the types are string, int, float, boolean and date, each with [] behind it for a list"
      ),
      ("id:ID,:LABLE", "'LABLE' is no type of column", "did you mean ':LABEL'?"),
      ("id:ID,:label", "'label' is no type of column", "did you mean ':LABEL'?"),
      ("id:ID,:LABEL,:int", "the column ':int' has no name", "write name:int"),
      ("id:ID,:LABEL,,name", "column 3 has no name", "name it, or write :IGNORE"),
      ("id:ID,:LABEL,name,name", "there are two columns named 'name'", "give one another name, or write :IGNORE"),
      ("id:ID,:LABEL,:LABEL", "there are two columns :LABEL", "leave one out, or write :IGNORE"),
      (
        "id:ID,label", "the header of a file of nodes needs a column :LABEL",
        "did you mean ':LABEL' where it says 'label'?"
      ),
      ("id:ID,name", "the header of a file of nodes needs a column :LABEL", "add it; its cells may be empty"),
      (
        ":START_ID,:TYPE", "the header of a file of relationships needs a column :END_ID",
        "add it; every row needs a value"
      ),
      (
        "id,name", "the header is neither that of nodes nor that of relationships",
        "nodes: id:ID,:LABEL,name,...; relationships: :START_ID,:END_ID,:TYPE,..."
      ),
      (
        ":ID,:LABEL,:START_ID",
        "the header has columns of nodes (:ID) and of relationships (:START_ID, :END_ID, :TYPE)", nil
      ),
    ] as [(String, String, String?)])
  func mistakes(_ header: String, message: String, hint: String?) {
    let titles = header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let problems = #expect(throws: TableHeader.HeaderProblems.self) { try TableHeader(titles: titles) }
    #expect(problems?.all.map(\.message).contains(message) == true)
    #expect(problems?.all.first { $0.message == message }?.hint == hint)
  }

  @Test("all mistakes of a header are reported together")
  func together() {
    let problems = #expect(throws: TableHeader.HeaderProblems.self) {
      try TableHeader(titles: ["id:ID", ":LABEL", "a:flot", "b:dat", "a", "a"])
    }
    #expect(problems?.all.count == 3)
  }
}
