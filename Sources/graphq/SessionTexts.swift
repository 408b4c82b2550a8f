import Graph

/// What the session itself says, in English or Dutch.
struct SessionTexts {
  let language: Language

  private func choose(_ english: String, _ dutch: String) -> String { language == .dutch ? dutch : english }

  var welcome: String {
    choose(
      "graphq \(Version.number): type a sentence or a query, :help for help, :quit to leave.\n",
      "graphq \(Version.number): typ een zin of een query, :help voor hulp, :quit om te stoppen.\n")
  }

  var howToLeave: String {
    choose("Ctrl-C once more, or :quit, to leave", "nog eens Ctrl-C, of :quit, om te stoppen")
  }

  func chooseNumber(_ count: Int) -> String {
    choose(
      "type a number from 1 to \(count) to choose one, or something else",
      "typ een nummer van 1 tot \(count) om er een te kiezen, of iets anders")
  }

  func noCommand(_ word: String) -> String {
    choose("there is no command ':\(word)'", "er is geen opdracht ':\(word)'")
  }

  func didYouMean(_ word: String) -> String { choose("did you mean ':\(word)'?", "bedoelt u ':\(word)'?") }

  var helpHint: String { choose(":help lists the commands", ":help noemt de opdrachten") }

  /// The options that hold now, in one line.
  func state(_ invocation: Invocation) -> String {
    let day: String
    switch invocation.day {
    case .on(let date)?: day = choose("as of \(date)", "op \(date)")
    case .any?: day = choose("on any day", "op elke dag")
    case nil: day = choose("as of today", "op vandaag")
    }
    let without = invocation.without.isEmpty ? [] : [choose("without ", "zonder ") + list(invocation.without)]
    let only = invocation.only.isEmpty ? [] : [choose("only ", "alleen ") + list(invocation.only)]
    let format = [choose("format ", "vorm ") + (invocation.format ?? .table).rawValue]
    let why = invocation.showsWhy ? [choose("with reasons", "met redenen")] : []
    return "(" + list([day] + without + only + format + why) + ")"
  }

  private func list(_ items: [String]) -> String { items.joined(separator: ", ") }

  var help: String { choose(SessionTexts.english, SessionTexts.dutch) }

  private static let english = """
    A line is a sentence (link Oldambt to SWV PO Groningen), a query (MATCH ...), or a command:
      :at DATE         look at a day, or at 'any' day; alone: today
      :without NAME    leave something out, besides what is left out already; alone: nothing
      :only stated     use only facts of these certainties; alone: all
      :format FORMAT   table, csv, json, markdown, ...; alone: table
      :why             print the claims below each answer, or stop doing so
      :lang en | nl    the language of the answers; alone: that of each sentence
      :help            this help
      :quit            leave
    They hold until changed. Ctrl-C stops a statement.

    """

  private static let dutch = """
    Een regel is een zin (verbind Oldambt met SWV PO Groningen), een query (MATCH ...) of een opdracht:
      :at DATUM        kijk naar een dag, of naar elke dag ('any'); alleen: vandaag
      :without NAAM    laat iets weg, naast wat al is weggelaten; alleen: niets
      :only stated     gebruik alleen feiten met deze zekerheid; alleen: alle
      :format VORM     table, csv, json, markdown, ...; alleen: table
      :why             druk de uitspraken onder elk antwoord af, of niet meer
      :lang en | nl    de taal van de antwoorden; alleen: die van elke zin
      :help            deze hulp
      :quit            stoppen
    Zij gelden tot u ze verandert. Ctrl-C breekt een vraag af.

    """
}
