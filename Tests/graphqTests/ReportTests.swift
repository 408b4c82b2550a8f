import Foundation
import Testing

@testable import Graph
@testable import graphq

@Suite("A report on a region or a municipality")
struct ReportTests {
  private static let folders = ["utrecht-west", "duties"]

  private func page(_ arguments: [String], folders: [String] = folders) -> ToolRun {
    ToolRun(["report"] + arguments + ["--at", "2026-11-21"], folders: folders)
  }

  @Test("all sections, each in the contents and in brief; nothing from elsewhere")
  func region() {
    let run = page(["Utrecht West"])
    #expect(run.code == 0 && run.errors.isEmpty)
    for name in ["profile", "forums", "gaps", "unknowns", "checklist", "norms", "procedures", "sources"] {
      #expect(run.output.contains("<section id=\"\(name)\""), "no section \(name)")
      #expect(run.output.contains("href=\"#\(name)\""), "no link to \(name)")
    }
    #expect(run.output.contains("<h1>Utrecht West</h1>") && run.output.contains("<dd>as of 2026-11-21</dd>"))
    #expect(!run.output.contains(" src=") && !run.output.contains("<link"))
  }

  @Test("the numbers in the rows lead to passages that are there, each once")
  func citations() {
    let output = page(["Utrecht West"]).output
    let cited = Set(output.matches(of: /href="#(p\d+-\d+)"/).map { String($0.output.1) })
    let listed = output.matches(of: /<li id="(p\d+-\d+)">/).map { String($0.output.1) }
    #expect(cited.count > 10 && cited == Set(listed) && listed.count == Set(listed).count)
  }

  @Test("in Dutch")
  func dutch() {
    let output = page(["Utrecht West", "--lang", "nl"]).output
    #expect(output.hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">"))
    #expect(output.contains(">Overleggen</h2>") && output.contains("<dd>op 2026-11-21</dd>"))
  }

  @Test("a statement that does not apply says why")
  func absences() {
    let run = page(["Arbeidsmarktregio (Groningen)"], folders: ["groningen"])
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.output.contains("No municipality is recorded in this region."))
    #expect(run.output.contains("This cannot be answered: "))
  }

  @Test("a municipality: its seats and its links with the partnerships")
  func municipality() {
    let run = page(["Oldambt"], folders: ["groningen", "duties"])
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.output.contains("<h1>Oldambt</h1>") && run.output.contains("<section id=\"links\""))
    #expect(run.output.contains("forums link Oldambt and SWV PO (Groningen)"))
  }

  @Test("an unknown name, one that fits several, one that is no region, one of another time")
  func names() {
    let typo = page(["Utrecht Wst"])
    #expect(typo.code == 1 && typo.errors.contains("did you mean Utrecht West?") && typo.output.isEmpty)
    let several = page(["Groningen"], folders: ["nederland"])
    #expect(several.code == 1 && several.errors.contains("can be") && several.errors.contains("GM0014"))
    let forum = page(["OOGO Utrecht West"])
    #expect(forum.code == 1 && forum.errors.contains("no region or municipality"))
    let former = page(["Appingedam"], folders: ["nederland"])
    #expect(former.code == 1 && former.errors.contains("Eemsdelta"))
  }

  @Test("a report is a page", arguments: [["-o", "report.pdf"], ["-f", "csv"], ["-o", "report.unknown"]])
  func otherFormats(arguments: [String]) {
    let run = page(["Utrecht West"] + arguments)
    #expect(run.code == 64 && run.errors.contains("a report is a page"))
  }

  @Test("the same bytes each time, to a file as well")
  func file() throws {
    let folder = try TemporaryData(["keep.txt": ""])
    let run = page(["Utrecht West", "-o", folder.path + "/report.html"])
    #expect(run.code == 0 && run.output.isEmpty && run.errors.isEmpty)
    let written = try String(contentsOfFile: folder.path + "/report.html", encoding: .utf8)
    #expect(written == page(["Utrecht West"]).output)
  }

  static let hostile = [
    "<script>alert(1)</script>", "</table></section>", "\"><img src=x onerror=alert(1)>", "a\nb", "' -- ;",
    String(repeating: "x", count: 500),
  ]

  @Test("no name has a meaning to HTML", arguments: hostile)
  func hostileNames(name: String) throws {
    let cell = "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    let folder = try TemporaryData([
      "nodes.csv":
        "id:ID,:LABEL,name,url\nr,Region,\(cell),\nm,Municipality;Party,\(cell),\ns,Source,\(cell),\(cell)\n",
      "links.csv": ":START_ID,:END_ID,:TYPE,certainty,source,section\nm,r,IN_REGION,stated,s,\(cell)\n",
    ])
    for subject in ["r", "m"] {
      let run = page([subject], folders: [folder.path])
      #expect(run.code == 0, "\(run.errors)")
      #expect(run.output.split(separator: "<script").count == 2 && !run.output.contains("<img"))
      #expect(run.output.split(separator: "<section").count == run.output.split(separator: "</section>").count)
    }
  }
}
