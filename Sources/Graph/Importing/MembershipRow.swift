/// One row of a table of memberships: a municipality in a region of a division in a year.
struct MembershipRow {
  /// The line of the table.
  let line: Int
  let year: Int
  /// The code of the division, such as `RMC`.
  let division: String
  /// Empty when the table gives names only.
  let regionCode: String
  let regionName: String
  let municipality: String
  let municipalityName: String
  /// Which part of the municipality; empty for the whole.
  let part: String
  /// How the table names its source.
  let source: String

  /// The region is none: the table's place for municipalities that are in no region.
  static let unassigned = "unassigned"
  /// What a table writes behind a source that still lists a municipality that had gone.
  static let staleMark = ":stale-name"
}

/// The municipalities of one division on one day.
struct RegionObservation {
  /// A region, by id, and the part of the municipality that is in it.
  struct Place: Hashable {
    var region: String
    var part: String
  }

  let date: CalendarDate
  let year: Int
  let source: RegionSource
  /// By municipality.
  var places: [String: Set<Place>] = [:]
  /// The names of the regions, by id; the id of a region without a code begins with `~`.
  var names: [String: String] = [:]
  /// The regions that are none.
  var pseudo: Set<String> = []

  /// Whether the regions have codes.
  var isCoded: Bool { !names.keys.contains { $0.hasPrefix("~") } }
}

/// A source of memberships: a node, and what the sections of it begin with.
struct RegionSource: Equatable {
  let id: String
  let locator: String

  /// The id without digits: equal for the tables of one publisher.
  var family: String { id.filter { !$0.isNumber } }
}
