extension PropertyColumn {
  /// The values in some rows as a column: texts by their numbers, integers as they are when no row lacks one.
  func vector(of rows: [UInt32]) -> Vector {
    switch storage {
    case .strings(let numbers, let pool):
      return .texts(
        rows.mapped { row in
          let place = Int(row) - firstRow
          return place >= 0 && place < numbers.count ? numbers[place] : .max
        }, pool)
    case .integers(let integers):
      guard rows.allSatisfy({ hasValue(at: Int($0)) }) else { break }
      return .integers(rows.mapped { integers[Int($0) - firstRow] })
    default: break
    }
    return .values(rows.mapped { value(at: Int($0)) })
  }
}
