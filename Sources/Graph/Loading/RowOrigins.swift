/// The file and line a node or relationship was read from.
public struct RowOrigin: Hashable, Sendable {
  /// The path of the file.
  public let file: String
  /// The line on which its row starts, from 1.
  public let line: Int
}

/// Where every row comes from, kept as runs of rows on consecutive lines: a few bytes per file, not per row.
struct RowOrigins: Sendable {
  /// A file and a line in it.
  struct Place: Hashable, Sendable {
    let file: Int
    let line: Int
  }

  /// Rows numbered one after another that stand on lines one after another.
  private struct Run: Sendable {
    let firstRow: Int
    let firstLine: Int
    let file: Int
  }

  private var nodeRuns: [Run] = []
  private var relationshipRuns: [Run] = []
  private var laterDescriptions: [NodeID: [Place]] = [:]

  mutating func add(_ node: NodeID, at place: Place) { RowOrigins.add(node.index, place, to: &nodeRuns) }

  mutating func add(_ relationship: RelationshipID, at place: Place) {
    RowOrigins.add(relationship.index, place, to: &relationshipRuns)
  }

  /// Adds relationships numbered from `first` on, one for each row of a file.
  mutating func add(relationshipsFrom first: Int, at rows: TableRows) {
    var row = 0
    while row < rows.count {
      RowOrigins.add(first + row, rows.place(row), to: &relationshipRuns)
      row += 1
      while row < rows.count, rows.line(row) == rows.line(row - 1) + 1 { row += 1 }
    }
  }

  /// Notes that a node is described once more.
  mutating func describe(_ node: NodeID, at place: Place) { laterDescriptions[node, default: []].append(place) }

  /// Where a node is first described. O(log runs).
  func place(of node: NodeID) -> Place? { RowOrigins.place(node.index, in: nodeRuns) }

  /// Everywhere a node is described, in the order it was read.
  func places(of node: NodeID) -> [Place] {
    (place(of: node).map { [$0] } ?? []) + (laterDescriptions[node] ?? [])
  }

  /// Where a relationship's row stands. O(log runs).
  func place(of relationship: RelationshipID) -> Place? { RowOrigins.place(relationship.index, in: relationshipRuns) }

  private static func add(_ row: Int, _ place: Place, to runs: inout [Run]) {
    if let run = runs.last, run.file == place.file, run.firstLine + row - run.firstRow == place.line { return }
    runs.append(Run(firstRow: row, firstLine: place.line, file: place.file))
  }

  private static func place(_ row: Int, in runs: [Run]) -> Place? {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].firstRow <= row { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let run = runs[low - 1]
    return Place(file: run.file, line: run.firstLine + row - run.firstRow)
  }
}
