/// What `graphq --help` prints.
enum Help {
  static let text = """
    graphq \(Version.number): ask which consultations link municipalities, schools and care in the Netherlands.

    USAGE
      graphq [OPTIONS] SENTENCE    link Oldambt to "SWV PO (Groningen)"
      graphq [OPTIONS] QUERY       "MATCH (m:Municipality) RETURN count(m)"
      graphq [OPTIONS] COMMAND     check
      graphq [OPTIONS]             a session when typed on a terminal, else the statements on standard input

    EXAMPLES
      graphq link Oldambt to "SWV PO (Groningen)"          which consultations bring them together
      graphq verbind Oldambt met "SWV PO (Groningen)"      the same in Dutch
      graphq overlap RMC with JobMarket -o overlap.svg     where two divisions differ, drawn
      graphq gaps in "RMC 01" -f excel -o gaps.csv         who is not represented, for a spreadsheet
      graphq route Leerlingenvervoer from Oldambt          who decides, and the way there
      graphq members of AGO --at 2017-01-01                as it was on a day
      graphq --why seats of Oldambt                        with the sources below the answer
      graphq explain seats of Oldambt                      how it is looked up

    COMMANDS
      phrases    list the sentences
      show NAME  print the queries behind a sentence
      schema     list labels, relationship types, properties and enumerations
      check      validate the data and count what they hold
      compare    the rows that differ between two views: compare [VIEW] -- [VIEW] STATEMENT
      export DIR write what the view shows as files for neo4j-admin import; --format cypher for statements
      import regions TABLE.csv -o FOLDER
                 bring a table of municipalities and their regions into a data folder
      import tiles -o FOLDER
                 give each municipality in a data folder its place on a map of tiles
      report NAME -o FILE.html
                 everything about a region or municipality as one page, to send or to print
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
