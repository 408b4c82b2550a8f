/// Remembers what cells of labels mean, since the same text stands in row after row.
struct LabelCells {
  private var labelTexts = TextTable()
  private var labelSets: [Int] = []

  /// The label set of a cell `A;B`; labels are trimmed and empty ones dropped.
  mutating func labelSet(_ cell: UnsafeBufferPointer<UInt8>, in builder: inout PropertyGraphBuilder) -> Int {
    let number = labelTexts.intern(cell)
    if number == labelSets.count {
      let names = cell.split(separator: UInt8(ascii: ";"))
        .map { String(decoding: CellReader.trimmed(UnsafeBufferPointer(rebasing: $0)), as: UTF8.self) }
      labelSets.append(builder.labelSet(names.filter { !$0.isEmpty }.map { builder.label(named: $0) }))
    }
    return labelSets[number]
  }
}
