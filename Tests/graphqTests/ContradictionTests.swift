import Testing

@testable import graphq

/// Where the sources contradict each other or themselves: one statement shows both sides, each with its place.
@Suite("Contradictions of the sources")
struct ContradictionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let folder: String
    let statement: String
    let day: String
    /// The beginnings of lines that must stand below each other, blanks run together.
    let sides: [String]
    var testDescription: String { statement }
  }

  static let cases = [
    // Listed in table 2 (not laid down) and in table 3 (chain of one domain).
    Case(
      folder: "groningen", statement: "why \"directeurenoverleg arbeidsmarkt\"", day: "2018-06-25",
      sides: [
        "legal status chain of one domain Notitie AGO Bijlage II tabel 3",
        "legal status not laid down Notitie AGO Bijlage II tabel 2 rij 3",
      ]),
    // The same code printed twice; which partnership has which comes from elsewhere.
    Case(
      folder: "groningen", statement: "why \"SWV VO Ommelanden\"", day: "2018-06-25",
      sides: [
        "code VO 20.01 Notitie AGO Vervolgstappen (tweede vermelding)",
        "code VO 20.02 SWV-regeling 2015-04-23 bijlage 2015",
      ]),
    // A standing seat by table 2, by invitation by recommendation 2.
    Case(
      folder: "groningen", statement: "why \"SWV PO (Groningen)\" - \"Ambtelijke RMC-tafel 01\"", day: "2018-06-25",
      sides: [
        "SWV PO (Groningen) -> PO -> Ambtelijke RMC-tafel 01 1 SWV PO (Groningen) is member of PO disputed "
          + "Notitie AGO §5 aanbeveling 2 disputed",
        "SWV PO (Groningen) -> SWV-en (ambtelijke RMC-tafels) -> Ambtelijke RMC-tafel 01 1 SWV PO (Groningen) "
          + "is member of SWV-en (ambtelijke RMC-tafels) disputed Notitie AGO Bijlage II tabel 2 rij 1 disputed",
      ]),
    // It prepares by footnote 2, it adopts by the course of the decision.
    Case(
      folder: "utrecht-west", statement: "waarom \"REA Utrecht West\"", day: "2016-06-30",
      sides: [
        "bevoegdheid beslist Samenwerkingsagenda Utrecht West Procesgang",
        "bevoegdheid bereidt voor Samenwerkingsagenda Utrecht West voetnoot 2",
      ]),
    // Seven themes announced, six listed.
    Case(
      folder: "rijnmond", statement: "why \"Adviesrapport onderwijs & jeugdhulp\"", day: "2021-07-02",
      sides: [
        "theme_count 6 Procesvoorstel Rijnmond INHOUD", "theme_count 7 Procesvoorstel Rijnmond INHOUD",
      ]),
    // Dated 14 June, but it tells of the meeting of 23 June.
    Case(
      folder: "rijnmond", statement: "why \"Procesvoorstel Rijnmond\"", day: "2021-07-02",
      sides: [
        "published 2021-06-14 Procesvoorstel Rijnmond kop; PLANNING",
        "published na 23 juni 2021 (de bijeenkomst van 23 juni wordt als voorbij beschreven) Procesvoorstel Rijnmond "
          + "ORGANISATIE / Stuurgroep transformatie",
      ]),
  ]

  @Test("one statement shows both sides with their sources", arguments: cases)
  func bothSides(_ example: Case) {
    let run = ToolRun([example.statement, "--at", example.day], folders: [example.folder])
    #expect(run.errors == "")
    let lines = run.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    let places = example.sides.map { side in lines.firstIndex { $0.hasPrefix(side) } }
    #expect(!places.contains(nil), "\(lines)")
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }
}
