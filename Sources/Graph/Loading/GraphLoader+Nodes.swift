extension GraphLoader {
  /// Adds the nodes of a file.
  mutating func readNodes(_ file: TableFile) {
    guard case .nodes(let id, let label) = file.header.kind else { return }
    file.bytes.withUnsafeMutableBufferPointer { buffer in
      var rows = RowReader(file, buffer)
      let columns = nodeColumns(file.header)
      while rows.next(&errors) {
        files[file.number].rowCount += 1
        readNode(rows, id: id, label: label, columns)
      }
      if rows.hasLostRows { nodesAreIncomplete = true }
    }
  }

  private mutating func nodeColumns(_ header: TableHeader) -> [LoadingColumn] {
    header.columns.map { column in
      let key = builder.key(named: column.name)
      return LoadingColumn(header: column, key: key, target: builder.nodeColumn(key), rule: rule(for: column.name))
    }
  }

  private mutating func readNode(_ rows: RowReader, id: Int, label: Int, _ columns: [LoadingColumn]) {
    let identifier = rows.text(rows.field(id))
    guard !identifier.isEmpty else {
      errors.add(rows.error(id, "the node has no id", hint: "every node needs one that no other node has"))
      return
    }
    let labelSet = labelCells.labelSet(rows.text(rows.field(label)), in: &builder)
    if let node = builder.addNode(identifier: identifier, labelSet: labelSet) {
      origins.add(node, at: rows.place)
      setProperties(rows, of: node, columns)
    } else if let node = builder.node(identifier: identifier) {
      describeAgain(node, rows, id: id, labelSet: labelSet, columns)
    }
  }

  private mutating func setProperties(_ rows: RowReader, of node: NodeID, _ columns: [LoadingColumn]) {
    for column in columns {
      do throws(CellProblem) {
        try column.load(rows, into: node.index) { appliesTo(node, $0) }
      } catch {
        errors.add(rows.error(column.header.field, error))
      }
    }
  }

  /// Whether one of a node's labels puts a property under a rule.
  func appliesTo(_ node: NodeID, _ rule: EnumerationRule) -> Bool {
    builder.labelNames(of: node).contains { rule.labels.contains($0) }
  }
}
