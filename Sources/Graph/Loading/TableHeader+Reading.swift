extension TableHeader {
  /// Understands the cells of a header.
  ///
  /// - Throws: every problem of the header at once.
  init(titles given: [String]) throws(HeaderProblems) {
    var titles = given.map(HeaderCell.trimmed)
    while titles.last?.isEmpty == true { titles.removeLast() }
    var reading = HeaderReading()
    for (field, title) in titles.enumerated() { reading.read(title, at: field) }
    let kind = reading.kind()
    guard reading.problems.isEmpty, let kind else { throw HeaderProblems(all: reading.problems) }
    self.init(kind: kind, columns: reading.columns, titles: titles)
  }

  /// All problems of one header.
  struct HeaderProblems: Error {
    let all: [Problem]
  }
}

/// Gathers the cells of a header.
private struct HeaderReading {
  var columns: [TableHeader.Column] = []
  var problems: [TableHeader.Problem] = []
  /// The columns that are no properties, few enough to be looked through.
  private var fixed: [(word: String, field: Int)] = []

  mutating func read(_ title: String, at field: Int) {
    guard !title.isEmpty else {
      problems.append(
        .init(field: field, message: "column \(field + 1) has no name", hint: "name it, or write :IGNORE"))
      return
    }
    do throws(TableHeader.Problem) {
      try place(HeaderCell(title), at: field)
    } catch {
      problems.append(.init(field: field, message: error.message, hint: error.hint))
    }
  }

  private mutating func place(_ cell: HeaderCell, at field: Int) throws(TableHeader.Problem) {
    switch cell {
    case .ignored: break
    case .id(let name):
      try fix("ID", at: field)
      if !name.isEmpty { try add(.init(field: field, name: name, type: .string, isList: false)) }
    case .label: try fix("LABEL", at: field)
    case .start: try fix("START_ID", at: field)
    case .end: try fix("END_ID", at: field)
    case .type: try fix("TYPE", at: field)
    case .property(let name, let type, let isList):
      try add(.init(field: field, name: name, type: type, isList: isList))
    }
  }

  private func place(of word: String) -> Int? { fixed.first { $0.word == word }?.field }

  private mutating func fix(_ word: String, at field: Int) throws(TableHeader.Problem) {
    guard place(of: word) == nil else {
      throw TableHeader.Problem(message: "there are two columns :\(word)", hint: "leave one out, or write :IGNORE")
    }
    fixed.append((word, field))
  }

  private mutating func add(_ column: TableHeader.Column) throws(TableHeader.Problem) {
    guard !columns.contains(where: { $0.name == column.name }) else {
      throw TableHeader.Problem(
        message: "there are two columns named '\(column.name)'", hint: "give one another name, or write :IGNORE")
    }
    columns.append(column)
  }

  /// The kind of table the fixed columns make; a problem when they make none.
  mutating func kind() -> TableHeader.Kind? {
    let isRelationships = place(of: "START_ID") != nil || place(of: "END_ID") != nil || place(of: "TYPE") != nil
    switch (place(of: "ID"), isRelationships) {
    case (let id?, false):
      return require("LABEL", "nodes").map { .nodes(id: id, label: $0) }
    case (nil, true):
      guard let start = require("START_ID", "relationships"), let end = require("END_ID", "relationships"),
        let type = require("TYPE", "relationships")
      else { return nil }
      return .relationships(start: start, end: end, type: type)
    case (.some, true):
      problems.append(
        .init(message: "the header has columns of nodes (:ID) and of relationships (:START_ID, :END_ID, :TYPE)"))
    case (nil, false):
      if problems.isEmpty { problems.append(HeaderReading.neither) }
    }
    return nil
  }

  private mutating func require(_ word: String, _ what: String) -> Int? {
    let place = place(of: word)
    if place == nil {
      problems.append(.init(message: "the header of a file of \(what) needs a column :\(word)", hint: hint(word)))
    }
    return place
  }

  private func hint(_ word: String) -> String {
    let meant = columns.first { NearestName.nearest(to: $0.name, in: [word]) != nil }
    if let meant { return "did you mean ':\(word)' where it says '\(meant.name)'?" }
    return word == "LABEL" ? "add it; its cells may be empty" : "add it; every row needs a value"
  }

  private static var neither: TableHeader.Problem {
    TableHeader.Problem(
      message: "the header is neither that of nodes nor that of relationships",
      hint: "nodes: id:ID,:LABEL,name,...; relationships: :START_ID,:END_ID,:TYPE,...")
  }
}

extension HeaderCell {
  /// A title without the spaces around it.
  static func trimmed(_ title: String) -> String {
    if let first = title.utf8.first, let last = title.utf8.last, first > 0x20, first < 0x80, last > 0x20, last < 0x80 {
      return title
    }
    let blanks: Set<Character> = [" ", "\u{A0}"]
    var text = Substring(title)
    while let last = text.last, blanks.contains(last) { text.removeLast() }
    return String(text.drop { blanks.contains($0) })
  }
}
