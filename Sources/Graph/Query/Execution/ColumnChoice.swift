/// A column put together from several: for each row it is told from which.
///
/// Where all have the same compact form, so has the result.
struct ColumnChoice {
  /// One of the columns.
  struct Option {
    /// `.absent` when it is not chosen in any row.
    let column: Vector
    /// The column has a place for every row, whether it is chosen there or not; else only for those where it is chosen.
    let isForAllRows: Bool
  }

  /// By row, the option chosen.
  let chosen: [Int32]
  let options: [Option]

  /// The values of the options chosen.
  var column: Vector {
    let columns = options.map(\.column)
    switch columns.first(where: { !$0.isConstant && !$0.isAbsent }) {
    case nil: return ofConstants(columns)
    case .nodes?: return column(of: columns.map { $0.nodesOrNull }, Vector.nodes)
    case .relationships?: return column(of: columns.map { $0.relationshipsOrNull }, Vector.relationships)
    case .integers?: return column(of: columns.map { $0.integersOnly }, Vector.integers)
    case .truths?: return column(of: columns.map { $0.truthsOrNull }, Vector.truths)
    case .texts(_, let pool)?:
      return column(of: columns.map { $0.textsOrNull(in: pool) }) { Vector.texts($0, pool) }
    default: return ofValues
    }
  }

  private func ofConstants(_ columns: [Vector]) -> Vector {
    switch columns.first(where: { !$0.isAbsent && !$0.value(at: 0).isNull })?.value(at: 0) {
    case .integer?: column(of: columns.map { $0.integersOnly }, Vector.integers)
    case .boolean?: column(of: columns.map { $0.truthsOrNull }, Vector.truths)
    case .node?: column(of: columns.map { $0.nodesOrNull }, Vector.nodes)
    default: .picked(chosen, of: columns.map { $0.value(at: 0) })
    }
  }

  /// The elements of the options chosen, when all options have such elements.
  private func column<Element: BitwiseCopyable>(
    of options: [Elements<Element>?], _ vector: ([Element]) -> Vector
  ) -> Vector {
    let elements = options.compactMap { $0 }
    guard elements.count == options.count, let any = elements.lazy.compactMap(\.first).first else { return ofValues }
    var result = [Element](filledWith: any, count: chosen.count)
    for (number, elements) in elements.enumerated() {
      switch elements {
      case .nowhere: continue
      case .one(let element): fill(&result, number) { _ in element }
      case .many(let column): fill(&result, number) { column[$0] }
      }
    }
    return vector(result)
  }

  private var ofValues: Vector {
    let columns = options.map(\.column)
    if columns.allSatisfy({ $0.isConstant || $0.isAbsent }) {
      return .picked(chosen, of: columns.map { $0.value(at: 0) })
    }
    var result = [Value](filledWith: .null, count: chosen.count)
    for (number, column) in columns.enumerated() where !column.isAbsent {
      fill(&result, number) { column.value(at: $0) }
    }
    return .compact(result)
  }

  /// Fills in the rows for which an option is chosen; `element` gives what it has at a place of its column.
  @inline(__always)
  private func fill<Element>(_ result: inout [Element], _ number: Int, _ element: (Int) -> Element) {
    let (number, isForAllRows) = (Int32(truncatingIfNeeded: number), options[number].isForAllRows)
    var next = 0
    for (row, option) in chosen.enumerated() where option == number {
      result[row] = element(isForAllRows ? row : next)
      next += 1
    }
  }

  /// The elements of a column of one kind.
  fileprivate enum Elements<Element: BitwiseCopyable> {
    /// The option is not chosen in any row.
    case nowhere
    /// The same in every row.
    case one(Element)
    case many([Element])

    /// Any of them.
    var first: Element? {
      switch self {
      case .nowhere: nil
      case .one(let element): element
      case .many(let elements): elements.first
      }
    }
  }
}

extension Vector {
  fileprivate var nodesOrNull: ColumnChoice.Elements<NodeID>? {
    switch self {
    case .absent: .nowhere
    case .nodes(let nodes): .many(nodes)
    case .constant(.null): .one(.none)
    case .constant(.node(let node)): .one(node)
    default: nil
    }
  }

  fileprivate var relationshipsOrNull: ColumnChoice.Elements<RelationshipID>? {
    switch self {
    case .absent: .nowhere
    case .relationships(let relationships): .many(relationships)
    case .constant(.null): .one(.none)
    default: nil
    }
  }

  fileprivate var integersOnly: ColumnChoice.Elements<Int64>? {
    switch self {
    case .absent: .nowhere
    case .integers(let integers): .many(integers)
    case .constant(.integer(let integer)): .one(integer)
    default: nil
    }
  }

  fileprivate var truthsOrNull: ColumnChoice.Elements<Truth>? {
    switch self {
    case .absent: .nowhere
    case .truths(let truths): .many(truths)
    case .constant(.null): .one(.unknown)
    case .constant(.boolean(let truth)): .one(Truth(truth))
    default: nil
    }
  }

  fileprivate func textsOrNull(in pool: TextPool) -> ColumnChoice.Elements<UInt32>? {
    switch self {
    case .absent: .nowhere
    case .texts(let numbers, let its) where its === pool: .many(numbers)
    case .constant(.null): .one(.max)
    case .constant(.string(let text)): pool.texts.number(of: text).map { .one(UInt32($0)) }
    default: nil
    }
  }
}

extension Vector {
  /// Nulls where there is no column.
  var orNulls: Vector { isAbsent ? .constant(.null) : self }
}

extension BoundExpression {
  /// A column that is there without working anything out.
  var isThere: Bool {
    switch kind {
    case .constant, .parameter, .slot: true
    default: false
    }
  }
}
