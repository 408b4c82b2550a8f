/// The groups so far, with the row each was made from.
final class AggregateGroups {
  private let grouper = RowGrouper()
  private var slotCount = 0
  private var parts: [Batch] = []
  /// The row of the only group so far, as long as there was nothing to compare it with.
  private var only: Batch?
  private var lineagesByGroup: [[Int64]] = []
  private(set) var count = 0
  private var lastOfRun = NodeID.none

  /// Begins with no groups; the memory of earlier ones is used again.
  func begin(slotCount: Int) {
    self.slotCount = slotCount
    lastOfRun = .none
    forget()
  }

  /// Gives the keys, tags and carried columns of the first row of each group, once.
  func takeFirstRows() -> Batch {
    defer { parts = [] }
    return Batch.joined(parts) ?? Batch(count: 0, slotCount: slotCount)
  }

  /// Without keys every incoming row has a group of its own, also when no row follows from it.
  func addGroupPerTag(_ argument: Batch, _ partition: Slot?, _ carried: [Slot]) {
    guard let partition else {
      _ = numbers(of: Batch.single(slotCount: slotCount), by: [])
      return
    }
    _ = numbers(of: argument.keeping(carried + [partition]), by: [partition])
  }

  /// The rows at which the value of a run changes.
  func runStarts(_ column: Vector) -> [Int] {
    guard case .nodes(let nodes) = column else { return [] }
    var starts: [Int] = []
    for (row, node) in nodes.enumerated() where node != lastOfRun {
      starts.append(row)
      lastOfRun = node
    }
    return starts
  }

  func numbers(of batch: Batch, by slots: [Slot], runs: [Int] = []) -> [Int32] {
    if count == 0, batch.count == 1, runs.isEmpty {
      (count, parts, only) = (1, [batch], batch)
      return [0]
    }
    if let only, !slots.isEmpty { _ = grouper.numbered(slots.map { only[$0] }, count: 1) }
    only = nil
    let numbered =
      slots.isEmpty
      ? NumberedRows(groups: Array(filledWith: 0, count: batch.count), new: count == 0 && batch.count > 0 ? [0] : [])
      : grouper.numbered(slots.map { batch[$0] }, count: batch.count, runs: runs)
    count += numbered.new.count
    if !numbered.new.isEmpty { parts.append(batch.gathered(numbered.new)) }
    return numbered.groups
  }

  /// Forgets all groups; the next is number 0 again.
  func forget() {
    grouper.forget()
    parts = []
    only = nil
    lineagesByGroup = []
    count = 0
  }

  /// Adds what rows rest on to their groups.
  ///
  /// - Parameter counting: it matters how many rows rest on the same; else what repeats the row before is left out.
  func addLineages(_ lineages: [Int64], _ groups: [Int32], counting: Bool) {
    lineagesByGroup.append(contentsOf: repeatElement([], count: max(0, count - lineagesByGroup.count)))
    for (lineage, group) in zip(lineages, groups)
    where lineage != LineageArena.none && (counting || lineagesByGroup[Int(group)].last != lineage) {
      lineagesByGroup[Int(group)].append(lineage)
    }
  }

  func lineages(of group: Int) -> [Int64] { group < lineagesByGroup.count ? lineagesByGroup[group] : [] }
}
