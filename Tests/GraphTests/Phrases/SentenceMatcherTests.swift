import Testing

@testable import Graph

@Suite("A sentence finds its phrase")
struct SentenceMatcherTests {
  private static func file(_ name: String, _ header: [String]) -> PhraseSource {
    let text = header.map { "// \($0)\n" }.joined() + "RETURN 1 AS x"
    return PhraseSource(name: name, path: "\(name).gql", bytes: Array(text.utf8), isBuiltIn: true)
  }

  static let library = PhraseLibrary([
    file(
      "link", ["phrase: link {a:Party} to {b:Party}", "zin: verbind {a:Party} met {b:Party}", "example: link A to B"]),
    file("among", ["phrase: links among {p:Party,...}"]),
    file("overlap", ["phrase: overlap {d:Division} with {e:Division}"]),
    file("route", ["phrase: route {t:Theme} [from {p:Party}]"]),
    file("disappears", ["phrase: what if {f:Forum+} disappears"]),
    file("profile", ["phrase: profile of {m:Municipality}"]),
    file("forum", ["phrase: members of {f:Forum}"]),
    file("meetings", ["phrase: meetings since {d:date} at least {n:integer}"]),
    file("why", ["phrase: why {x:Party|Region}"]),
    file("whypair", ["phrase: why {a:Party|Region} - {b:Party|Region}"]),
    file("gaps", ["phrase: gaps", "phrase: gaps in {r:Region}"]),
    file("endparty", ["phrase: end {p:Party}"]),
    file("endtheme", ["phrase: end {t:Theme}"]),
    file("halt", ["phrase: halt {p:Party"]),
    file("broken", ["phrase: link {a:Party to", "tilte: x"]),
  ])

  static let matcher = SentenceMatcher(library: library, names: NamesFixture.index)

  struct Case: Sendable, CustomTestStringConvertible {
    let sentence: String
    let phrase: String
    let parameters: String
    var testDescription: String { sentence }
  }

  static let cases = [
    Case(sentence: "link Oldambt to Veendam", phrase: "link", parameters: "a=GM1895 b=GM0047"),
    Case(sentence: "LINK oldambt TO \"SWV VO Stad\"", phrase: "link", parameters: "a=GM1895 b=swv-vo-stad"),
    Case(sentence: "link SWV VO Stad to gemeente Groningen", phrase: "link", parameters: "a=swv-vo-stad b=GM0014"),
    Case(sentence: "verbind Oldambt met Veendam", phrase: "link", parameters: "a=GM1895 b=GM0047"),
    Case(
      sentence: "links among Oldambt, Veendam, SWV PO", phrase: "among",
      parameters: "p=[GM1895,GM0047,swv-po-groningen]"),
    Case(
      sentence: "links among Oldambt, Veendam and SWV PO", phrase: "among",
      parameters: "p=[GM1895,GM0047,swv-po-groningen]"),
    Case(sentence: "links among \"Oldambt, Veendam\"", phrase: "among", parameters: "p=[GM1895,GM0047]"),
    Case(sentence: "overlap RMC with Youth", phrase: "overlap", parameters: "d=division-rmc e=division-youth"),
    Case(sentence: "route Leerlingenvervoer", phrase: "route", parameters: "t=theme-vervoer p=null"),
    Case(sentence: "route Leerlingenvervoer from Oldambt", phrase: "route", parameters: "t=theme-vervoer p=GM1895"),
    Case(sentence: "route Pilot Jeugdhulp op VO", phrase: "route", parameters: "t=theme-pilot p=null"),
    Case(
      sentence: "what if AGO disappears", phrase: "disappears",
      parameters: "f=[forum-ago-bestuurlijk,forum-ago-ambtelijk]"),
    Case(sentence: "profile of 's-Hertogenbosch", phrase: "profile", parameters: "m=GM0796"),
    Case(sentence: "meetings since 2017-01 at least 3", phrase: "meetings", parameters: "d=2017-01-01 n=3"),
    Case(sentence: "why Oldambt - RMC 01", phrase: "whypair", parameters: "a=GM1895 b=MC01"),
    Case(sentence: "why RMC 01?", phrase: "why", parameters: "x=MC01"),
    Case(sentence: "gaps", phrase: "gaps", parameters: "r=null"),
    Case(sentence: "gaps in RMC 01", phrase: "gaps", parameters: "r=MC01"),
    Case(
      sentence: "link the SWV VO Stad to Groningen (gemeente)", phrase: "link", parameters: "a=swv-vo-stad b=GM0014"),
    // A name given in full goes before one that is part of a longer name.
    Case(sentence: "end SWV VO Stad", phrase: "endparty", parameters: "p=swv-vo-stad"),
    Case(sentence: "end Leerlingenvervoer", phrase: "endtheme", parameters: "t=theme-vervoer"),
  ]

