/// The files of a landscape folder that say where municipalities lie, and where their tiles are.
struct TileTable {
  private var table: PlainTable
  private let folder: String
  /// The rows of the municipalities that exist.
  private let rows: [Int]
  private let places: [String: Int]

  private static let titles = ["tile_q", "tile_r"]

  init(_ folder: String) throws(LoadFailure) {
    self.folder = folder
    table = try PlainTable(path: FileSystem.join(folder, "municipalities.csv"))
    for title in TileTable.titles where table.column(title) == nil { table.add(title + ":int") }
    rows = table.rows.indices.filter { [table] in table.text(table.rows[$0], "valid_until").isEmpty }
    places = Dictionary(rows.enumerated().map { [table] in (table.text(table.rows[$1], "id"), $0) }) { first, _ in first
    }
  }

  var path: String { table.path }

  var bytes: [UInt8] { table.allBytes }

  /// The tiles that the municipalities have.
  var tiles: [Hexagon?] {
    rows.map { row in
      guard let q = Int(table.text(table.rows[row], "tile_q")), let r = Int(table.text(table.rows[row], "tile_r"))
      else {
        return nil
      }
      return Hexagon(q: q, r: r)
    }
  }

  mutating func set(_ tiles: [Hexagon]) {
    guard let q = table.column("tile_q"), let r = table.column("tile_r") else { return }
    for (row, tile) in zip(rows, tiles) {
      table.rows[row].cells[q] = String(tile.q)
      table.rows[row].cells[r] = String(tile.r)
    }
  }
}

// MARK: - What is to be laid out

extension TileTable {
  /// - Throws: when there are too many municipalities, or one that exists has no centroid.
  func problem() throws(LoadFailure) -> TileProblem {
    guard !rows.isEmpty, rows.count <= TileImport.most else {
      throw LoadFailure([
        LoadError(
          file: path, message: "there are \(rows.count) municipalities; tiles are laid out for 1 to \(TileImport.most)")
      ])
    }
    return TileProblem(points: try points(), borders: try borders(), groups: try provinces())
  }

  /// The centroids in a flat projection of the Netherlands, in tile widths: tiles that together are as large as the land.
  private func points() throws(LoadFailure) -> [TileProblem.Point] {
    let width = (35_690 / Double(rows.count)).squareRoot()
    var points: [TileProblem.Point] = []
    for row in rows {
      guard let east = coordinate(row, "lon"), let north = coordinate(row, "lat") else {
        throw LoadFailure([
          LoadError(
            file: path, line: table.rows[row].line, text: table.text(table.rows[row], "name"),
            message: "the municipality has no centroid", hint: "fill in its lon and lat, in degrees")
        ])
      }
      points.append(TileProblem.Point(x: (east - 5.3) * 68.3 / width, y: (52.2 - north) * 111.3 / width))
    }
    return points
  }

  private func coordinate(_ row: Int, _ name: String) -> Double? {
    Double(table.text(table.rows[row], name)).flatMap { abs($0) <= 180 ? $0 : nil }
  }

  private func borders() throws(LoadFailure) -> [TileProblem.Border] {
    var borders: [TileProblem.Border] = []
    for name in ["neighbours.csv", "neighbours_inferred.csv"] {
      for (first, second, length) in try links(in: name, number: "shared_border_km") {
        guard let second = places[second], first != second else { continue }
        borders.append(TileProblem.Border(first: first, second: second, length: length ?? 0))
      }
    }
    return borders
  }

  private func provinces() throws(LoadFailure) -> [Int] {
    var numbers: [String: Int] = [:]
    var provinces = [Int](repeating: -1, count: rows.count)
    for (place, province, _) in try links(in: "in_region_province.csv", number: "") {
      provinces[place] = numbers[province] ?? numbers.count
      numbers[province] = provinces[place]
    }
    return provinces
  }

  /// The relationships in a file that still hold and start at a municipality that exists; none when there is no such file.
  private func links(
    in name: String, number: String
  ) throws(LoadFailure) -> [(start: Int, end: String, number: Double?)] {
    let table = try RegionFolder.table(name, in: folder, titles: [])
    return table.rows.compactMap { row in
      guard let start = places[table.text(row, ":START_ID")], table.text(row, "valid_until").isEmpty else { return nil }
      return (start, table.text(row, ":END_ID"), Double(table.text(row, number)))
    }
  }
}
