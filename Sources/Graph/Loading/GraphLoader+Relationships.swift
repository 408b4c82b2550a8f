internal import Synchronization

extension GraphLoader {
  /// Where the rows of a file of relationships start, end and what their types are; `none` where that is not known.
  private struct Ends {
    let starts: [UInt32]
    let ends: [UInt32]
    let types: [UInt32]

    static let none = UInt32.max

    /// Whether both nodes and the type of a row are known.
    @inline(__always)
    func areKnown(_ row: Int) -> Bool { starts[row] != Ends.none && ends[row] != Ends.none && types[row] != Ends.none }

    var areAllKnown: Bool { !starts.contains(Ends.none) && !ends.contains(Ends.none) && !types.contains(Ends.none) }
  }

  /// Adds the relationships of files: first the relationships themselves, then the columns.
  mutating func readRelationships(_ files: ArraySlice<TableFile>) {
    TableFile.withRows(of: files) { rows in
      var tables = zip(files, rows).map { LoadingTable($0, $1, columns: relationshipColumns($1.header)) }
      let ends = ends(&tables)
      builder.reserveRelationships(rows.reduce(0) { $0 + $1.count })
      for (number, ends) in ends.enumerated() { tables[number].targets = addRelationships(tables[number].rows, ends) }
      LoadingTable.load(&tables) { [builder] table, rule in
        let isUnder = (0..<builder.types.count).map { rule.isOfType(builder.types[$0]) }
        return { row in ends[table].types[row] != Ends.none && isUnder[Int(ends[table].types[row])] }
      }
      for (table, ends) in zip(tables, ends) {
        mergeClaims(table, ends)
        table.problems.add(to: &errors)
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

  private mutating func addRelationships(_ rows: TableRows, _ ends: Ends) -> LoadingColumn.Targets {
    if ends.areAllKnown {
      let first = builder.relationshipCount
      builder.addRelationships(from: ends.starts, to: ends.ends, types: ends.types)
      origins.add(relationshipsFrom: first, at: rows)
      return (0..<rows.count).map { UInt32(truncatingIfNeeded: first + $0) }
    }
    builder.reserveRelationships(rows.count)
    return (0..<rows.count).map { row in
      guard ends.areKnown(row) else { return LoadingColumn.checkedOnly }
      let relationship = builder.addRelationship(
        from: NodeID(rawValue: ends.starts[row]), to: NodeID(rawValue: ends.ends[row]),
        type: TypeID(index: Int(ends.types[row])))
      origins.add(relationship, at: rows.place(row))
      return relationship.rawValue
    }
  }

  /// Makes rows with a source that say the same as an earlier one further claims of it.
  private mutating func mergeClaims(_ table: LoadingTable, _ ends: Ends) {
    let (rows, targets) = (table.rows, table.targets)
    guard let source = table.columns.first(where: { $0.header.name == ClaimColumns.source }) else { return }
    let own = table.columns.filter { !ClaimColumns.contains($0.header.name) && rows.hasText(in: $0.header.field) }
      .sorted { $0.key < $1.key }
    for row in 0..<rows.count where targets[row] != LoadingColumn.checkedOnly {
      guard !rows.cell(row, source.header.field).isAbsent else { continue }
      let claim = ClaimMerger.Claim(
        start: NodeID(rawValue: ends.starts[row]), end: NodeID(rawValue: ends.ends[row]),
        type: TypeID(index: Int(ends.types[row])), relationship: RelationshipID(rawValue: targets[row]))
      if let first = claims.first(like: claim, own: own) { builder.merge(claim.relationship, into: first) }
    }
  }
}

// MARK: - Ends and types

extension GraphLoader {
  /// What the three columns say that every table of relationships has.
  private mutating func ends(_ tables: inout [LoadingTable]) -> [Ends] {
    let found = foundTexts(tables.map(\.rows))
    return tables.indices.map { number in
      guard case .relationships(let start, let end, let type) = tables[number].rows.header.kind else {
        return Ends(starts: [], ends: [], types: [])
      }
      files[tables[number].rows.file].rowCount = tables[number].rows.count
      let (starts, ends, types) = (found[number * 3], found[number * 3 + 1], found[number * 3 + 2])
      report(start, where: starts.numbers, &tables[number])
      report(end, where: ends.numbers, &tables[number])
      return Ends(starts: starts.numbers, ends: ends.numbers, types: self.types(types, type, &tables[number]))
    }
  }

  /// The texts of a column as numbers: of nodes, or of texts of a table of its own.
  private struct FoundTexts {
    var numbers: [UInt32] = []
    var names = TextTable()
  }

  /// Finds the starts, ends and types of all tables, one after the other for each; the largest columns first.
  private func foundTexts(_ tables: [TableRows]) -> [FoundTexts] {
    let found = Mutex([FoundTexts](repeating: FoundTexts(), count: tables.count * 3))
    let pieces = found.withLock { $0.indices }.sorted { (-tables[$0 / 3].count, $0) < (-tables[$1 / 3].count, $1) }
    SharedWork.run(pieces.count, isLarge: tables.areMany) { [builder] number in
      let rows = tables[pieces[number] / 3]
      guard case .relationships(let start, let end, let type) = rows.header.kind else { return }
      let field = [start, end, type][pieces[number] % 3]
      var texts = FoundTexts()
      if field == type {
        texts.numbers = rows.numbers(in: field, &texts.names)
      } else {
        texts.numbers = builder.nodes(count: rows.count) { rows.text($0, field) }
      }
      found.withLock { $0[pieces[number]] = texts }
    }
    return found.withLock { $0 }
  }

  private func report(_ field: Int, where nodes: [UInt32], _ table: inout LoadingTable) {
    table.problems.beginColumn()
    for row in nodes.indices where nodes[row] == Ends.none { reportEnd(table.rows, row, field, &table.problems) }
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

  /// The types of the rows, from their names.
  private mutating func types(_ texts: FoundTexts, _ field: Int, _ table: inout LoadingTable) -> [UInt32] {
    let rows = table.rows
    let types = (0..<texts.names.count).map { number in
      let name = texts.names[number]
      return name.isEmpty ? Ends.none : builder.type(named: name).map { UInt32($0.index) } ?? Ends.none
    }
    table.problems.beginColumn()
    return texts.numbers.indices.map { row in
      let type = types[Int(texts.numbers[row])]
      if type == Ends.none {
        table.problems.add(row: row, field: field) {
          rows.error(
            row, field,
            rows.text(row, field).isEmpty
              ? "the relationship has no type" : "there are more than 65536 types of relationship")
        }
      }
      return type
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

extension TableRows {
  /// The numbers of a column's texts in a table, which receives them in the order they come.
  fileprivate func numbers(in field: Int, _ texts: inout TextTable) -> [UInt32] {
    var last = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var number: UInt32?
    return (0..<count).map { row in
      let text = text(row, field)
      if let number, text.hasSameBytes(as: last) { return number }
      let new = UInt32(texts.intern(text))
      (last, number) = (text, new)
      return new
    }
  }
}
