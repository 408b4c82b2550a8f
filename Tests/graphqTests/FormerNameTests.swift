import Testing

@testable import graphq

@Suite("Names that are no more, or nearly right")
struct FormerNameTests {
  private static let all = ["/" + ToolRun.data.dropFirst()]

  @Test(
    "a former municipality is found, with its period, its successors and the day to ask for",
    arguments: [
      (
        ["profile", "of", "Delfzijl", "--at", "2026-11-21"],
        """
        error: Delfzijl (municipality, GM0010, until 2021-01-01) is not there in this view
        hint: it was succeeded by Eemsdelta (municipality, GM1979, from 2021-01-01); ask with --at 2020-12-31

        """
      ),
      (
        ["profiel", "van", "haaren", "--at", "2021-06-01"],
        """
        error: Haaren (municipality, GM0788, until 2021-01-01) is not there in this view
        hint: it was succeeded by Boxtel (municipality, GM0757), Oisterwijk (municipality, GM0824), \
        Tilburg (municipality, GM0855), Vught (municipality, GM0865); ask with --at 2020-12-31

        """
      ),
    ])
  func former(arguments: [String], message: String) {
    let run = ToolRun(arguments, folders: Self.all)
    #expect(run.errors == message)
    #expect(run.output == "")
    #expect(run.code == 1)
  }

  @Test("on that day it answers")
  func onThatDay() {
    let run = ToolRun(["profile", "of", "delfzijl", "--at", "2020-12-31"], folders: Self.all)
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("Delfzijl lies in "))
    #expect(run.output.contains("Noord-Groningen-Eemsmond"))
    #expect(run.output.hasSuffix("as of 2020-12-31\n"))
  }

  @Test(
    "a typing error is answered with the nearest name, another kind of thing with what it is",
    arguments: [
      ("Oldamt", "hint: did you mean Oldambt?"), ("Zudwest Fryslan", "hint: did you mean Súdwest-Fryslân?"),
      ("haarlemermeer", "hint: did you mean Haarlemmermeer?"),
      ("provincie Utrecht", "hint: Utrecht (province, PV26) is something else"),
      ("Bergen", "  1. \"Bergen (NH.)\", or GM0373\n  2. \"Bergen (L.)\", or GM0893\n"),
    ])
  func nearest(name: String, part: String) {
    let run = ToolRun(["profile of '\(name)'", "--at", "2026-11-21"], folders: ["nederland"])
    #expect(run.code == 1)
    #expect(run.errors.contains(part))
  }
}
