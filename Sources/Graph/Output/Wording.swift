/// The few words that the output itself adds to an answer.
struct Wording {
  let language: Language

  /// `(1 row)`, `(12 rows)`.
  func rowCount(_ count: Int) -> String {
    language.choose(count == 1 ? "(1 row)" : "(\(count) rows)", count == 1 ? "(1 rij)" : "(\(count) rijen)")
  }

  var evidence: String { language.choose("evidence", "bewijs") }
  var source: String { language.choose("source", "bron") }
  var why: String { language.choose("Why", "Waarom") }
  var row: String { language.choose("row", "rij") }
  var legend: String { language.choose("Legend", "Legenda") }
  var apart: String { language.choose("not with the majority of its box", "hoort niet bij de meerderheid van het vak") }
  func sameRegion(_ border: String) -> String {
    language.choose("line: neighbours in one \(border)", "lijn: buren in één \(border)")
  }

  /// Municipalities that a file with boundaries lacks.
  func withoutBoundary(_ names: [String], of count: Int) -> String {
    let list = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", " + more(names.count - 12) : "")
    return language.choose(
      "Not in the boundary file, which may be of another year: \(names.count) of \(count) municipalities (\(list))",
      "Niet in het grensbestand, dat van een ander jaar kan zijn: \(names.count) van \(count) gemeenten (\(list))")
  }

  func simplified(_ file: String) -> String {
    language.choose(
      "Boundaries: \(file), lines simplified (Douglas-Peucker)",
      "Grenzen: \(file), lijnen vereenvoudigd (Douglas-Peucker)")
  }
  var borderOf: String { language.choose("border of", "grens van") }
  var inBold: String { language.choose("name in bold", "naam vet") }
  var unrecordedRegion: String { language.choose("not recorded", "niet vastgelegd") }

  /// What parts two regions of one division within one of another.
  func mismatch(_ border: String, _ colour: String) -> String {
    language.choose("mismatch: one \(border), two times \(colour)", "verschil: één \(border), twee keer \(colour)")
  }

  var withoutTile: String { language.choose("Not on the map", "Niet op de kaart") }
  var unrecorded: String { language.choose("not recorded?", "niet vastgelegd?") }
  var missing: String { language.choose("missing", "ontbreekt") }
  var decidedOn: String { language.choose("what it is about", "waar het over gaat") }
  var parties: String { language.choose("parties", "partijen") }
  var levelUnrecorded: String { language.choose("level not recorded", "niveau niet vastgelegd") }
  var noSeat: String { language.choose("no seat; the list is complete", "geen zetel; de lijst is volledig") }
  var notRecorded: String { language.choose("not recorded", "niet vastgelegd") }
  var noDate: String { language.choose("date not recorded", "datum niet vastgelegd") }
  var onDay: String { language.choose("on that day", "op die dag") }
  var inPeriod: String { language.choose("in that period", "in die periode") }
  var beforeDay: String { language.choose("before that day", "vóór die dag") }
  var fromDay: String { language.choose("from that day on", "vanaf die dag") }
  var tooEarly: String { language.choose("before what authorises it", "vóór wat ertoe machtigt") }
  var possiblyTooEarly: String {
    language.choose("possibly before what authorises it", "mogelijk vóór wat ertoe machtigt")
  }
  var crosses: String {
    language.choose(
      "the two regions cross; thickness: municipalities shared", "de regio's kruisen; dikte: gedeelde gemeenten")
  }
  var nested: String { language.choose("one lies within the other", "de een ligt binnen de ander") }
  var emptyCell: String { language.choose("empty: does not concern it", "leeg: gaat hier niet over") }
  var sources: String { language.choose("Sources", "Bronnen") }
  var lastRecorded: String { language.choose("last recorded", "laatst vastgelegd") }

  /// A list that was searched and holds nothing of the kind.
  func searched(_ list: String, of name: String, isClosed: Bool) -> String {
    language.choose(
      "searched in vain: \(list) of \(name); that list is \(isClosed ? "complete" : "not complete")",
      "vergeefs gezocht: \(list) van \(name); die lijst is \(isClosed ? "volledig" : "niet volledig")")
  }

  /// Something that would stand in the lists of others and does not.
  func searched(_ what: String, isClosed: Bool) -> String {
    language.choose(
      "searched in vain: \(what); the lists it would stand in are \(isClosed ? "complete" : "not complete")",
      "vergeefs gezocht: \(what); de lijsten waarin het zou staan zijn \(isClosed ? "volledig" : "niet volledig")")
  }

  func noPicture(_ reason: String) -> String {
    language.choose("There is no picture here: \(reason)", "Hier staat geen beeld: \(reason)")
  }
  var skip: String { language.choose("Skip to the content", "Naar de inhoud") }
  var withoutScript: String {
    language.choose(
      "Without JavaScript everything can be read; tables cannot be sorted or searched.",
      "Zonder JavaScript is alles te lezen; tabellen zijn dan niet te sorteren of te doorzoeken.")
  }

  var noClaims: String { language.choose("rests on no claim", "berust op geen uitspraak") }

  /// What boxes and colours stand for: `box: RMC, colour: JobMarket`.
  func boxes(_ box: String, colour: String) -> String {
    language.choose("box: \(box), colour: \(colour)", "vak: \(box), kleur: \(colour)")
  }

  /// `and 5 more`.
  func more(_ count: Int) -> String { language.choose("and \(count) more", "en nog \(count)") }
}

extension Language {
  /// The wording of this language, of two given.
  func choose(_ english: String, _ dutch: String) -> String { self == .english ? english : dutch }
}
