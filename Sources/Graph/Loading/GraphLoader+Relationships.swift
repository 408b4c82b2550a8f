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

  /// Adds the relationships of a file: first the relationships themselves, then the columns.
  mutating func readRelationships(_ file: TableFile) {
    var problems = FileErrors()
    problems.add(file.losses)
    file.withRows { rows in
      files[file.number].rowCount = rows.count
      let columns = relationshipColumns(file.header)
      let ends = ends(rows, &problems)
      let targets = addRelationships(rows, ends)
      LoadingColumn.load(rows, columns, into: targets, &problems) { [builder] rule in
        let isUnder = (0..<builder.types.count).map { rule.types.contains(builder.types[$0]) }
        return { row in ends.types[row] != Ends.none && isUnder[Int(ends.types[row])] }
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
  private mutating func mergeClaims(
    _ rows: TableRows, _ targets: LoadingColumn.Targets, _ ends: Ends, _ columns: [LoadingColumn]
  ) {
    guard let source = columns.first(where: { $0.header.name == ClaimColumns.source }) else { return }
    let own = columns.filter { !ClaimColumns.contains($0.header.name) && rows.hasText(in: $0.header.field) }
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
  /// What the three columns say that every file of relationships has.
  private mutating func ends(_ rows: TableRows, _ problems: inout FileErrors) -> Ends {
    guard case .relationships(let start, let end, let type) = rows.header.kind else {
      return Ends(starts: [], ends: [], types: [])
    }
    let fields = [start, end, type]
    let found = Mutex([[UInt32]](repeating: [], count: 3))
    let typeNames = Mutex(TextTable())
    SharedWork.run(3, isLarge: rows.areMany) { [builder] piece in
      let numbers =
        piece < 2
        ? builder.nodes(count: rows.count) { rows.text($0, fields[piece]) }
        : typeNames.withLock { rows.numbers(in: type, &$0) }
      found.withLock { $0[piece] = numbers }
    }
    let numbers = found.withLock { $0 }
    report(rows, start, where: numbers[0], &problems)
    report(rows, end, where: numbers[1], &problems)
    let types = types(rows, type, numbers[2], typeNames.withLock { $0 }, &problems)
    return Ends(starts: numbers[0], ends: numbers[1], types: types)
  }

  private func report(_ rows: TableRows, _ field: Int, where nodes: [UInt32], _ problems: inout FileErrors) {
    problems.beginColumn()
    for row in 0..<rows.count where nodes[row] == Ends.none { reportEnd(rows, row, field, &problems) }
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

  /// The types of the rows, from the numbers of their names.
  private mutating func types(
    _ rows: TableRows, _ field: Int, _ numbers: [UInt32], _ names: TextTable, _ problems: inout FileErrors
  ) -> [UInt32] {
    let types = (0..<names.count).map { number in
      let name = names[number]
      return name.isEmpty ? Ends.none : builder.type(named: name).map { UInt32($0.index) } ?? Ends.none
    }
    problems.beginColumn()
    return (0..<rows.count).map { row in
      let type = types[Int(numbers[row])]
      if type == Ends.none {
        problems.add(row: row, field: field) {
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
