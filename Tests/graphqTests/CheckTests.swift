import Testing

@testable import graphq

@Suite("graphq check of the project's data")
struct CheckTests {
  @Test("every landscape alone, and all together, has no error")
  func noErrors() {
    let folders = ["duties", "groningen", "nederland", "rijnmond", "utrecht-west"]
    for given in folders.map({ [$0] }) + [folders] {
      let run = ToolRun(["check"], folders: given)
      #expect(run.code == 0, "\(given)")
      #expect(run.output.contains("\n0 errors, "), "\(given)")
    }
  }

  @Test("as JSON: what there is, and the findings with file and line")
  func json() {
    let run = ToolRun(["check", "-f", "json"], folders: ["nederland"])
    #expect(run.code == 0)
    #expect(run.output.hasPrefix(#"{"labels":{"Party":"#))
    #expect(run.output.contains(#","types":{"IN_REGION":"#))
    #expect(run.output.contains(#""findings":[{"severity":"warning","rule":"whole-region","file":"#))
    #expect(run.output.contains(#"in_region_socialwork.csv","line":141,"message":"'Geldrop-Mierlo' (GM1771) lies"#))
    #expect(run.output.hasSuffix("\"}]}\n"))
  }

  @Test("data that do not load are findings too: one for each mistake, of every file")
  func unloadable() throws {
    let data = try TemporaryData([
      "n.csv": "id:ID,:LABEL,founded:date\na,Party,2010-02-30\n",
      "r.csv": ":START_ID,:END_ID,:TYPE,certainty\na,b,ADVISES,perhaps\n",
    ])
    let run = ToolRun(["check", "--format", "json"], folders: [data.path])
    #expect(run.code == 1)
    #expect(run.output.hasPrefix(#"{"labels":{},"types":{},"findings":[{"severity":"error","rule":"load","file":"#))
    for part in [
      #"n.csv","line":2,"message":"there is no such day""#, #"r.csv","line":2,"message":"there is no node 'b'""#,
      #"r.csv","line":2,"message":"'perhaps' is no certainty""#,
    ] {
      #expect(run.output.contains(part))
    }
  }

  @Test("a phrase on norms without the norms says which folder to load")
  func withoutNorms() {
    let run = ToolRun(["gaps", "--at", "2026-11-21"])
    #expect(run.code == 1)
    #expect(run.errors.contains("there is no named query duties"))
    #expect(
      run.errors.contains("hint: a folder of .gql files can be one: load the folder duties too, as in -d data/duties"))
  }
}
