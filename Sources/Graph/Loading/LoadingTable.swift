internal import Synchronization

/// A table while it is being loaded: its rows, where they go, and the mistakes found so far.
struct LoadingTable: Sendable {
  let rows: TableRows
  /// The columns of properties.
  let columns: [LoadingColumn]
  var targets: LoadingColumn.Targets = []
  var problems = FileErrors()

  /// Starts with the rows that were passed over as mistakes.
  init(_ file: TableFile, _ rows: TableRows, columns: [LoadingColumn]) {
    (self.rows, self.columns) = (rows, columns)
    problems.add(file.losses)
  }

  /// The first and the last row of the graph that any row goes to.
  private var span: ClosedRange<Int>? {
    var (first, last) = (LoadingColumn.checkedOnly, UInt32.min)
    for target in targets where target < LoadingColumn.checkedOnly {
      (first, last) = (min(first, target), max(last, target))
    }
    return first <= last ? Int(first)...Int(last) : nil
  }
}

// MARK: - Many tables at once

extension LoadingTable {
  /// A column of one of the tables.
  private struct Place {
    let table: Int
    let column: Int
  }

  /// Puts the cells of tables into columns, different properties on different threads when there are many cells. O(bytes).
  ///
  /// - Parameters:
  ///   - tables: the tables, with targets; they receive the mistakes in their cells.
  ///   - applies: makes of a table's number and a rule the question whether the rule applies to a row of the table; asked only
  ///     where a text breaks the rule.
  static func load(
    _ tables: inout [LoadingTable], applies: @escaping @Sendable (Int, EnumerationRule) -> (Int) -> Bool
  ) {
    let found = Mutex(tables.map { [FileErrors](repeating: FileErrors(), count: $0.columns.count) })
    let properties = placesByProperty(tables)
    let spans = tables.map(\.span)
    SharedWork.run(properties.count, isLarge: tables.map(\.rows).areMany) { [tables] number in
      for place in properties[number] {
        let table = tables[place.table]
        var errors = FileErrors()
        table.columns[place.column].load(table.rows, into: table.targets, spans[place.table], &errors) {
          applies(place.table, $0)
        }
        found.withLock { $0[place.table][place.column] = errors }
      }
    }
    for (number, columns) in found.withLock({ $0 }).enumerated() {
      for errors in columns { tables[number].problems.add(errors) }
    }
  }

  /// The columns of each property in the order of the tables, since they fill the same column of the graph; the property with
  /// the most rows first.
  private static func placesByProperty(_ tables: [LoadingTable]) -> [[Place]] {
    var byKey: [(rows: Int, key: Int, places: [Place])] = []
    for (table, loading) in tables.enumerated() {
      for (number, column) in loading.columns.enumerated() {
        while byKey.count <= column.key.index { byKey.append((0, byKey.count, [])) }
        byKey[column.key.index].places.append(Place(table: table, column: number))
        byKey[column.key.index].rows += loading.rows.count
      }
    }
    return byKey.sorted { (-$0.rows, $0.key) < (-$1.rows, $1.key) }.map(\.places).filter { !$0.isEmpty }
  }
}

extension [TableRows] {
  /// Whether there are enough cells for threads to pay.
  var areMany: Bool { reduce(0) { $0 + $1.cellCount } > 10_000 }
}
