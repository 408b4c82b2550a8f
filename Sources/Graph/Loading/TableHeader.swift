/// The first row of a file, understood: which column is what.
struct TableHeader {
  /// Whether the rows are nodes or relationships, and where their fixed columns stand.
  enum Kind: Equatable {
    case nodes(id: Int, label: Int)
    case relationships(start: Int, end: Int, type: Int)
  }

  /// A column that holds a property.
  struct Column: Equatable {
    /// The place of the column in the row.
    let field: Int
    let name: String
    let type: CellType
    /// The cell holds several values with `;` between them.
    let isList: Bool
  }

  /// Something wrong with one column, or with the header as a whole.
  struct Problem: Error {
    var field: Int?
    let message: String
    var hint: String?
  }

  let kind: Kind
  let columns: [Column]
  /// The columns as the file writes them.
  let titles: [String]

  var isNodes: Bool { if case .nodes = kind { true } else { false } }
}

/// What one cell of a header says.
enum HeaderCell: Equatable {
  /// `id:ID`, also a property when it is named.
  case id(name: String)
  case label, start, end, type
  /// `:IGNORE`
  case ignored
  case property(name: String, type: CellType, isList: Bool)

  /// Reads `name:suffix`; a suffix `ID`, `START_ID` or `END_ID` may name an id space in brackets, which is ignored.
  init(_ title: String) throws(TableHeader.Problem) {
    let (name, suffix) = HeaderCell.split(title)
    guard let suffix else {
      self = .property(name: name, type: .string, isList: false)
      return
    }
    switch HeaderCell.withoutSpace(suffix) {
    case "ID": self = .id(name: name)
    case "LABEL": self = .label
    case "START_ID": self = .start
    case "END_ID": self = .end
    case "TYPE": self = .type
    case "IGNORE": self = .ignored
    default: self = try HeaderCell.property(name, suffix)
    }
  }

  private static func property(_ name: String, _ suffix: String) throws(TableHeader.Problem) -> HeaderCell {
    let isList = suffix.hasSuffix("[]")
    let base = isList ? String(suffix.dropLast(2)) : suffix
    guard let type = CellType(suffix: base) else { throw unknownType(suffix, base) }
    guard !name.isEmpty else {
      throw TableHeader.Problem(message: "the column ':\(suffix)' has no name", hint: "write name:\(suffix)")
    }
    return .property(name: name, type: type, isList: isList)
  }

  private static func unknownType(_ suffix: String, _ base: String) -> TableHeader.Problem {
    let words = ["ID", "LABEL", "START_ID", "END_ID", "TYPE", "IGNORE"]
    let word = NearestName.nearest(to: suffix, in: words).map { "did you mean ':\($0)'?" }
    let isWord = words.contains { $0 == suffix.uppercased() }
    return TableHeader.Problem(
      message: "'\(suffix)' is no type of column",
      hint: isWord
        ? word
        : CellType(suffix: base.lowercased()) != nil
          ? CellType.hint(for: base) : word ?? CellType.hint(for: base))
  }

  private static func split(_ title: String) -> (name: String, suffix: String?) {
    guard let colon = title.utf8.lastIndex(of: UInt8(ascii: ":")) else { return (title, nil) }
    return (String(title[..<colon]), String(title[title.index(after: colon)...]))
  }

  private static func withoutSpace(_ suffix: String) -> String {
    guard suffix.hasSuffix(")"), let open = suffix.firstIndex(of: "(") else { return suffix }
    return String(suffix[..<open])
  }
}
