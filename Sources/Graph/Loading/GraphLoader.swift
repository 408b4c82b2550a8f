/// A file that was loaded.
public struct LoadedFile: Sendable, Equatable {
  /// The path of the file.
  public let path: String
  /// Its folder, as a place in the landscape's folders.
  public let folder: Int
  /// True for nodes, false for relationships.
  public let holdsNodes: Bool
  /// How many rows it has, blank ones and the header not counted.
  public internal(set) var rowCount: Int
}

/// What a load yields.
struct LoadedGraph {
  let graph: PropertyGraph
  let files: [LoadedFile]
  let origins: RowOrigins
}

/// Turns the tables of landscape folders into one graph: all nodes first, then all relationships.
///
/// Reading goes on after a mistake, so that all are reported together.
struct GraphLoader {
  var builder = PropertyGraphBuilder()
  var errors = LoadErrors()
  var origins = RowOrigins()
  var files: [LoadedFile] = []
  /// True when the nodes of a file are missing, so that an unknown id may not be the relationship's fault.
  var nodesAreIncomplete = false
  var labelCells = LabelCells()
  var claims = ClaimMerger()
  /// Where a property of a node was set by a later description of the node.
  var laterProperties = [NodeProperty: RowOrigins.Place]()
  private let rules: [EnumerationRule]

  /// One property of one node.
  struct NodeProperty: Hashable {
    let node: NodeID
    let key: KeyID
  }

  private init(rules: [EnumerationRule]) { self.rules = rules }

  /// Loads folders into one graph. O(bytes).
  ///
  /// - Parameter tables: the tables of the folders, opened, in order.
  /// - Throws: all mistakes in the data together.
  static func load(
    _ folders: [LandscapeFolder], _ tables: [TableOpener.Opened], rules: [EnumerationRule]
  ) throws(LoadFailure) -> LoadedGraph {
    var loader = GraphLoader(rules: rules)
    loader.read(folders, tables)
    return try loader.finished()
  }

  private mutating func read(_ folders: [LandscapeFolder], _ tables: [TableOpener.Opened]) {
    let files = take(tables, of: folders)
    for group in GraphLoader.groups(files.filter(\.header.isNodes)) { readNodes(group) }
    for group in GraphLoader.groups(files.filter { !$0.header.isNodes }) { readRelationships(group) }
  }

  /// Files one after another that are read together, since threads pay only for many cells: a large one is read alone, so that
  /// its memory is given back before the next is read.
  private static func groups(_ files: [TableFile]) -> [ArraySlice<TableFile>] {
    let (sizeLimit, countLimit) = (16 << 20, 128)
    var groups: [ArraySlice<TableFile>] = []
    var (first, size) = (0, 0)
    for (place, file) in files.enumerated() {
      if place > first, size + file.size > sizeLimit || place - first == countLimit {
        groups.append(files[first..<place])
        (first, size) = (place, 0)
      }
      size += file.size
    }
    if first < files.count { groups.append(files[first...]) }
    return groups
  }

  private consuming func finished() throws(LoadFailure) -> LoadedGraph {
    try errors.throwIfAny()
    let graph = builder.build()
    MemoryMeter.countAsData(relationships: graph.relationshipCount)
    return LoadedGraph(graph: graph, files: files, origins: origins)
  }

  private mutating func take(_ tables: [TableOpener.Opened], of folders: [LandscapeFolder]) -> [TableFile] {
    let paths = folders.enumerated().flatMap { number, folder in folder.tables.map { (path: $0, folder: number) } }
    var opened: [TableFile] = []
    var room = TableFile.totalLimit
    for ((path, folder), result) in zip(paths, tables) {
      switch result {
      case .success(let file) where file.size > room:
        errors.add(LoadError(file: path, message: "the landscape is larger than \(TableFile.totalLimit >> 20) MB"))
      case .success(let file):
        room -= file.size
        opened.append(file)
        file.number = files.count
        files.append(LoadedFile(path: path, folder: folder, holdsNodes: file.header.isNodes, rowCount: 0))
      case .failure(let failure):
        errors.add(failure)
        nodesAreIncomplete = true
      }
    }
    return opened
  }

  func rule(for property: String) -> EnumerationRule? { rules.first { $0.property == property } }
}
