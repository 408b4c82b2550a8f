/// A graph loaded from data folders, with the vocabulary that says what it means.
public struct Landscape: Sendable {
  /// The graph.
  public let graph: PropertyGraph
  /// The vocabulary: the program's own, extended by the folders' `schema.csv`.
  public let schema: Schema
  /// The folders that were asked for, in order: each a landscape, or above some.
  public let roots: [String]
  /// The folders whose tables were loaded, in order.
  public let folders: [String]
  /// The tables that were loaded, in order.
  public let files: [LoadedFile]
  let origins: RowOrigins

  /// Loads folders into one graph.
  ///
  /// A folder with CSV files is a landscape; another stands for every landscape folder below it. Ids are shared by all.
  /// Columns, types and what an empty cell means are those of `neo4j-admin database import`.
  ///
  /// - Throws: all mistakes in the data together, each with file, line and column. O(bytes).
  public static func load(folders paths: [String]) throws(LoadFailure) -> Landscape {
    let found = try LandscapeFolders(paths)
    // The vocabulary of the program may be read meanwhile.
    let tables = TableOpener.open(found.folders.flatMap(\.tables))
    var schema = Schema.builtIn
    for path in found.schemas { try schema.extend(with: TableFile.contents(of: path), file: path) }
    let loaded = try GraphLoader.load(found.folders, tables, rules: schema.enumerationRules)
    return Landscape(
      graph: loaded.graph, schema: schema, roots: paths, folders: found.folders.map(\.path), files: loaded.files,
      origins: loaded.origins)
  }

  /// Where a node is first described.
  public func origin(of node: NodeID) -> RowOrigin? { origins.place(of: node).map(origin) }

  /// Where a relationship is claimed.
  public func origin(of relationship: RelationshipID) -> RowOrigin? { origins.place(of: relationship).map(origin) }

  private func origin(_ place: RowOrigins.Place) -> RowOrigin {
    RowOrigin(file: files[place.file].path, line: place.line)
  }
}
