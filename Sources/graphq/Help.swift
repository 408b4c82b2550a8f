/// What `graphq --help` prints.
enum Help {
  static let text = """
    graphq \(Version.number): ask which consultations link municipalities, schools and care in the Netherlands.

    USAGE
      graphq [OPTIONS] SENTENCE          link Oldambt to "SWV PO (Groningen)"
      graphq [OPTIONS] QUERY             "MATCH (m:Municipality) RETURN count(m)"
      graphq [OPTIONS] COMMAND

    SENTENCES (graphq phrases lists them all, in English and Dutch)
      graphq link Oldambt to "SWV PO (Groningen)"
      graphq overlap RMC with JobMarket -o overlap.svg
      graphq gaps in "RMC 01"
      graphq route Leerlingenvervoer from Oldambt

    COMMANDS
      check      validate the data and count what they hold
      phrases    list the sentences
      schema     list labels, relationship types, properties and enumerations
      show NAME  print the query behind a sentence
      import regions TABLE.csv -o FOLDER
                 bring a table of municipalities and their regions into a data folder
      help       print this help

    OPTIONS
    \(Flag.all.map(line).joined(separator: "\n"))

    EXIT CODES
      0 done, 1 a mistake in a query or the data, 64 a mistake on the command line

    """

  private static func line(_ flag: Flag) -> String {
    let usage = "  " + flag.usage
    return usage + String(repeating: " ", count: max(2, 30 - usage.count)) + flag.help
  }
}
