/// The groups so far, with the row each was made from.
final class AggregateGroups {
  private let grouper = RowGrouper()
  private var parts: [Batch] = []
  /// The row of the only group so far, as long as there was nothing to compare it with.
  private var only: Batch?
  /// By group, what its only row rests on; of more rows, the complement of the place in `lists`.
  private var lineages: [Int64] = []
  private var lists: [[Int64]] = []
  private(set) var count = 0
  private var lastOfRun = NodeID.none

  /// What is said of a batch of one row: the same arrays for all, so that none are made.
  private static let onlyRun = [0]
  private static let onlyGroup: [Int32] = [0]

  /// Begins with no groups; the memory of earlier ones is used again.
  func begin() {
    lastOfRun = .none
    forget()
  }

  /// Gives the keys, tags and carried columns of the first row of each group, once.
  func takeFirstRows() -> Batch {
    defer { (parts, only) = ([], nil) }
    return only ?? Batch.joined(parts) ?? .none
  }

  /// Without keys every incoming row has a group of its own, also when no row follows from it.
  func addGroupPerTag(_ argument: Batch, _ partition: Slot?, _ carried: [Slot]) {
    guard let partition else {
      _ = numbers(of: Batch.single, by: [])
      return
    }
    _ = numbers(of: argument.keeping(carried + [partition]), by: [partition])
  }

  /// The rows at which the value of a run changes.
  func runStarts(_ column: Vector) -> [Int] {
    guard case .nodes(let nodes) = column, let last = nodes.last else { return [] }
    if nodes.count == 1 {
      defer { lastOfRun = last }
      return last == lastOfRun ? [] : AggregateGroups.onlyRun
    }
    var starts: [Int] = []
    for (row, node) in nodes.enumerated() where node != lastOfRun {
      starts.append(row)
      lastOfRun = node
    }
    return starts
  }

  func numbers(of batch: Batch, by slots: [Slot], runs: [Int] = []) -> [Int32] {
    if count == 0, batch.count == 1 {
      (count, only) = (1, batch)
      return AggregateGroups.onlyGroup
    }
    if let only {
      if !slots.isEmpty { _ = grouper.numbered(slots.map { only[$0] }, count: 1) }
      parts = [only]
      self.only = nil
    }
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
    if grouper.count > 0 { grouper.forget() }
    parts = []
    only = nil
    lineages = []
    lists = []
    count = 0
  }

  /// Adds what rows rest on to their groups.
  ///
  /// - Parameter counting: it matters how many rows rest on the same; else what repeats the row before is left out.
  func addLineages(_ added: [Int64], _ groups: [Int32], counting: Bool) {
    lineages.append(contentsOf: repeatElement(LineageArena.none, count: max(0, count - lineages.count)))
    for (lineage, group) in zip(added, groups) where lineage != LineageArena.none {
      let known = lineages[Int(group)]
      if known == LineageArena.none {
        lineages[Int(group)] = lineage
      } else if known < 0 {
        let place = ~Int(known)
        if counting || lists[place].last != lineage { lists[place].append(lineage) }
      } else if counting || known != lineage {
        lineages[Int(group)] = ~Int64(lists.count)
        lists.append([known, lineage])
      }
    }
  }

  /// What a group rests on, as a number of the arena that has the numbers of its rows.
  func lineage(of group: Int, in arena: LineageArena) -> Int64 {
    guard group < lineages.count else { return LineageArena.none }
    let known = lineages[group]
    return known < 0 ? arena.aggregated(lists[~Int(known)]) : known
  }
}
