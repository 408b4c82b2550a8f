@testable import Graph

/// A landscape small enough to know every claim by heart: who sits where, what is said of the forums.
enum LineageFixture {
  /// `a` and `b` sit in `f` and `g`; `h` has no seats and does not say that its list is complete, `k` says so.
  static let files = [
    "nodes.csv": """
    id:ID,:LABEL,name,level,seats_complete:boolean
    a,Party,A,,
    b,Party,B,,
    c,Party,C,,
    f,Forum,F,official,
    g,Forum,G,board,
    h,Forum,H,official,
    k,Forum,K,board,true
    d,Division,D,,
    r,Region;Party,R,,
    w,Region;Party,W,,

    """,
    "sources.csv": """
    id:ID,:LABEL,name,title,published:date
    early,Source,Early,The early note,2017-05-10
    late,Source,Late,The late note,2018-06-25

    """,
    "statements.csv": """
    id:ID,:LABEL,property,text_value,certainty,section
    s1,Statement,level,official,stated,§1
    s2,Statement,level,board,inferred,§2
    s3,Statement,level,board,stated,§3

    """,
    "statement_links.csv": """
    :START_ID,:END_ID,:TYPE
    s1,f,ABOUT_NODE
    s2,f,ABOUT_NODE
    s3,g,ABOUT_NODE
    s1,early,STATED_IN
    s2,late,STATED_IN
    s3,late,STATED_IN

    """,
    "claims.csv": """
    :START_ID,:END_ID,:TYPE,certainty,source,section,valid_until:date
    a,f,PRESENT_AT,stated,early,p1,
    a,g,PRESENT_AT,inferred,early,p2,
    b,f,PRESENT_AT,disputed,late,p3,
    b,g,PRESENT_AT,inferred,late,p4,
    a,b,ADVISES,inferred,early,p5,
    a,b,ADVISES,stated,late,p6,
    b,c,ADVISES,outside,late,p7,
    a,c,INFORMS,stated,late,p8,

    """,
  ]

  static func landscape() throws -> Landscape { try LandscapeFixture(files).load() }

  /// What a query answers on a day after all sources, with evidence unless told otherwise.
  static func ask(
    _ query: String, evidence: Bool = true, language: Language = .english, at day: String = "2026-11-21"
  ) throws -> (answer: Answer, landscape: Landscape) {
    try ask(query, of: landscape(), evidence: evidence, language: language, at: day)
  }

  static func ask(
    _ query: String, of landscape: Landscape, evidence: Bool = true, language: Language = .english,
    at day: String = "2026-11-21"
  ) throws -> (answer: Answer, landscape: Landscape) {
    var request = AskRequest(day: CalendarDate(day))
    request.wantsEvidence = evidence
    request.language = language
    let asker = Asker(landscape, library: PhraseLibrary([]), today: CalendarDate(dayNumber: 20_000))
    return (try asker.answer(query: SourceText(name: "query", text: query), request).answer, landscape)
  }

  /// The evidence of each row in brief: `stated: p1 p3`, with the numbers of an aggregate, and what was searched in vain.
  static func evidence(_ query: String) throws -> [String] {
    let (answer, landscape) = try ask(query)
    return answer.tables[0].evidence.map { brief($0, landscape.graph) }
  }

  static func brief(_ evidence: Evidence, _ graph: PropertyGraph) -> String {
    let claims = evidence.claims.map { claim -> String in
      let section =
        switch claim {
        case .relationship(let relationship): graph.property("section", of: relationship)
        case .statement(let node): graph.property("section", of: node)
        }
      if case .string(let text) = section { return text }
      return "?"
    }
    let counts = evidence.counts.map { "\($0.count) \($0.certainty)" }.joined(separator: ", ")
    let absences = evidence.absences.map { absence in
      " no \(absence.type) at \(graph.identifier(of: absence.node)) (\(absence.isClosed ? "closed" : "open"))"
    }
    return "\(evidence.certainty ?? "–")\(counts.isEmpty ? "" : " (\(counts))"): \(claims.joined(separator: " "))"
      + absences.joined()
  }
}
