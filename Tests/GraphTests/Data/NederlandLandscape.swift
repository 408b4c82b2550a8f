import Testing

@testable import Graph

/// The municipalities of `data/nederland`, read by relationship without the query engine.
enum NederlandLandscape {
  static let loaded: Result<Landscape, LoadFailure> = {
    do throws(LoadFailure) {
      return .success(try Landscape.load(folders: [Reference.package + "/data/nederland"]))
    } catch {
      return .failure(error)
    }
  }()

  /// What holds on a day.
  struct Day {
    let landscape: Landscape
    let view: View

    init(_ day: String) throws {
      landscape = try loaded.get()
      view = landscape.view(ViewOptions(at: CalendarDate(day))).view
    }

    /// The visible relationships of a type, by the ids of their ends.
    func pairs(_ type: String) -> [(start: String, end: String, relationship: RelationshipID)] {
      let graph = landscape.graph
      guard let type = graph.type(named: type) else { return [] }
      return graph.relationships(ofType: type).filter { view.shows($0) }.map {
        (graph.identifier(of: graph.start(of: $0)), graph.identifier(of: graph.end(of: $0)), $0)
      }
    }

    /// The regions of a division.
    func regions(_ division: String) -> Set<String> {
      Set(pairs("OF_DIVISION").filter { $0.end == "division-\(division.lowercased())" }.map(\.start))
    }

    /// The regions of each municipality in a division.
    func regionsByMunicipality(_ division: String) -> [String: Set<String>] {
      let regions = regions(division)
      return pairs("IN_REGION").filter { regions.contains($0.end) }
        .reduce(into: [:]) { $0[$1.start, default: []].insert($1.end) }
    }

    /// The municipalities of each region of a division.
    func members(_ division: String) -> [String: Set<String>] {
      regionsByMunicipality(division).reduce(into: [:]) { members, entry in
        for region in entry.value { members[region, default: []].insert(entry.key) }
      }
    }

    /// The municipalities there are.
    var municipalities: Set<String> {
      let graph = landscape.graph
      guard let label = graph.label(named: "Municipality") else { return [] }
      return Set(graph.nodes(labelled: label).filter { view.shows($0) }.map { graph.identifier(of: $0) })
    }

    /// The name of a node.
    func name(_ id: String) throws -> String {
      guard case .string(let name) = landscape.graph.property("name", of: try landscape.node(id)) else { return id }
      return name
    }
  }
}
