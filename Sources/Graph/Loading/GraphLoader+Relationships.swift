extension GraphLoader {
  /// The columns of a file of relationships.
  struct RelationshipColumns {
    let start: Int
    let end: Int
    let type: Int
    let properties: [LoadingColumn]
    /// The properties that are neither evidence nor period.
    let own: [LoadingColumn]
    let source: LoadingColumn?
  }

  /// Adds the relationships of a file.
  mutating func readRelationships(_ file: TableFile) {
    guard case .relationships(let start, let end, let type) = file.header.kind else { return }
    let properties = relationshipColumns(file.header)
    let columns = RelationshipColumns(
      start: start, end: end, type: type, properties: properties,
      own: properties.filter { !ClaimColumns.contains($0.header.name) }.sorted { $0.key < $1.key },
      source: properties.first { $0.header.name == ClaimColumns.source })
    file.bytes.withUnsafeMutableBufferPointer { buffer in
      var rows = RowReader(file, buffer)
      while rows.next(&errors) {
        files[file.number].rowCount += 1
        readRelationship(rows, columns)
      }
    }
  }

  private mutating func relationshipColumns(_ header: TableHeader) -> [LoadingColumn] {
    header.columns.map { column in
      let key = builder.key(named: column.name)
      return LoadingColumn(
        header: column, key: key, target: builder.relationshipColumn(key), rule: rule(for: column.name))
    }
  }

  private mutating func readRelationship(_ rows: RowReader, _ columns: RelationshipColumns) {
    let start = end(rows, columns.start)
    let end = end(rows, columns.end)
    guard let type = type(rows, columns.type), let start, let end else { return }
    let relationship = builder.addRelationship(from: start, to: end, type: type)
    origins.add(relationship, at: rows.place)
    for column in columns.properties {
      do throws(CellProblem) {
        try column.load(rows, into: relationship.index) { appliesTo(rows, columns.type, $0) }
      } catch {
        errors.add(rows.error(column.header.field, error))
      }
    }
    if let source = columns.source, !rows.field(source.header.field).isAbsent {
      let claim = ClaimMerger.Claim(start: start, end: end, type: type, relationship: relationship)
      if let first = claims.first(like: claim, own: columns.own) { builder.merge(relationship, into: first) }
    }
  }

  private func appliesTo(_ rows: RowReader, _ type: Int, _ rule: EnumerationRule) -> Bool {
    rule.types.contains(rows.reader.string(rows.field(type)))
  }

  private mutating func type(_ rows: RowReader, _ field: Int) -> TypeID? {
    let text = rows.text(rows.field(field))
    guard !text.isEmpty else {
      errors.add(rows.error(field, "the relationship has no type"))
      return nil
    }
    if let type = labelCells.type(text, in: &builder) { return type }
    errors.add(rows.error(field, "there are more than 65536 types of relationship"))
    return nil
  }

  /// The node at one end; nil when there is none, which is then reported.
  private mutating func end(_ rows: RowReader, _ field: Int) -> NodeID? {
    let text = rows.text(rows.field(field))
    if let node = builder.node(identifier: text) { return node }
    if text.isEmpty {
      errors.add(rows.error(field, "the relationship has no node at this end"))
    } else if !nodesAreIncomplete {
      report { $0.unknownNode(rows, field) }
    }
    return nil
  }

  private func unknownNode(_ rows: RowReader, _ field: Int) -> LoadError {
    let name = rows.reader.string(rows.field(field))
    let identifiers = (0..<min(builder.nodeCount, 200_000)).lazy.map { builder.identifier(of: NodeID($0)) }
    return rows.error(
      field, "there is no node '\(LoadError.excerpt(name))'",
      hint: NearestName.hint(for: name, in: identifiers) ?? "add it to a file of nodes, or load the folder that has it")
  }
}