  @Test("exactly one reading holds", arguments: cases)
  func reads(_ example: Case) throws {
    let matched = try SentenceMatcherTests.matcher.match(try Sentence(text: example.sentence))
    #expect(matched.phrase.name == example.phrase)
    #expect(matched.parameters.map { "\($0.name)=\(spelled($0.value))" }.joined(separator: " ") == example.parameters)
  }

  private func spelled(_ value: Value) -> String {
    switch value {
    case .string(let text): text
    case .list(let values): "[" + values.map(spelled).joined(separator: ",") + "]"
    case .date(let date): date.description
    case .integer(let number): String(number)
    default: "null"
    }
  }

  @Test("the language is that of the sentence")
  func language() throws {
    let dutch = try SentenceMatcherTests.matcher.match(try Sentence(text: "verbind Oldambt met Veendam"))
    #expect(dutch.language == .dutch)
  }

  @Test("a view may stand at the end of any sentence")
  func view() throws {
    let sentence = try Sentence(text: "link Oldambt to Veendam op 2017-01-01 zonder AGO")
    let matched = try SentenceMatcherTests.matcher.match(sentence)
    #expect(matched.day == .on(try #require(CalendarDate("2017-01-01"))))
    #expect(NamesFixture.ids(matched.without) == ["forum-ago-bestuurlijk", "forum-ago-ambtelijk"])
    let other = try SentenceMatcherTests.matcher.match(try Sentence(text: "gaps without Oldambt, Veendam at any"))
    #expect(NamesFixture.ids(other.without) == ["GM1895", "GM0047"])
    #expect(other.day == .any)
  }

