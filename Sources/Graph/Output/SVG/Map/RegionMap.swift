/// Municipalities with their regions in two divisions: what every form of map shows.
///
/// The first division is drawn by its borders, the second by its colours.
struct RegionMap {
  /// One municipality.
  struct Place {
    let node: NodeID
    let identifier: String
    let name: String
    /// The region of the first division, as a place in `borders`; nil when it is not recorded.
    let border: Int?
    /// The region of the second division, as a place in `colours`; nil when it is not recorded.
    let colour: Int?
    /// Its colour is not that of most within its border.
    var isApart = false
  }

  /// What lies between two places, or between a place and the outside.
  enum Seam: CaseIterable {
    /// The same regions on both sides.
    case inside
    /// One region of the first division, two of the second: a mismatch.
    case apart
    /// Two regions of the first division.
    case border
    /// Nothing on the other side.
    case edge
  }

  /// The municipalities in the order of the rows.
  private(set) var places: [Place]
  /// The names of the regions of either division, in the order of the rows.
  let borders, colours: [String]

  init(_ rows: [(node: NodeID, identifier: String, name: String, border: String?, colour: String?)]) {
    borders = RegionMap.distinct(rows.compactMap(\.border))
    colours = RegionMap.distinct(rows.compactMap(\.colour))
    let (border, colour) = (RegionMap.places(of: borders), RegionMap.places(of: colours))
    places = rows.map { row in
      Place(
        node: row.node, identifier: row.identifier, name: row.name, border: row.border.flatMap { border[$0] },
        colour: row.colour.flatMap { colour[$0] })
    }
    markApart()
  }

  /// What lies between two places; nil stands for the outside.
  func seam(_ one: Int, _ other: Int?) -> Seam {
    guard let other else { return .edge }
    if places[one].border != places[other].border { return .border }
    return places[one].colour == places[other].colour ? .inside : .apart
  }

  private mutating func markApart() {
    var counts: [Int?: [Int?: Int]] = [:]
    for place in places { counts[place.border, default: [:]][place.colour, default: 0] += 1 }
    for index in places.indices {
      let within = counts[places[index].border] ?? [:]
      let most = within.values.max() ?? 0
      let isTie = within.values.count { $0 == most } > 1
      places[index].isApart = !isTie && within[places[index].colour, default: 0] < most
    }
  }

  private static func distinct(_ values: [String]) -> [String] {
    var known: Set<String> = []
    return values.filter { known.insert($0).inserted }
  }

  private static func places(of names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
  }
}

extension RegionMap {
  /// Reads the rows of a table: a municipality, the region of its border, the region of its colour. A municipality counts once.
  init(
    _ table: ResultTable, node: DrawingHint.Column, border: DrawingHint.Column, colour: DrawingHint.Column,
    _ context: OutputContext
  ) {
    let (cells, names) = (CellNodes(context), DrawnNames(context))
    func value(_ column: DrawingHint.Column, _ row: [Value]) -> Value {
      table.columns.firstIndex(of: column.name).map { row[$0] } ?? .null
    }
    func text(_ column: DrawingHint.Column, _ row: [Value]) -> String? {
      let value = value(column, row)
      return value.isNull ? nil : VisibleText.oneLine(cells.text(value, column: column))
    }
    var known: Set<NodeID> = []
    self.init(
      table.rows.compactMap { row in
        guard case .node(let place) = value(node, row), known.insert(place).inserted else { return nil }
        return (
          place, context.graph.identifier(of: place), names.name(of: place), text(border, row), text(colour, row)
        )
      })
  }
}
