extension GraphLoader {
  /// Where the rows of a file of relationships start, end and what their types are; nil where that is not known.
  private struct Ends {
    var starts: [NodeID?]
    var ends: [NodeID?]
    var types: [TypeID?]
  }

  /// Adds the relationships of a file: first the relationships themselves, then one column after another.
  mutating func readRelationships(_ file: TableFile) {
    guard case .relationships(let start, let end, let type) = file.header.kind else { return }
    var problems = FileErrors()
    problems.add(file.losses)
    file.withRows { rows in
      files[file.number].rowCount = rows.count
      let columns = relationshipColumns(file.header)
      let ends = Ends(
        starts: nodes(rows, start, &problems), ends: nodes(rows, end, &problems), types: types(rows, type, &problems))
      let targets = addRelationships(rows, ends)
      for column in columns {
        column.load(rows, into: targets, &problems) { row, rule in rule.types.contains(rows.string(row, type)) }
      }
      mergeClaims(rows, targets, ends, columns)
    }
    problems.add(to: &errors)
  }

  private mutating func relationshipColumns(_ header: TableHeader) -> [LoadingColumn] {
    header.columns.map { column in
      let key = builder.key(named: column.name)
      return LoadingColumn(
        header: column, key: key, target: builder.relationshipColumn(key), rule: rule(for: column.name))
    }
  }

  private mutating func addRelationships(_ rows: TableRows, _ ends: Ends) -> LoadingColumn.Targets {
    (0..<rows.count).map { row in
      guard let start = ends.starts[row], let end = ends.ends[row], let type = ends.types[row] else {
        return LoadingColumn.checkedOnly
      }
      let relationship = builder.addRelationship(from: start, to: end, type: type)
      origins.add(relationship, at: rows.place(row))
      return relationship.rawValue
    }
  }

  /// Makes rows with a source that say the same as an earlier one further claims of it.
  private mutating func mergeClaims(
    _ rows: TableRows, _ targets: LoadingColumn.Targets, _ ends: Ends, _ columns: [LoadingColumn]
  ) {
    guard let source = columns.first(where: { $0.header.name == ClaimColumns.source }) else { return }
    let own = columns.filter { !ClaimColumns.contains($0.header.name) && rows.hasText(in: $0.header.field) }
      .sorted { $0.key < $1.key }
    for row in 0..<rows.count where targets[row] != LoadingColumn.checkedOnly {
      guard !rows.cell(row, source.header.field).isAbsent,
        let start = ends.starts[row], let end = ends.ends[row], let type = ends.types[row]
      else { continue }
      let relationship = RelationshipID(rawValue: targets[row])
      let claim = ClaimMerger.Claim(start: start, end: end, type: type, relationship: relationship)
      if let first = claims.first(like: claim, own: own) { builder.merge(relationship, into: first) }
    }
  }
}

// MARK: - Ends and types

extension GraphLoader {
  /// The nodes that a column names.
  private func nodes(_ rows: TableRows, _ field: Int, _ problems: inout FileErrors) -> [NodeID?] {
    problems.beginColumn()
    var nodes = [NodeID?](repeating: nil, count: rows.count)
    var node: NodeID?
    rows.forEachText(in: field) { row, text, isRepeated in
      if !isRepeated { node = builder.node(identifier: text) }
      nodes[row] = node
    }
    for row in 0..<rows.count where nodes[row] == nil { reportEnd(rows, row, field, &problems) }
    return nodes
  }

  private func reportEnd(_ rows: TableRows, _ row: Int, _ field: Int, _ problems: inout FileErrors) {
    if rows.text(row, field).isEmpty {
      problems.add(row: row, field: field) {
        rows.error(row, field, "the relationship has no node at this end")
      }
    } else if !nodesAreIncomplete {
      problems.add(row: row, field: field) { unknownNode(rows, row, field) }
    }
  }

  /// The types that a column names.
  private mutating func types(_ rows: TableRows, _ field: Int, _ problems: inout FileErrors) -> [TypeID?] {
    problems.beginColumn()
    return (0..<rows.count).map { row in
      let text = rows.text(row, field)
      if !text.isEmpty, let type = labelCells.type(text, in: &builder) { return type }
      problems.add(row: row, field: field) {
        rows.error(
          row, field,
          text.isEmpty ? "the relationship has no type" : "there are more than 65536 types of relationship")
      }
      return nil
    }
  }

  private func unknownNode(_ rows: TableRows, _ row: Int, _ field: Int) -> LoadError {
    let name = rows.string(row, field)
    let identifiers = (0..<min(builder.nodeCount, 200_000)).lazy.map { builder.identifier(of: NodeID($0)) }
    return rows.error(
      row, field, "there is no node '\(LoadError.excerpt(name))'",
      hint: NearestName.hint(for: name, in: identifiers) ?? "add it to a file of nodes, or load the folder that has it")
  }
}