  @Test("explain and profile stand before a sentence, and 'profile of' remains a phrase")
  func modes() throws {
    let explained = try SentenceMatcherTests.matcher.match(try Sentence(text: "explain link Oldambt to Veendam"))
    #expect(explained.mode == .explain)
    #expect(explained.phrase.name == "link")
    #expect(
      try SentenceMatcherTests.matcher.match(try Sentence(text: "profile link Oldambt to Veendam")).mode == .profile)
    #expect(try SentenceMatcherTests.matcher.match(try Sentence(text: "profile of Oldambt")).mode == .run)
  }

  @Test("notes name the members of a set and a possible twin")
  func notes() throws {
    let set = try SentenceMatcherTests.matcher.match(try Sentence(text: "what if AGO disappears"))
    #expect(set.notes.map { $0[.english] } == ["'AGO' stands for AGO bestuurlijk, AGO ambtelijk."])
    let twin = try SentenceMatcherTests.matcher.match(try Sentence(text: "members of LEA formeel"))
    #expect(
      twin.notes.map { $0[.dutch] } == [
        "LEA (Groningen, formeel) is mogelijk hetzelfde als LEA (Groningen, ambtelijk) (overleg, forum-lea-ambtelijk);"
          + " dat telt hier niet mee."
      ])
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let sentence: String
    let kind: SentenceError.Kind
    let description: String
    var testDescription: String { sentence }
  }

  static let mistakes = [
    Mistake(
      sentence: "lnik Oldambt to Veendam", kind: .unknownPhrase,
      description: "no phrase begins with 'lnik'\ndid you mean 'link ... to ...'?"),
    Mistake(
      sentence: "abracadabra", kind: .unknownPhrase,
      description: "no phrase begins with 'abracadabra'\n'graphq phrases' lists what can be asked"),
    Mistake(
      sentence: "link Oldambt", kind: .unknownPhrase,
      description: "'link Oldambt' is not how this is asked\nsay 'link ... to ...', for example: link A to B"),
    Mistake(
      sentence: "link Oldamt to Veendam", kind: .unknownName,
      description: "there is no party called 'Oldamt'\ndid you mean Oldambt?"),
    Mistake(
      sentence: "link Oldambt to Leerlingenvervoer", kind: .unknownName,
      description: "there is no party called 'Leerlingenvervoer'\n"
        + "Leerlingenvervoer (theme, theme-vervoer) is something else"),
    Mistake(
      sentence: "link Groningen to SWV VO Stad", kind: .ambiguousName,
      description:
        "'Groningen' can be 2 things:\n  1. \"Groningen (municipality)\", or GM0014\n  2. \"Groningen (province)\", or PV20\n"
        + "type one of these instead, with the quotation marks"),
    Mistake(
      sentence: "halt Oldambt", kind: .unknownPhrase,
      description: "the phrase that begins with 'halt' cannot be read: halt.gql:1:17: this slot has no end"
        + " (write {a:Party})"),
    Mistake(sentence: "", kind: .unknownPhrase, description: "the sentence is empty"),
  ]

  @Test("what does not hold is explained", arguments: mistakes)
  func tells(_ mistake: Mistake) throws {
    let sentence = try Sentence(text: mistake.sentence)
    do {
      _ = try SentenceMatcherTests.matcher.match(sentence)
      Issue.record("no error")
    } catch {
      #expect(error.kind == mistake.kind)
      #expect(error.description == mistake.description)
    }
  }

  @Test("an ambiguous name is answered by a choice")
  func choice() throws {
    let sentence = try Sentence(text: "explain link Groningen to SWV VO Stad")
    do {
      _ = try SentenceMatcherTests.matcher.match(sentence)
      Issue.record("no error")
    } catch {
      let words = try #require(error.words)
      let chosen = sentence.replacing(words, with: error.candidates[1].id)
      #expect(NamesFixture.ids(try SentenceMatcherTests.matcher.match(chosen).arguments[0].nodes) == ["PV20"])
    }
  }

  @Test("a name outside the view tells its period and its successor")
  func outsideView() throws {
    let matched = try SentenceMatcherTests.matcher.match(try Sentence(text: "profile of Loppersum"))
    do {
      _ = try matched.restricted(to: NamesFixture.view(without: ["GM0024"]), names: NamesFixture.index)
      Issue.record("no error")
    } catch {
      #expect(
        error.description == "Loppersum (municipality, GM0024, until 2021-01-01) is not there in this view\n"
          + "it was succeeded by Eemsdelta (municipality, GM1979, from 2021-01-01); ask with --at 2020-12-31")
    }
  }

  @Test("a set keeps what is inside the view and says what is not")
  func setInView() throws {
    let matched = try SentenceMatcherTests.matcher.match(try Sentence(text: "what if AGO disappears"))
    let seen = try matched.restricted(
      to: NamesFixture.view(without: ["forum-ago-bestuurlijk"]), names: NamesFixture.index)
    #expect(seen.parameters.map { spelled($0.value) } == ["[forum-ago-ambtelijk]"])
    #expect(
      seen.notes.last?[.english]
        == "AGO bestuurlijk (forum, forum-ago-bestuurlijk, until 2017-05-11) is not there on this day or in this view.")
  }

  @Test("a sentence made to be split in endless ways ends at once")
  func hostile() throws {
    let words = "link " + Array(repeating: "to", count: 250).joined(separator: " ")
    #expect(throws: SentenceError.self) { try SentenceMatcherTests.matcher.match(try Sentence(text: words)) }
    let views = "gaps " + Array(repeating: "without at 2017-01-01", count: 80).joined(separator: " ")
    #expect(throws: SentenceError.self) { try SentenceMatcherTests.matcher.match(try Sentence(text: views)) }
  }
}
