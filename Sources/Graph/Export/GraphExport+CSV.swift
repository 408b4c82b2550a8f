extension GraphExport {
  /// One file per set of labels and one per type; more where a property has values of several types.
  func csvFiles() throws(ExportError) -> [ExportedFile] {
    var names = FileNames()
    var files: [ExportedFile] = []
    for table in tables(nodes.map { ($0.index, graph.labelNames(of: $0).joined(separator: ";")) }, graph.nodeProperties)
    {
      files.append(try nodeFile(table, names.take("nodes-" + FileNames.plain(table.kind))))
    }
    let rows = relationships.map { ($0.index, graph.typeName(of: $0)) }
    for table in tables(rows, graph.relationshipProperties) {
      files.append(try relationshipFile(table, names.take("relationships-" + FileNames.plain(table.kind))))
    }
    return files
  }

  /// Rows of one kind (a set of labels, a type) whose properties agree in type.
  private struct Table {
    var kind: String
    var rows: [Int]
    var columns: [(key: KeyID, type: ExportedType)]
  }

  private func tables(_ rows: [(row: Int, kind: String)], _ properties: PropertyTable) -> [Table] {
    var kinds: [String] = []
    var byKind: [String: [Int]] = [:]
    for (row, kind) in rows {
      if byKind[kind] == nil { kinds.append(kind) }
      byKind[kind, default: []].append(row)
    }
    return kinds.flatMap { split(kind: $0, byKind[$0] ?? [], properties) }
  }

  /// A row goes into the first table of its kind whose columns its values fit.
  private func split(kind: String, _ rows: [Int], _ properties: PropertyTable) -> [Table] {
    var tables: [Table] = []
    for row in rows {
      let own = properties.keys(at: row).map { ($0, ExportedType(properties.value($0, at: row))) }
      let place = tables.firstIndex { table in
        own.allSatisfy { key, type in table.columns.first { $0.key == key }.map { $0.type == type } ?? true }
      }
      if place == nil { tables.append(Table(kind: kind, rows: [], columns: [])) }
      let index = place ?? tables.count - 1
      tables[index].rows.append(row)
      for (key, type) in own where !tables[index].columns.contains(where: { $0.key == key }) {
        tables[index].columns.append((key, type))
      }
    }
    for index in tables.indices {
      tables[index].columns.sort { graph.keys[$0.key.index] < graph.keys[$1.key.index] }
    }
    return tables
  }

  private func nodeFile(_ table: Table, _ name: String) throws(ExportError) -> ExportedFile {
    let id = graph.key(named: "id")
    let storesID = table.rows.allSatisfy { row in
      let identifier = graph.identifier(of: NodeID(row))
      return id.map { graph.nodeProperties.value($0, at: row) == .string(identifier) } ?? false
    }
    let columns = storesID ? table.columns.filter { $0.key != id } : table.columns
    var text = header(storesID ? "id:ID,:LABEL" : ":ID,:LABEL", columns)
    for row in table.rows {
      text += ExportedCell.quoted(graph.identifier(of: NodeID(row))) + "," + ExportedCell.quoted(table.kind)
      text += try cells(row, columns, graph.nodeProperties)
    }
    return ExportedFile(name: name, text: text)
  }

  private func relationshipFile(_ table: Table, _ name: String) throws(ExportError) -> ExportedFile {
    var text = header(":START_ID,:END_ID,:TYPE", table.columns)
    for row in table.rows {
      let ends = [graph.start(of: RelationshipID(row)), graph.end(of: RelationshipID(row))]
      text += ends.map { ExportedCell.quoted(graph.identifier(of: $0)) + "," }.joined()
      text += ExportedCell.quoted(table.kind) + (try cells(row, table.columns, graph.relationshipProperties))
    }
    return ExportedFile(name: name, text: text)
  }

  private func header(_ start: String, _ columns: [(key: KeyID, type: ExportedType)]) -> String {
    start + columns.map { ",\(graph.keys[$0.key.index])\($0.type.suffix)" }.joined() + "\n"
  }

  private func cells(
    _ row: Int, _ columns: [(key: KeyID, type: ExportedType)], _ properties: PropertyTable
  ) throws(ExportError) -> String {
    var text = ""
    for (key, _) in columns {
      text += "," + (try ExportedCell.text(properties.value(key, at: row), key: graph.keys[key.index]))
    }
    return text + "\n"
  }
}

/// The type of a column, as the header says it.
enum ExportedType: Equatable {
  case string, long, double, boolean, date, other
  indirect case list(ExportedType)

  init(_ value: Value) {
    switch value {
    case .string: self = .string
    case .integer: self = .long
    case .float: self = .double
    case .boolean: self = .boolean
    case .date: self = .date
    case .list(let items): self = .list(items.first.map { ExportedType($0) } ?? .string)
    default: self = .other
    }
  }

  var suffix: String {
    switch self {
    case .string, .other: ""
    case .long: ":long"
    case .double: ":double"
    case .boolean: ":boolean"
    case .date: ":date"
    case .list(let element): element == .string ? ":string[]" : element.suffix + "[]"
    }
  }
}

/// The cells of a file.
enum ExportedCell {
  /// A value as a cell; nothing at all for null. Text is always quoted, so that an empty one is no missing one.
  static func text(_ value: Value, key: String) throws(ExportError) -> String {
    switch value {
    case .null: return ""
    case .list(let items): return quoted(try list(items, key))
    case .string(let text): return quoted(text)
    default:
      guard let plain = plain(value) else { throw noPlace(value, key) }
      return plain
    }
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private static func list(_ items: [Value], _ key: String) throws(ExportError) -> String {
    var parts: [String] = []
    let type = items.first.map { ExportedType($0) }
    for item in items {
      guard ExportedType(item) == type, let part = plain(item), !part.contains(";"), part != "" else {
        throw noPlace(.list(items), key)
      }
      parts.append(part)
    }
    return parts.joined(separator: ";")
  }

  private static func plain(_ value: Value) -> String? {
    switch value {
    case .string(let text): text
    case .integer(let number): String(number)
    case .float(let number):
      number.isNaN ? "NaN" : number.isInfinite ? (number < 0 ? "-" : "") + "Infinity" : number.description
    case .boolean(let truth): String(truth)
    case .date(let date): date.description
    default: nil
    }
  }

  private static func noPlace(_ value: Value, _ key: String) -> ExportError {
    ExportError(
      "the property \(key) has a value that a CSV file has no place for: \(value.kindName)",
      hint: "write it as statements: --format cypher")
  }
}

/// Names of files that no system objects to, each given once.
private struct FileNames {
  private var taken: Set<String> = []

  /// Letters, digits and hyphens for everything else.
  static func plain(_ kind: String) -> String {
    let name = kind.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" }
    return name.isEmpty ? "unlabelled" : String(name.prefix(80))
  }

  mutating func take(_ name: String) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate + ".csv"
  }
}
