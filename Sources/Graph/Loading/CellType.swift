/// What the cells of a column hold, as the suffix in the header says.
enum CellType: Equatable {
  case string, integer, float, boolean, date

  /// The suffixes of the `neo4j-admin` convention that are understood.
  static let suffixes = ["string", "int", "long", "short", "byte", "float", "double", "boolean", "date"]

  /// The type of a suffix, nil when it is unknown.
  init?(suffix: String) {
    switch suffix {
    case "string": self = .string
    case "int", "long", "short", "byte": self = .integer
    case "float", "double": self = .float
    case "boolean": self = .boolean
    case "date": self = .date
    default: return nil
    }
  }

  /// What to write instead of an unknown suffix.
  static func hint(for suffix: String) -> String {
    let habits = [
      "integer": "int", "number": "int", "bool": "boolean", "text": "string", "str": "string", "char": "string",
      "decimal": "float", "real": "float", "datetime": "date", "localdatetime": "date", "timestamp": "date",
    ]
    let nearest = habits[suffix.lowercased()] ?? NearestName.nearest(to: suffix, in: suffixes)
    if let nearest { return "did you mean ':\(nearest)'?" }
    return "the types are string, int, float, boolean and date, each with [] behind it for a list"
  }
}
