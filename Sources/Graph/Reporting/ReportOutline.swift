/// What a report is made of: sections, each the answers to one or more statements about its subject.
struct ReportOutline: Sendable {
  /// A chapter of the report.
  struct Section: Sendable {
    /// The anchor in the page.
    let name: String
    let title: LocalizedText
    let parts: [Part]
    /// What to say in place of tables when there is nothing to show.
    let absence: LocalizedText
  }

  /// A statement.
  struct Part: Sendable {
    /// The words of the sentence; `subject` and `other` stand for identifiers.
    let words: [String]
    /// A query with `$subject` that names the nodes to put in the place of `other`, one sentence for each; nil for one sentence.
    var others: String?
    /// A query with `$subject`; the part is left out when it has no rows.
    var condition: String?
    /// What of the answer is shown.
    var form = Form.tables
  }

  /// What of an answer is shown.
  enum Form {
    case tables, picture, both
  }

  static let subject = "$subject"
  static let other = "$other"

  let sections: [Section]
}

extension ReportOutline {
  /// The report on a region.
  static let region = ReportOutline(sections: [
    Section(
      name: "profile", title: LocalizedText(english: "The region", dutch: "De regio"),
      parts: [Part(words: ["profile", "of", "region", subject], form: .both)],
      absence: LocalizedText(
        english: "No municipality is recorded in this region.", dutch: "In deze regio is geen gemeente vastgelegd.")),
    Section(
      name: "forums", title: LocalizedText(english: "Forums", dutch: "Overleggen"),
      parts: [
        Part(words: ["structure", "of", subject], condition: servedByForum, form: .picture),
        Part(words: ["forums", "in", subject]),
      ],
      absence: LocalizedText(
        english: "No document describes the forums of this region.",
        dutch: "Geen document beschrijft de overleggen van deze regio.")),
    Section(
      name: "gaps", title: LocalizedText(english: "Gaps", dutch: "Lacunes"),
      parts: [Part(words: ["gaps", "in", subject])], absence: noNorms),
    Section(
      name: "unknowns", title: LocalizedText(english: "What is not recorded", dutch: "Wat niet is vastgelegd"),
      parts: [Part(words: ["unknowns", "in", subject])], absence: noNorms),
    Section(
      name: "checklist", title: LocalizedText(english: "Checklist in eight steps", dutch: "Checklist in acht stappen"),
      parts: [Part(words: ["checklist", subject], condition: servedByForum)],
      absence: LocalizedText(
        english: "No document describes this region, so there is nothing to hold against the checklist.",
        dutch: "Geen document beschrijft deze regio, dus er is niets om naast de checklist te leggen.")),
    Section(
      name: "norms", title: LocalizedText(english: "All norms", dutch: "Alle normen"),
      parts: [Part(words: ["norms", "in", subject])], absence: noNorms),
    Section(
      name: "procedures", title: LocalizedText(english: "Decision processes", dutch: "Besluitvorming"),
      parts: [
        Part(words: ["procedures", "in", subject]),
        Part(words: ["steps", "of", other], others: processes, form: .picture),
      ],
      absence: LocalizedText(
        english: "No recorded decision process takes a step in a forum of this region.",
        dutch: "Geen vastgelegd besluitvormingsproces zet een stap in een overleg van deze regio.")),
  ])

  /// The report on a municipality.
  static let municipality = ReportOutline(sections: [
    Section(
      name: "profile", title: LocalizedText(english: "The municipality", dutch: "De gemeente"),
      parts: [
        Part(words: ["profile", "of", subject]),
        Part(words: ["profile", "of", "region", other], others: rmcRegion, form: .picture),
      ],
      absence: LocalizedText(
        english: "No region of this municipality is recorded.", dutch: "Van deze gemeente is geen regio vastgelegd.")),
    Section(
      name: "seats", title: LocalizedText(english: "Seats", dutch: "Zetels"),
      parts: [Part(words: ["seats", "of", subject], form: .both)],
      absence: LocalizedText(
        english: "No document describes a seat of this municipality.",
        dutch: "Geen document beschrijft een zetel van deze gemeente.")),
    Section(
      name: "links",
      title: LocalizedText(
        english: "Links with the partnerships for inclusive education",
        dutch: "Verbindingen met de samenwerkingsverbanden passend onderwijs"),
      parts: [Part(words: ["link", subject, "to", other], others: partnerships, form: .both)],
      absence: LocalizedText(
        english: "No forum is recorded in which this municipality and one of its partnerships both sit.",
        dutch: "Er is geen overleg vastgelegd waarin deze gemeente en een van haar samenwerkingsverbanden beide zitten."
      )),
    Section(
      name: "gaps", title: LocalizedText(english: "Gaps and norms", dutch: "Lacunes en normen"),
      parts: [Part(words: ["gaps", "of", subject])], absence: noNorms),
  ])

  private static let noNorms = LocalizedText(
    english: "No recorded norm applies here.", dutch: "Geen vastgelegde norm is hier van toepassing.")

  private static let servedByForum = "MATCH (:Region {id: $subject})<-[:SERVES]-(forum:Forum) RETURN forum.id LIMIT 1"

  private static let processes = """
    MATCH (:Region {id: $subject})<-[:SERVES]-(:Forum|Team)<-[:HELD_IN|SUBMITTED_TO]-(:Step)-[:STEP_OF]->(process:Process)
    RETURN DISTINCT process.id ORDER BY process.id
    """

  private static let rmcRegion = """
    MATCH (:Municipality {id: $subject})-[:IN_REGION]->(region:RMCRegion) RETURN region.id ORDER BY region.id LIMIT 1
    """

  private static let partnerships = """
    MATCH (:Municipality {id: $subject})-[:IN_REGION]->(partnership:Partnership)
    WHERE EXISTS { MATCH (partnership)-[:MEMBER_OF*0..3]->(:Party)-[:HOLDS]->(:Mandate) }
      OR EXISTS { MATCH (partnership)-[:MEMBER_OF*0..2]->(:Party)<-[:REPRESENTS]-(:Role)-[:HOLDS]->(:Mandate) }
    RETURN DISTINCT partnership.id ORDER BY partnership.id
    """
}
