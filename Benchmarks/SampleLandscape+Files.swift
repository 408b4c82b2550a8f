import Graph

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension SampleLandscape {
  func partyName(_ party: Int) -> String {
    if party < municipalities { return "m\(party)" }
    if party < municipalities + partnerships { return "s\(party - municipalities)" }
    return "o\(party - municipalities - partnerships)"
  }

  func regionName(_ region: Int) -> String { "r\(region)" }

  /// The day on which the landscape in its own shape is seen.
  static let day = CalendarDate(year: 2025, month: 1, day: 1)!

  /// Writes the landscape as tables with the headers of `neo4j-admin database import`.
  ///
  /// - Parameter ownShape: seats are mandates with periods, one in ten of which has ended, and regions have periods too.
  func write(to folder: String, ownShape: Bool) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    func write(_ name: String, _ header: String, _ rows: [String]) throws {
      let text = ([header] + rows).joined(separator: "\n") + "\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    func nodes(_ name: String, _ label: String, _ count: Int, _ prefix: String, _ word: String) throws {
      try write(name, "id:ID,name,:LABEL", (0..<count).map { "\(prefix)\($0),\(word) \($0),\(label)" })
    }
    try nodes("municipality.csv", "Municipality", municipalities, "m", "Gemeente")
    try nodes("swv.csv", "SWV", partnerships, "s", "Samenwerkingsverband")
    try nodes("theme.csv", "Theme", themes, "t", "Thema")
    try write(
      "organisation.csv", "id:ID,name,:LABEL",
      (0..<organisations).map { "o\($0),\"Stichting \($0), regio \($0 % 97)\",Organisation" })
    try write("forum.csv", "id:ID,name,kind,:LABEL", forumKinds.enumerated().map { "f\($0),Overleg \($0),\($1),Forum" })
    try write("region.csv", "id:ID,name,:LABEL", regionRows)
    let edges = ":START_ID,:END_ID,:TYPE"
    let (period, since) = ownShape ? (",valid_from:date,valid_until:date", ",2015-01-01,") : ("", "")
    try write(
      "in.csv", edges + period,
      regionOf.flatMap { $0.enumerated().map { "m\($0),\(regionName($1)),IN\(since)" } })
    if ownShape {
      for (name, header, rows) in mandateTables { try write(name, header, rows) }
    } else {
      try write(
        "sits_in.csv", edges + ",level,mandate",
        seats.map { "\(partyName($0.party)),f\($0.forum),SITS_IN,\($0.level),\($0.mandate)" })
    }
    try write("covers.csv", edges, covers.map { "s\($0.partnership),m\($0.municipality),COVERS" })
    try write("handles.csv", edges, handles.map { "f\($0.forum),t\($0.theme),HANDLES" })
    try write("forum_links.csv", edges, forumLinks.map { "f\($0.from),f\($0.to),\($0.type)" })
  }

  /// Seats as mandates with periods; behind them those that have ended, one for every ten.
  private var mandateTables: [(name: String, header: String, rows: [String])] {
    let ended = seats.enumerated().filter { $0.offset % 10 == 0 }.map { _, seat in
      Seat(party: (seat.party + 7) % parties, forum: seat.forum, level: "bestuurlijk", mandate: "decide")
    }
    let levels = ["ambtelijk": "official", "uitvoerend": "executive", "bestuurlijk": "board"]
    let all = (seats + ended).enumerated()
    return [
      (
        "mandate.csv", "id:ID,level,mandate,:LABEL",
        all.map { "k\($0),\(levels[$1.level] ?? "unknown"),\($1.mandate),Mandate" }
      ),
      (
        "holds.csv", ":START_ID,:END_ID,:TYPE,valid_from:date,valid_until:date",
        all.map { "\(partyName($1.party)),k\($0),HOLDS,2015-01-01,\($0 < seats.count ? "" : "2018-01-01")" }
      ),
      ("in_forum.csv", ":START_ID,:END_ID,:TYPE", all.map { "k\($0),f\($1.forum),IN_FORUM" }),
    ]
  }

  private var regionRows: [String] {
    SampleLandscape.divisions.enumerated().flatMap { division, entry in
      (firstRegion[division]..<firstRegion[division + 1]).map { "\(regionName($0)),\(entry.0) \($0),\(entry.0)" }
    }
  }
}
