import Testing

@testable import Graph

/// A landscape of a few rows, and what the check says about it.
struct CheckCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let nodes: String
  let relationships: String
  let expected: [String]

  init(_ name: String, nodes: String = "", relationships: String = "", _ expected: String...) {
    (testDescription, self.nodes, self.relationships, self.expected) = (name, nodes, relationships, expected)
  }

  /// Columns of the nodes of a case.
  static let nodeHeader = "id:ID,:LABEL,name,valid_from:date,valid_until:date,source,property,text_value\n"
  /// Columns of the relationships of a case.
  static let relationshipHeader = ":START_ID,:END_ID,:TYPE,certainty,source,part,valid_from:date,valid_until:date\n"
  /// Nodes of every case: lines 2 to 7.
  static let base = """
    s,Source,,,,,,
    gm,Municipality,Oldambt,,,,,
    r1,Region,Noord,,,,,
    r2,Region,Zuid,,,,,
    d,Division,RMC,,,,,
    f,Forum,LEA,,,,,

    """
  /// Relationships of every case: lines 2 and 3.
  static let structure = "r1,d,OF_DIVISION,,,,,\nr2,d,OF_DIVISION,,,,,\n"
}

@Suite("The check of a landscape")
struct LandscapeCheckTests {
  private func findings(_ example: CheckCase) throws -> [String] {
    let landscape = try landscape([
      "n.csv": CheckCase.nodeHeader + CheckCase.base + example.nodes,
      "r.csv": CheckCase.relationshipHeader + CheckCase.structure + example.relationships,
    ])
    return LandscapeCheck(landscape).findings.map { finding in
      let file = finding.origin?.file.split(separator: "/").last.map(String.init) ?? "-"
      return "\(file):\(finding.origin?.line ?? 0) \(finding.severity.rawValue) \(finding.rule)"
    }
  }

  @Test(
    arguments: [
      CheckCase("nothing wrong", relationships: "gm,r1,IN_REGION,stated,s,,,\n"),
      CheckCase("an unknown label", nodes: "x,Forrum,X,,,,,\n", "n.csv:8 warning unknown-label"),
      CheckCase("an unknown type", relationships: "gm,r1,IN_REGIO,stated,s,,,\n", "r.csv:4 warning unknown-type"),
      CheckCase("a period of a node", nodes: "x,Forum,X,2020-01-01,2020-01-01,,,\n", "n.csv:8 error period-order"),
      CheckCase(
        "a period of a relationship", relationships: "gm,r1,IN_REGION,stated,s,,2021-01-01,2020-01-01\n",
        "r.csv:4 error period-order"),
      CheckCase("the wrong way round", relationships: "r1,gm,IN_REGION,stated,s,,,\n", "r.csv:4 error wrong-end"),
      CheckCase("the wrong start", relationships: "s,r1,IN_REGION,stated,s,,,\n", "r.csv:4 error wrong-end"),
      CheckCase(
        "an end of another vocabulary", nodes: "x,Thing,X,,,,,\n", relationships: "x,r1,IN_REGION,stated,s,,,\n",
        "n.csv:8 warning unknown-label"),
      CheckCase("a source that is not there", relationships: "gm,r1,IN_REGION,stated,t,,,\n", "r.csv:4 error source"),
      CheckCase("a source that is none", relationships: "gm,r1,IN_REGION,stated,gm,,,\n", "r.csv:4 error source"),
      CheckCase("a node's source that is not there", nodes: "x,Forum,X,,,t,,\n", "n.csv:8 error source"),
      CheckCase("no certainty", relationships: "gm,r1,IN_REGION,,s,,,\n", "r.csv:4 error evidence"),
      CheckCase("no source", relationships: "gm,r1,IN_REGION,stated,,,,\n", "r.csv:4 error evidence"),
      CheckCase(
        "two regions at once", relationships: "gm,r1,IN_REGION,stated,s,,,\ngm,r2,IN_REGION,stated,s,,,\n",
        "r.csv:5 error whole-region"),
      CheckCase(
        "two regions one after the other",
        relationships: "gm,r1,IN_REGION,stated,s,,,2020-01-01\ngm,r2,IN_REGION,stated,s,,2020-01-01,\n"),
      CheckCase(
        "parts of two regions", relationships: "gm,r1,IN_REGION,stated,s,east,,\ngm,r2,IN_REGION,stated,s,west,,\n"),
      CheckCase(
        "a disputed region", relationships: "gm,r1,IN_REGION,stated,s,,,\ngm,r2,IN_REGION,disputed,s,,,\n"),
      CheckCase(
        "regions that are possibly the same",
        relationships: "gm,r1,IN_REGION,stated,s,,,\ngm,r2,IN_REGION,stated,s,,,\nr2,r1,POSSIBLY_SAME_AS,outside,s,,,\n"
      ),
      CheckCase("a name twice", nodes: "x,Forum,lea,,,,,\n", "n.csv:8 warning duplicate-name"),
      CheckCase("a name twice, one after the other", nodes: "x,Region,X,,2020-01-01,,,\ny,Region,X,2020-01-01,,,,\n"),
      CheckCase(
        "a name twice, known to be possibly the same", nodes: "x,Forum,LEA,,,,,\n",
        relationships: "x,f,POSSIBLY_SAME_AS,inferred,s,,,\n"),
      CheckCase(
        "a Statement that says nothing", nodes: "x,Statement,,,,,,\n", "n.csv:8 error statement",
        "n.csv:8 error statement",
        "n.csv:8 error statement", "n.csv:8 error statement"),
      CheckCase(
        "a whole Statement", nodes: "x,Statement,,,,,level,board\n",
        relationships: "x,f,ABOUT_NODE,,,,,\nx,s,STATED_IN,,,,,\n"),
      CheckCase(
        "a role with an address", nodes: "x,Role,Secretaris (post@voorbeeld.nl),,,,,\n", "n.csv:8 error personal-data"),
    ])
  func finds(_ example: CheckCase) throws {
    #expect(try findings(example) == example.expected)
  }

