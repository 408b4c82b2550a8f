import Testing

@testable import graphq

@Suite("Comparing two views")
struct CompareTests {
  private static let regions = "MATCH (m:Municipality)-[:IN_REGION]->(r:RMCRegion {id: 'MC02'}) RETURN m, r"

  @Test("rows lost and gained, in the order of the answers")
  func query() {
    let run = ToolRun(
      ["compare", "--at", "2020-01-01", "--", "--at", "2021-01-01", Self.regions], folders: ["nederland"])
    #expect(
      run.output == """
        3 rows lost, 1 gained.

        change  m           r
        ──────  ──────────  ────────────────────────
        -       Appingedam  Noord-Groningen-Eemsmond
        -       Delfzijl    Noord-Groningen-Eemsmond
        -       Loppersum   Noord-Groningen-Eemsmond
        +       Eemsdelta   Noord-Groningen-Eemsmond
        (4 rows)
        - as of 2020-01-01 | + as of 2021-01-01

        """)
  }

  @Test("programs get the marks in a column, nodes by id, and both views")
  func json() {
    let run = ToolRun(
      ["compare", "--at", "2020-01-01", "-f", "json", "--", "--at", "2021-01-01", Self.regions], folders: ["nederland"])
    #expect(run.output.hasPrefix(#"{"view":{"before":{"at":"2020-01-01"},"after":{"at":"2021-01-01"}},"headline":"#))
    #expect(run.output.contains(#""columns":["change","m","r"]"#))
    #expect(run.output.contains(#"["-",{"_node":{"id":"GM0003""#))
    #expect(run.output.contains(#"["+",{"_node":{"id":"GM1979""#))
  }

  @Test("the tables of a sentence keep their titles; those that are the same are left out")
  func sentence() {
    let run = ToolRun([
      "compare", "--at", "2017-01-01", "--", "--at", "2017-01-01", "--without", "AGO", "link", "Oldambt", "to",
      "SWV PO (Groningen)",
    ])
    #expect(run.output.contains("2 rows lost, 0 gained."))
    #expect(run.output.contains("Forums in which both sit\nchange  forum"))
    #expect(run.output.contains("-       AGO ambtelijk"))
    #expect(run.output.contains("- 8 forums link Oldambt and SWV PO (Groningen); 3 of them formal.\n+ 6 forums link"))
    #expect(run.output.contains("- as of 2017-01-01 | + as of 2017-01-01, without AGO"))
  }

  @Test("a name that is only in one of the views gives no rows in the other, and a note")
  func absent() {
    let run = ToolRun(["compare", "--at", "2017-01-01", "--", "--at", "2018-06-25", "leden", "van", "AGO bestuurlijk"])
    #expect(run.output.contains("rijen verdwenen, 0 erbij."))
    #expect(run.output.contains("+ AGO bestuurlijk (forum, forum-ago-bestuurlijk, until 2017-05-11) is not there"))
    #expect(run.code == 0)
  }

  @Test("a name that is in neither view is an error")
  func absentTwice() {
    let run = ToolRun(["compare", "--at", "2018-06-25", "--", "--at", "2019-01-01", "members", "of", "AGO bestuurlijk"])
    #expect(run.errors.contains("hint: ask with --at 2017-05-10"))
    #expect(run.code == 1)
  }

  @Test("equal rows are counted: a row that is there twice and then once is lost once")
  func multisets() {
    let run = ToolRun([
      "compare", "--at", "2017-01-01", "--", "--at", "2018-06-25",
      "MATCH (f:Forum) WHERE f.type IN ['AGO', 'LEA'] RETURN 'forum' AS what",
    ])
    #expect(run.output.contains("2 rows lost, 0 gained."))
  }

  @Test("nothing that differs is said so")
  func same() {
    let run = ToolRun(["compare", "--at", "2018-06-25", "--", "--at", "2018-06-25", "members of LEA"])
    #expect(run.output == "Nothing differs.\n- as of 2018-06-25 | + as of 2018-06-25\n" || run.output.contains("LEA"))
    #expect(run.output.hasPrefix("Nothing differs."))
  }

  @Test("a scenario folder is in the view that names it, and only there")
  func scenario() throws {
    let folder = try TemporaryData(["nodes.csv": "id:ID,:LABEL,name\nforum-nieuw,Forum,Nieuw overleg\n"])
    let statement = "MATCH (f:Forum) WHERE f.name CONTAINS 'Nieuw' RETURN f.name"
    let run = ToolRun(["compare", "--at", "2026-11-21", "--", "--at", "2026-11-21", "--with", folder.path, statement])
    #expect(run.output.contains("0 rows lost, 1 gained."))
    #expect(run.output.contains("+       Nieuw overleg"))
  }

  @Test("without two views it says how")
  func usage() {
    let run = ToolRun(["compare", "members of LEA"])
    #expect(run.errors.contains("compare needs two views with -- between them"))
    #expect(run.code == 64)
  }
}
