import Graph

/// A piece of work: a statement in the language, and the answer worked out another way.
struct Work: Sendable {
  let name: String
  let title: String
  let statement: String
  /// The rows of the answer as text, in any order.
  let expected: @Sendable (Reference) -> [String]
}

extension Work {
  /// The pieces of work, in the order of the table.
  static let all: [Work] = [
    Work(
      name: "W1", title: "link: the forums in which both of 1000 pairs sit",
      statement: """
        UNWIND $pairs AS p MATCH (a {id: p.a})-[:SITS_IN]->(f:Forum)<-[:SITS_IN]-(b {id: p.b})
        RETURN DISTINCT p.i, f.id
        """, expected: { $0.links }),
    Work(
      name: "W2", title: "chain: the length of the shortest chain for 1000 pairs",
      statement: """
        UNWIND $pairs AS p MATCH (a {id: p.a}) MATCH (b {id: p.b})
        OPTIONAL MATCH q = ANY SHORTEST (a)-[:SITS_IN]-{1,8}(b) RETURN p.i, coalesce(length(q), -1)
        """, expected: { $0.chains }),
    Work(
      name: "W3", title: "overlap: all pairs of regions with shared municipalities",
      statement: """
        MATCH (p)<-[:IN]-(m:Municipality)-[:IN]->(q) WHERE id(p) < id(q) WITH p, q, count(*) AS c
        RETURN p.id, q.id, c,
          CASE c WHEN COUNT { (p)<-[:IN]-() } THEN 1 ELSE 0 END + CASE c WHEN COUNT { (q)<-[:IN]-() } THEN 1 ELSE 0 END
        """, expected: { $0.overlaps }),
    Work(
      name: "W4", title: "gaps: partnerships without a consultation at board level with a municipality",
      statement: """
        MATCH (s:SWV)-[:COVERS]->(m:Municipality)
        WHERE NOT EXISTS { MATCH (s)-[x:SITS_IN]->(f:Forum)<-[y:SITS_IN]-(m)
          WHERE f.kind = 'OOGO' AND x.level = 'bestuurlijk' AND y.level = 'bestuurlijk' }
        RETURN s.id, m.id
        """, expected: { $0.gaps }),
    Work(
      name: "W5", title: "route: deciding forums for a theme and the way to the nearest, for 1000 pairs",
      statement: """
        UNWIND $routes AS p MATCH (t:Theme {id: p.t}) MATCH (f:Forum {id: p.f})
        OPTIONAL MATCH q = ANY SHORTEST (f)-[:PREPARES_FOR|ADVISES]->{0,30}(g)
          WHERE EXISTS { (g)-[:HANDLES]->(t) } AND EXISTS { (g)<-[s:SITS_IN]-() WHERE s.mandate = 'decide' }
        WITH p.i AS i, t, min(length(q)) AS l
        RETURN i, COUNT { (t)<-[:HANDLES]-(g) WHERE EXISTS { (g)<-[s:SITS_IN]-() WHERE s.mandate = 'decide' } },
          coalesce(l, -1)
        """, expected: { $0.routes }),
    Work(
      name: "W6", title: "what if: pairs of parties whose only shared forum it is, per forum",
      statement: """
        MATCH (a)-[:SITS_IN]->(f:Forum)<-[:SITS_IN]-(b) WHERE id(a) < id(b)
        WITH a, b, count(DISTINCT f) AS n, min(f) AS g WHERE n = 1 RETURN g.id, count(*)
        """, expected: { $0.onlyLinks }),
    Work(
      name: "W7", title: "redundancy: forums whose participants all sit in another",
      statement: """
        MATCH (p)-[:SITS_IN]->(f:Forum) WITH f, count(DISTINCT p) AS n
        MATCH (f)<-[:SITS_IN]-(p)-[:SITS_IN]->(g:Forum) WHERE f <> g
        WITH f, g, n, count(DISTINCT p) AS c WHERE c = n RETURN f.id, g.id
        """, expected: { $0.contained }),
    Work(
      name: "W8", title: "pattern: neighbours in one division whose region of another differs",
      statement: """
        MATCH (a:Municipality)-[:IN]->(r:RMC)<-[:IN]-(b:Municipality)-[:IN]->(j:JobMarket)
        WHERE NOT EXISTS { MATCH (a)-[:IN]->(j) } RETURN r.name, count(DISTINCT b)
        """, expected: { $0.pattern }),
  ]
}

extension Work {
  /// The statement on seats that are mandates: `(party)-[:HOLDS]->(mandate)-[:IN_FORUM]->(forum)`.
  var statementInOwnShape: String {
    statement
      .replacing("length(q)", with: name == "W2" ? "length(q) / 2" : "length(q)")
      .replacing("'bestuurlijk'", with: "'board'")
      .replacing("-[:SITS_IN]-{1,8}", with: "-[:HOLDS|IN_FORUM]-{1,16}")
      .replacing(/<-\[(\w*):SITS_IN\]-/) { "<-[:IN_FORUM]-(\($0.1))<-[:HOLDS]-" }
      .replacing(/-\[(\w*):SITS_IN\]->/) { "-[:HOLDS]->(\($0.1))-[:IN_FORUM]->" }
  }
}

/// Work on one pair: a statement that is prepared once and run for each.
struct PreparedWork: Sendable {
  let name: String
  let title: String
  let statement: String
  let parameters: @Sendable (RandomPairs) -> [[String: Value]]
  /// The rows of all answers as text, the number of the pair first.
  let expected: @Sendable (Reference) -> [String]

  static let all: [PreparedWork] = [
    PreparedWork(
      name: "W1p", title: "link, a thousand runs of a prepared statement",
      statement: "MATCH (a {id: $a})-[:SITS_IN]->(f:Forum)<-[:SITS_IN]-(b {id: $b}) RETURN DISTINCT f.id",
      parameters: { $0.eachLink }, expected: { $0.links }),
    PreparedWork(
      name: "W5p", title: "route, a thousand runs of a prepared statement",
      statement: """
        MATCH (t:Theme {id: $t}) MATCH (f:Forum {id: $f})
        OPTIONAL MATCH q = ANY SHORTEST (f)-[:PREPARES_FOR|ADVISES]->{0,30}(g)
          WHERE EXISTS { (g)-[:HANDLES]->(t) } AND EXISTS { (g)<-[s:SITS_IN]-() WHERE s.mandate = 'decide' }
        WITH t, min(length(q)) AS l
        RETURN COUNT { (t)<-[:HANDLES]-(g) WHERE EXISTS { (g)<-[s:SITS_IN]-() WHERE s.mandate = 'decide' } },
          coalesce(l, -1)
        """,
      parameters: { $0.eachRoute }, expected: { $0.routes }),
  ]
}
