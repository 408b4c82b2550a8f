/// What people write who know another language, and what to write instead.
enum Habits {
  /// Advice about a character from a word processor or a formula.
  static func hint(forCharacter text: String) -> String? {
    switch text {
    case "‘", "’", "‚", "“", "”", "„", "«", "»", "´": "use the straight quotes ' or \""
    case "–", "—", "−", "‑", "‐": "use the minus sign of the keyboard: -"
    case "→", "⟶", "⇒": "write ->"
    case "←", "⟵", "⇐": "write <-"
    case "≠": "write <>"
    case "≤": "write <="
    case "≥": "write >="
    case "×", "·": "write *"
    case "÷": "write /"
    case "…": "write .."
    case "$": "a parameter is written $name"
    case "@", "?": "a parameter is written $name"
    case "#": "a comment starts with //"
    case "\\": "a backslash only has a meaning inside quotes"
    default: nil
    }
  }

  /// Advice about a token that has no meaning anywhere in the language.
  static func hint(forForeign token: Token, before next: Token) -> String? {
    switch token.kind {
    case .foreignNotEqual: "write <> for 'is not equal to'"
    case .foreignEqual: "write a single = for 'is equal to'"
    case .ampersand where next.kind == .ampersand: "write AND"
    case .exclamation: "write NOT"
    case .tilde: "relationships have a direction; write -[r]- when it does not matter"
    case .word: token.keyword.flatMap(hint(forForeign:))
    default: nil
    }
  }

  private static func hint(forForeign keyword: Keyword) -> String? {
    switch keyword {
    case .like, .ilike: "write STARTS WITH, ENDS WITH, CONTAINS, or =~ with a regular expression"
    case .between: "write low <= x <= high"
    case .group: "leave GROUP BY out: rows are grouped by the columns that are not aggregates"
    case .having: "write WITH ... WHERE after the aggregate"
    case .select: "write MATCH (n:Label) ... RETURN n.property instead of SELECT ... FROM"
    case .from, .join: "tables are labels here: MATCH (a:Label)-[:TYPE]->(b:Label)"
    case .next: "write WITH to go on with the rows so far"
    case .use, .finish: "leave it out"
    default: nil
    }
  }

  /// Advice about a Dutch word, in capitals, for what is English here.
  static func hint(forDutch word: String) -> String? {
    switch word {
    case "WAAR", "WAARBIJ": "the words of the language are English: write WHERE"
    case "EN": "the words of the language are English: write AND"
    case "OF": "the words of the language are English: write OR"
    case "NIET": "the words of the language are English: write NOT"
    case "GEEF", "TOON": "the words of the language are English: write RETURN"
    case "ZOEK", "VIND": "the words of the language are English: write MATCH"
    case "MET": "the words of the language are English: write WITH"
    case "BEVAT": "the words of the language are English: write CONTAINS"
    case "SORTEER": "the words of the language are English: write ORDER BY"
    default: nil
    }
  }

  /// Advice about a word that is known but stands in the wrong place.
  static func hint(forMisplaced token: Token, before next: Token) -> String? {
    switch token.keyword {
    case .not where next.keyword == .in: "write NOT x IN list"
    case .not: "NOT stands before the whole condition: NOT x CONTAINS 'a'; after = or + it needs parentheses"
    case .where: "WHERE follows MATCH or WITH; elsewhere write FILTER"
    case .order, .skip, .offset, .limit: "the order is ORDER BY, SKIP, LIMIT, once each, after RETURN or WITH"
    case .optional: "OPTIONAL is followed by MATCH or CALL"
    default: nil
    }
  }
}