  @Test("a message names the nodes, the other place and a way out")
  func message() throws {
    let landscape = try landscape([
      "n.csv": CheckCase.nodeHeader + CheckCase.base,
      "r.csv": CheckCase.relationshipHeader + CheckCase.structure
        + "gm,r1,IN_REGION,stated,s,,,\ngm,r2,IN_REGION,stated,s,,,\nr1,gm,IN_REGION,stated,s,,,\n",
    ])
    let findings = LandscapeCheck(landscape).findings
    let file = landscape.files[1].path
    #expect(
      findings.map(\.message) == [
        "'Oldambt' (gm) lies whole in 'Zuid' (r2) and at the same time in 'Noord' (r1) (\(file):4), both of 'RMC' (d)",
        "IN_REGION may not end at 'Oldambt' (gm), a Municipality",
      ])
    #expect(findings.last?.hint?.hasPrefix("turn it round: it goes from Municipality,") == true)
  }

  @Test("two regions named by one passage of one source are worth a look")
  func oneList() throws {
    let header = ":START_ID,:END_ID,:TYPE,certainty,source,section\n"
    let landscape = try landscape([
      "n.csv": CheckCase.nodeHeader + CheckCase.base,
      "o.csv": CheckCase.relationshipHeader + CheckCase.structure,
      "r.csv": header + "gm,r1,IN_REGION,stated,s,list\ngm,r2,IN_REGION,stated,s,list\n",
    ])
    let found = LandscapeCheck(landscape).findings
    #expect(found.map(\.rule) == ["whole-region"])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test("a property of another type than the vocabulary gives it")
  func valueTypes() throws {
    let landscape = try landscape(["n.csv": "id:ID,:LABEL,held_on,times_per_year:int\nx,Meeting,2020-01-01,4\n"])
    let finding = try #require(LandscapeCheck(landscape).findings.first)
    #expect(finding.message == "the property 'held_on' should be a date")
    #expect(finding.hint == "write 'held_on:date' in the header")
    #expect(LandscapeCheck(landscape).hasErrors)
  }

  @Test("counts per label and type, in the order of the vocabulary")
  func counts() throws {
    let landscape = try landscape([
      "n.csv": "id:ID,:LABEL\na,Zebra\nb,Forum\nc,Municipality;Party\nd,Aardvark\ne,Forum\n",
      "r.csv": ":START_ID,:END_ID,:TYPE\nc,b,ADVISES\nb,c,INFORMS\nb,e,ADVISES\n",
    ])
    let check = LandscapeCheck(landscape)
    #expect(
      check.labelCounts.map { "\($0.name) \($0.count)" } == [
        "Party 1", "Municipality 1", "Forum 2", "Aardvark 1", "Zebra 1",
      ])
    #expect(check.typeCounts.map { "\($0.name) \($0.count)" } == ["ADVISES 2", "INFORMS 1"])
  }

  @Test("a graph of another vocabulary has nothing to be blamed for")
  func otherVocabulary() throws {
    let landscape = try landscape([
      "n.csv": ":ID,:LABEL,source\n1,Person,me\n2,Person,me\n", "r.csv": ":START_ID,:END_ID,:TYPE\n1,2,KNOWS\n",
    ])
    #expect(LandscapeCheck(landscape).findings == [])
  }
}

@Suite("Roles name functions, not persons")
struct PersonNameTests {
  private let names = PersonName(knownWords: ["oldambt", "passend", "onderwijs", "stad", "regio"])

  @Test(
    "functions",
    arguments: [
      "Wethouder Onderwijs", "Directeur SWV PO", "Beleidsadviseur Passend Onderwijs", "Voorzitter regio Stad",
      "Gemeentesecretaris Oldambt", "Hoofd Jeugd", "Directeuren van de SWV-en", "RMC-coördinator Oldambt", "Regisseur",
      "Leerplichtambtenaar (Westerkwartier)",
    ])
  func functions(_ name: String) { #expect(!names.isFound(in: name)) }

  @Test(
    "persons",
    arguments: [
      "Anna Voorbeeld", "Wethouder A. Voorbeeld", "mw. Voorbeeld", "Directeur Anna van der Voorbeeld",
      "A.B. de Voorbeeld",
      "Drs. Voorbeeld", "Secretaris (Anna Voorbeeld)", "Anna-Bea Voorbeeld",
    ])
  func persons(_ name: String) { #expect(names.isFound(in: name)) }

  @Test(
    "telephone numbers and addresses",
    arguments: [
      ("tel. 050-123 45 67", true), ("+31 (0)50 1234567", true), ("0612345678", true), ("2016-2017", false),
      ("artikel 18a 2.3", false), ("12345678901", false),
    ])
  func telephone(_ text: String, expected: Bool) { #expect(ContactDetails.hasTelephoneNumber(text) == expected) }

  @Test(
    "addresses",
    arguments: [
      ("a@b.nl", true), ("post.bus@voor-beeld.gov.nl", true), ("@home", false), ("a @ b", false), ("a@b", false),
    ])
  func mail(_ text: String, expected: Bool) { #expect(ContactDetails.hasMailAddress(text) == expected) }
}
