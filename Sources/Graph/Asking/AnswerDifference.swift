/// The rows that are in one of two answers to the same statement, and not in the other.
///
/// Whole rows are compared, as multisets: a row that was there twice and is there once is lost once. Nodes are the same when they
/// are one node, whatever they are called. Tables are compared by their titles.
struct AnswerDifference {
  /// One table per title with the rows that differ, lost ones first, in the order of the answers; tables that are the same have
  /// none.
  let tables: [ResultTable]
  /// How many rows are only in the earlier answer, and only in the later; rows of which it is unknown whether they hold do not
  /// count.
  private(set) var lost = 0, gained = 0

  /// What stands before a row.
  static let lostMark = "-", gainedMark = "+"
  /// The column of the marks.
  static let column = "change"

  /// Compares two answers. O(rows).
  init(from earlier: Answer, to later: Answer, language: Language) {
    var tables: [ResultTable] = []
    for key in TableKey.all(in: [earlier, later]) {
      let (before, after) = (key.table(in: earlier), key.table(in: later))
      let gone = AnswerDifference.rows(of: before, notIn: after)
      let new = AnswerDifference.rows(of: after, notIn: before)
      guard let model = after ?? before, !(gone.isEmpty && new.isEmpty) else { continue }
      if !model.isUnknown {
        lost += gone.count
        gained += new.count
      }
      var table = ResultTable(title: model.title, columns: [AnswerDifference.column] + model.columns, rows: [])
      table.isUnknown = model.isUnknown
      table.columnTitles = model.columnTitles.map { [language.choose("change", "verandering")] + $0 }
      table.add(gone, of: before, mark: AnswerDifference.lostMark)
      table.add(new, of: after, mark: AnswerDifference.gainedMark)
      tables.append(table)
    }
    self.tables = tables
  }

  /// The places of the rows of one table that are left when each row of another has taken away one equal to it.
  private static func rows(of table: ResultTable?, notIn other: ResultTable?) -> [Int] {
    var taken: [[Value]: Int] = [:]
    for row in other?.rows ?? [] { taken[row, default: 0] += 1 }
    return (table?.rows ?? []).indices.filter { place in
      guard let row = table?.rows[place], let count = taken[row], count > 0 else { return true }
      taken[row] = count - 1
      return false
    }
  }
}

extension ResultTable {
  /// Adds rows of another table with a mark before them.
  fileprivate mutating func add(_ places: [Int], of table: ResultTable?, mark: String) {
    guard let table else { return }
    for place in places {
      rows.append([.string(mark)] + table.rows[place])
      if place < table.evidence.count { evidence.append(table.evidence[place]) }
    }
  }
}

/// A table by its title, and which of those with that title it is.
private struct TableKey: Hashable {
  let title: String?
  let number: Int

  /// The keys of all tables, in the order of the first answer that has them.
  static func all(in answers: [Answer]) -> [TableKey] {
    var seen: Set<TableKey> = []
    return answers.flatMap(keys).filter { seen.insert($0).inserted }
  }

  private static func keys(of answer: Answer) -> [TableKey] {
    answer.tables.indices.map { place in
      let title = answer.tables[place].title
      return TableKey(title: title, number: answer.tables[..<place].count { $0.title == title })
    }
  }

  func table(in answer: Answer) -> ResultTable? {
    answer.tables.filter { $0.title == title }.dropFirst(number).first
  }
}
