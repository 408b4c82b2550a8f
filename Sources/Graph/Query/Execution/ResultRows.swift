/// The rows of a table, each with one value per column.
///
/// The rows of an answer stay the columns that the query made until somebody asks for a row.
public struct ResultRows: Sendable {
  private enum Storage {
    case rows([[Value]])
    case columns([Part], count: Int)
  }

  /// Columns of some rows, and the number of the first.
  private struct Part {
    let start: Int
    let count: Int
    let columns: [Vector]

    var rows: [[Value]] { (start..<start + count).map { row($0) } }

    func row(_ number: Int) -> [Value] { columns.mapped { $0.value(at: number - start) } }
  }

  private var storage = Storage.rows([])

  /// Makes no rows.
  public init() {}

  /// Adds rows as they were made, column by column.
  mutating func append(_ columns: [Vector], count: Int) {
    switch storage {
    case .columns(var parts, let before):
      storage = .rows([])
      parts.append(Part(start: before, count: count, columns: columns))
      storage = .columns(parts, count: before + count)
    case .rows(let rows) where rows.isEmpty:
      storage = .columns([Part(start: 0, count: count, columns: columns)], count: count)
    case .rows: append(contentsOf: Part(start: 0, count: count, columns: columns).rows)
    }
  }

  /// Calls `body` for the rows in blocks of at most so many, with the number of the first row, the columns in which the values
  /// stand and their places there; false when the rows are not kept as columns.
  func forEachBlock(
    of size: Int, _ body: (_ number: Int, _ columns: [Vector], _ places: Range<Int>) -> Void
  ) -> Bool {
    guard case .columns(let parts, _) = storage else { return false }
    for part in parts {
      for place in stride(from: 0, to: part.count, by: size) {
        body(part.start + place, part.columns, place..<Swift.min(part.count, place + size))
      }
    }
    return true
  }

  /// All rows, once one of them is to be changed.
  private var made: [[Value]] {
    switch storage {
    case .rows(let rows): rows
    case .columns(let parts, _): parts.flatMap(\.rows)
    }
  }
}

extension ResultRows: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
  public var startIndex: Int { 0 }

  public var endIndex: Int {
    switch storage {
    case .rows(let rows): rows.count
    case .columns(_, let count): count
    }
  }

  /// The values of one row. O(columns), and O(log rows) to find it.
  public subscript(number: Int) -> [Value] {
    get {
      switch storage {
      case .rows(let rows): return rows[number]
      case .columns(let parts, _):
        var (low, high) = (0, parts.count - 1)
        while low < high {
          let middle = (low + high + 1) / 2
          if parts[middle].start <= number { low = middle } else { high = middle - 1 }
        }
        return parts[low].row(number)
      }
    }
    set {
      var rows = made
      storage = .rows([])
      rows[number] = newValue
      storage = .rows(rows)
    }
  }

  public mutating func replaceSubrange(_ range: Range<Int>, with new: some Collection<[Value]>) {
    var rows = made
    storage = .rows([])
    rows.replaceSubrange(range, with: new)
    storage = .rows(rows)
  }
}

extension ResultRows: Equatable, ExpressibleByArrayLiteral {
  public init(arrayLiteral rows: [Value]...) { storage = .rows(rows) }

  public static func == (left: ResultRows, right: ResultRows) -> Bool { left.elementsEqual(right) }
}
