import Testing

@testable import graphq

@Suite("Phrases beside the data")
struct UserPhraseTests {
  private static let towns = "id:ID,:LABEL,name\ntown-a,Municipality;Party,Aa\ntown-b,Municipality;Party,Bee\n"
  private static let phrase = """
    // title: Municipalities that begin with a letter
    // titel: Gemeenten die met een letter beginnen
    // phrase: towns like {m:Municipality}
    // zin: plaatsen als {m:Municipality}
    // columns: town
    // kolommen: plaats
    MATCH (m:Municipality {id: $m}), (other:Municipality)
    WHERE other.name STARTS WITH left(m.name, 1)
    RETURN other

    """

  @Test("a file dropped in phrases/ is a phrase at once, in both languages")
  func added() throws {
    let data = try TemporaryData(["towns.csv": Self.towns, "phrases/towns-like.gql": Self.phrase])
    let english = ToolRun(["--at", "2026-11-21", "towns like Bee"], folders: [data.path])
    #expect(english.output.hasPrefix("Municipalities that begin with a letter\ntown\n────\nBee\n(1 row)\n"))
    let dutch = ToolRun(["--at", "2026-11-21", "plaatsen als Bee"], folders: [data.path])
    #expect(dutch.output.hasPrefix("Gemeenten die met een letter beginnen\nplaats\n"))
    #expect(ToolRun(["phrases"], folders: [data.path]).output.contains("towns like <municipality>"))
  }

  @Test("a folder given with -d may hold the phrases above its landscapes")
  func above() throws {
    let data = try TemporaryData(["land/towns.csv": Self.towns, "phrases/towns-like.gql": Self.phrase])
    #expect(ToolRun(["--at", "2026-11-21", "towns like Bee"], folders: [data.path]).output.contains("Bee"))
  }

  @Test("a broken one is reported with file and line, and does the rest no harm")
  func broken() throws {
    let broken = "// titel: Fout\n// frase: fout\nMATCH (n) RETURN n\n"
    let data = try TemporaryData([
      "towns.csv": Self.towns, "phrases/towns-like.gql": Self.phrase, "phrases/broken.gql": broken,
    ])
    let run = ToolRun(["--at", "2026-11-21", "towns like Bee"], folders: [data.path])
    #expect(run.errors.contains("'frase' is no key of a phrase header"))
    #expect(run.errors.contains("phrases/broken.gql:2:4"))
    #expect(run.output.contains("Bee"))
    #expect(run.code == 0)
  }

  @Test(
    "a mistake that would look like an empty answer is one",
    arguments: [
      ("// phrase: odd {m:Municipality}\nMATCH (m {id: $n}) RETURN m\n", "phrases/odd.gql:3:15"),
      ("// phrase: odd {m:Municipalty}\nMATCH (m {id: $m}) RETURN m\n", "write {...:Municipality} in the phrase file"),
      ("// phrase: odd {m:Municipality}\n// columns: one, two\nMATCH (m {id: $m}) RETURN m\n", "phrases/odd.gql:4:1"),
    ])
  func oddities(text: String, part: String) throws {
    let data = try TemporaryData(["towns.csv": Self.towns, "phrases/odd.gql": "// title: Odd\n" + text])
    let run = ToolRun(["--at", "2026-11-21", "odd Aa"], folders: [data.path])
    #expect(run.errors.contains(part))
    #expect(run.code == 1)
  }

  @Test("a user's phrase goes before a built-in one that is spoken the same")
  func preferred() throws {
    let phrase = "// title: Mine\n// phrase: seats of {p:Party}\nMATCH (p {id: $p}) RETURN p\n"
    let data = try TemporaryData(["towns.csv": Self.towns, "phrases/mine.gql": phrase])
    let run = ToolRun(["--at", "2026-11-21", "seats of Aa"], folders: [data.path])
    #expect(run.output.hasPrefix("Mine\n"))
  }

  @Test("a mistake in the query is shown at its place in the file")
  func brokenQuery() throws {
    let broken = "// title: Broken\n// phrase: broken towns\nMATCH (m:Municipality\nRETURN m\n"
    let data = try TemporaryData(["towns.csv": Self.towns, "phrases/broken.gql": broken])
    let run = ToolRun(["--at", "2026-11-21", "broken towns"], folders: [data.path])
    #expect(run.errors.contains("phrases/broken.gql:3:7"))
    #expect(run.code == 1)
  }
}
