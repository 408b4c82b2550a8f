extension GraphLoader {
  /// A row about a node that an earlier row described.
  private struct LaterRow {
    let number: Int
    let node: NodeID
    let labelSet: Int
  }

  /// Adds the nodes of files: first the nodes themselves, then the columns, then what rows say about nodes known before.
  mutating func readNodes(_ files: ArraySlice<TableFile>) {
    if files.contains(where: { !$0.losses.isEmpty }) { nodesAreIncomplete = true }
    TableFile.withRows(of: files) { rows in
      var tables = zip(files, rows).map { LoadingTable($0, $1, columns: nodeColumns($1.header)) }
      builder.reserveNodes(rows.reduce(0) { $0 + $1.count })
      let later = tables.indices.map { addNodes(&tables[$0]) }
      LoadingTable.load(&tables) { [builder, tables] table, rule in
        let isUnder = builder.labelSets(under: rule)
        return { row in isUnder[builder.labelSetNumber(of: NodeID(rawValue: tables[table].targets[row]))] }
      }
      for (number, later) in later.enumerated() {
        tables[number].problems.beginColumn()
        for row in later { describeAgain(row.node, labelSet: row.labelSet, row.number, &tables[number]) }
        tables[number].problems.add(to: &errors)
      }
    }
  }

  private mutating func nodeColumns(_ header: TableHeader) -> [LoadingColumn] {
    header.columns.map { column in
      let key = builder.key(named: column.name)
      return LoadingColumn(header: column, key: key, target: builder.nodeColumn(key), rule: rule(for: column.name))
    }
  }

  /// Adds the nodes that are new and gives the rows of the others.
  private mutating func addNodes(_ table: inout LoadingTable) -> [LaterRow] {
    let rows = table.rows
    files[rows.file].rowCount = rows.count
    guard case .nodes(let id, let label) = rows.header.kind else { return [] }
    table.targets = LoadingColumn.Targets(repeating: LoadingColumn.skipped, count: rows.count)
    var later: [LaterRow] = []
    for row in 0..<rows.count {
      let identifier = rows.text(row, id)
      guard !identifier.isEmpty else {
        table.problems.add(row: row, field: id) {
          rows.error(row, id, "the node has no id", hint: "every node needs one that no other node has")
        }
        continue
      }
      let labelSet = labelCells.labelSet(rows.text(row, label), in: &builder)
      if let node = builder.addNode(identifier: identifier, labelSet: labelSet) {
        origins.add(node, at: rows.place(row))
        table.targets[row] = node.rawValue
      } else if let node = builder.node(identifier: identifier) {
        later.append(LaterRow(number: row, node: node, labelSet: labelSet))
      }
    }
    return later
  }
}

extension PropertyGraphBuilder {
  /// For each set of labels whether one of them puts a property under a rule.
  func labelSets(under rule: EnumerationRule) -> [Bool] {
    labelSets.map { $0.contains { rule.isOfLabel(labels[$0.index]) } }
  }
}
