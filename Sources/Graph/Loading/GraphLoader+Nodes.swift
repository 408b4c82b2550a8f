extension GraphLoader {
  /// A row about a node that an earlier row described.
  private struct LaterRow {
    let number: Int
    let node: NodeID
    let labelSet: Int
  }

  /// Adds the nodes of a file: first the nodes themselves, then one column after another.
  mutating func readNodes(_ file: TableFile) {
    guard case .nodes(let id, let label) = file.header.kind else { return }
    var problems = FileErrors()
    problems.add(file.losses)
    if !file.losses.isEmpty { nodesAreIncomplete = true }
    file.withRows { rows in
      files[file.number].rowCount = rows.count
      let columns = nodeColumns(file.header)
      var targets = LoadingColumn.Targets(repeating: LoadingColumn.skipped, count: rows.count)
      let later = addNodes(rows, id: id, label: label, &targets, &problems)
      LoadingColumn.load(rows, columns, into: targets, &problems) { [builder, targets] rule in
        let isUnder = builder.labelSets(under: rule)
        return { row in isUnder[builder.labelSetNumber(of: NodeID(rawValue: targets[row]))] }
      }
      problems.beginColumn()
      for row in later {
        let describing = DescribingRow(rows: rows, number: row.number)
        describeAgain(row.node, describing, id: id, labelSet: row.labelSet, columns, &problems)
      }
    }
    problems.add(to: &errors)
  }

  private mutating func nodeColumns(_ header: TableHeader) -> [LoadingColumn] {
    header.columns.map { column in
      let key = builder.key(named: column.name)
      return LoadingColumn(header: column, key: key, target: builder.nodeColumn(key), rule: rule(for: column.name))
    }
  }

  /// Adds the nodes that are new and gives the rows of the others.
  private mutating func addNodes(
    _ rows: TableRows, id: Int, label: Int, _ targets: inout LoadingColumn.Targets, _ problems: inout FileErrors
  ) -> [LaterRow] {
    var later: [LaterRow] = []
    builder.reserveNodes(rows.count)
    for row in 0..<rows.count {
      let identifier = rows.text(row, id)
      guard !identifier.isEmpty else {
        problems.add(row: row, field: id) {
          rows.error(row, id, "the node has no id", hint: "every node needs one that no other node has")
        }
        continue
      }
      let labelSet = labelCells.labelSet(rows.text(row, label), in: &builder)
      if let node = builder.addNode(identifier: identifier, labelSet: labelSet) {
        origins.add(node, at: rows.place(row))
        targets[row] = node.rawValue
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
    labelSets.map { $0.contains { rule.labels.contains(labels[$0.index]) } }
  }
}
