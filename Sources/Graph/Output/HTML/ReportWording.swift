/// What a report itself adds to the answers, in its language.
struct ReportWording {
  let language: Language

  var report: String { language.choose("Report", "Rapport") }
  var contents: String { language.choose("Contents", "Inhoud") }
  var brief: String { language.choose("In brief", "In het kort") }
  var reading: String { language.choose("How to read this", "Hoe dit te lezen") }
  var sources: String { language.choose("Sources", "Bronnen") }
  var view: String { language.choose("View", "Peildatum") }
  var evidence: String { language.choose("Evidence", "Bewijs") }
  var beyond: String { language.choose("Not recorded", "Niet vastgelegd") }

  var openWorld: String {
    language.choose(
      "is not the same as “no”. What no source says is left open.",
      "is iets anders dan “nee”. Wat geen bron zegt, blijft open.")
  }

  /// The certainties from strong to weak, each with what it means.
  var certainties: [(String, String)] {
    [
      (
        "stated", language.choose("A policy document or register says so.", "Een beleidsdocument of register zegt het.")
      ),
      (
        "outside",
        language.choose(
          "Another register than the policy documents says so.", "Een ander register dan de beleidsdocumenten zegt het."
        )
      ),
      ("inferred", language.choose("Our reading of a source.", "Onze lezing van een bron.")),
      ("disputed", language.choose("Sources contradict each other.", "Bronnen spreken elkaar tegen.")),
      (
        "proposed",
        language.choose("Proposed; left out unless asked for.", "Voorgesteld; weggelaten tenzij erom is gevraagd.")
      ),
    ]
  }

  /// What else a reader must know.
  var cautions: [String] {
    [
      language.choose(
        "A row is as certain as the weakest claim it needs. The numbers at the end of a row, such as 2.3, lead to the "
          + "passages it rests on: source 2, passage 3.",
        "Een rij is zo zeker als de zwakste uitspraak die zij nodig heeft. De nummers aan het eind van een rij, zoals 2.3, "
          + "leiden naar de passages waarop zij berust: bron 2, passage 3."),
      language.choose(
        "A fact without a recorded end counts as last recorded: it may have ended since.",
        "Een feit zonder vastgelegd einde geldt als laatst vastgelegd: het kan intussen zijn geëindigd."),
    ]
  }

  func footer(_ view: String) -> String {
    language.choose("Made with graphq, \(view).", "Gemaakt met graphq, \(view).")
  }

  /// `412 claims in 23 passages of 9 sources: 300 stated, 112 inferred`.
  func summary(claims: Int, passages: Int, sources: Int, parts: [String]) -> String {
    language.choose(
      "\(claims) claims in \(passages) passages of \(sources) sources: \(parts.joined(separator: ", "))",
      "\(claims) uitspraken in \(passages) passages van \(sources) bronnen: \(parts.joined(separator: ", "))")
  }

  var published: String { language.choose("published", "verschenen") }
  var describes: String { language.choose("describes the situation of", "beschrijft de stand van") }
  var licence: String { language.choose("licence", "licentie") }
  var withoutLocator: String { language.choose("without a recorded place", "zonder vastgelegde plaats") }
}
