/// A node may be described in several folders, as long as they agree.
extension GraphLoader {
  /// Adds what another row says about a node: labels are united, properties must agree.
  mutating func describeAgain(_ node: NodeID, labelSet: Int, _ number: Int, _ table: inout LoadingTable) {
    guard case .nodes(let id, _) = table.rows.header.kind else { return }
    let row = DescribingRow(rows: table.rows, number: number)
    let places = origins.places(of: node)
    if let first = places.first(where: { files[$0.file].folder == files[row.place.file].folder }) {
      table.problems.add(row: number, field: id) { duplicate(first, row, id: id) }
      return
    }
    origins.describe(node, at: row.place)
    builder.addLabels(ofSet: labelSet, to: node)
    let evidence = table.columns.filter { ClaimColumns.evidence.contains($0.header.name) }
    uniteEvidence(of: node, row, evidence, &table.problems)
    for column in table.columns where !ClaimColumns.evidence.contains(column.header.name) {
      compare(column, of: node, row, first: places.first, &table.problems)
    }
  }

  /// One row of a file that describes a node known before.
  private struct DescribingRow {
    let rows: TableRows
    let number: Int

    var place: RowOrigins.Place { rows.place(number) }
  }

  private mutating func compare(
    _ column: LoadingColumn, of node: NodeID, _ row: DescribingRow, first: RowOrigins.Place?,
    _ problems: inout FileErrors
  ) {
    guard let value = read(column, of: node, row, &problems), !value.isNull else { return }
    let known = column.target.value(at: node.index)
    if known.isNull {
      column.target.set(node.index, value)
      laterProperties[NodeProperty(node: node, key: column.key)] = row.place
    } else if known != value {
      let place = laterProperties[NodeProperty(node: node, key: column.key)] ?? first
      problems.add(row: row.number, field: column.header.field) { contradiction(column, known, place, node, row) }
    }
  }

  /// The value of a cell; nil when it is none, which is then reported. Mutating, so that the loader is lent and not copied.
  private mutating func read(
    _ column: LoadingColumn, of node: NodeID, _ row: DescribingRow, _ problems: inout FileErrors
  ) -> Value? {
    do throws(CellProblem) {
      return try column.value(row.rows, row.number) { builder.labelSets(under: $0)[builder.labelSetNumber(of: node)] }
    } catch {
      problems.add(row: row.number, field: column.header.field) {
        row.rows.error(row.number, column.header.field, error)
      }
      return nil
    }
  }
}

// MARK: - Evidence that a node exists

extension GraphLoader {
  /// Keeps the stronger evidence of two descriptions, and the fact numbers of both.
  ///
  /// A row without certainty makes no claim and is never left out: it counts as just stronger than the weakest.
  private mutating func uniteEvidence(
    of node: NodeID, _ row: DescribingRow, _ columns: [LoadingColumn], _ problems: inout FileErrors
  ) {
    var found: [(column: LoadingColumn, value: Value)] = []
    for column in columns {
      if let value = read(column, of: node, row, &problems) { found.append((column, value)) }
    }
    let isStronger = strength(certainty(found)) > strength(certainty(of: node))
    for (column, value) in found {
      if column.header.name == ClaimColumns.fact {
        column.target.set(node.index, GraphLoader.united(column.target.value(at: node.index), value))
      } else if isStronger {
        column.target.remove(node.index)
        column.target.set(node.index, value)
      }
    }
    if isStronger, certainty(found).isNull {
      builder.nodeColumn(builder.key(named: ClaimColumns.certainty)).remove(node.index)
    }
  }

  private func certainty(_ found: [(column: LoadingColumn, value: Value)]) -> Value {
    found.first { $0.column.header.name == ClaimColumns.certainty }?.value ?? .null
  }

  private mutating func certainty(of node: NodeID) -> Value {
    builder.nodeColumn(builder.key(named: ClaimColumns.certainty)).value(at: node.index)
  }

  /// Twice the rank of a certainty; between the weakest two when there is none.
  private func strength(_ certainty: Value) -> Int {
    guard case .string(let text) = certainty else { return 1 }
    return 2 * (rule(for: ClaimColumns.certainty)?.values.firstIndex(of: text) ?? 0)
  }

  /// The numbers of two cells `a;b`, each once, in order of appearance.
  private static func united(_ known: Value, _ value: Value) -> Value {
    guard case .string(let first) = known, case .string(let second) = value else {
      return value.isNull ? known : value
    }
    var numbers: [Substring] = []
    for number in first.split(separator: ";") + second.split(separator: ";") where !numbers.contains(number) {
      numbers.append(number)
    }
    return .string(numbers.joined(separator: ";"))
  }
}

// MARK: - Errors

extension GraphLoader {
  private func duplicate(_ first: RowOrigins.Place, _ row: DescribingRow, id: Int) -> LoadError {
    let name = row.rows.string(row.number, id)
    return row.rows.error(
      row.number, id, "the id '\(name)' is already used at \(written(first))",
      hint: "give one of the two another id; ids are shared by all kinds of node")
  }

  private func contradiction(
    _ column: LoadingColumn, _ known: Value, _ place: RowOrigins.Place?, _ node: NodeID, _ row: DescribingRow
  ) -> LoadError {
    let text = row.rows.string(row.number, column.header.field)
    let elsewhere = place.map { " at " + written($0) } ?? ""
    return row.rows.error(
      row.number, column.header.field,
      "'\(builder.identifier(of: node))' has \(column.header.name) '\(LoadError.excerpt(text))' here and "
        + "'\(LoadError.excerpt(GraphLoader.text(known)))'\(elsewhere)",
      hint: "make them the same, or leave one of them empty")
  }

  func written(_ place: RowOrigins.Place) -> String { "\(files[place.file].path):\(place.line)" }

  /// A value as a cell writes it.
  private static func text(_ value: Value) -> String {
    switch value {
    case .list(let elements): elements.map(text).joined(separator: ";")
    default: LoadingColumn.text(value)
    }
  }
}
