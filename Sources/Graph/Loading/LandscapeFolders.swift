/// A folder whose CSV files are one landscape.
struct LandscapeFolder: Sendable, Equatable {
  let path: String
  /// The paths of its tables, sorted.
  let tables: [String]
}

/// The landscape folders that given paths stand for.
struct LandscapeFolders: Sendable {
  /// The file that extends the vocabulary; not a table of the landscape.
  static let schemaName = "schema.csv"
  private static let depthLimit = 16

  private(set) var folders: [LandscapeFolder] = []
  /// The paths of the vocabulary files found on the way.
  private(set) var schemas: [String] = []
  private var visited: Set<String> = []
  private var errors = LoadErrors()

  /// Finds them: a folder with CSV files is one; another stands for every landscape folder below it, in sorted order.
  /// A folder `phrases` is none, and hidden ones are passed over. Each folder is taken once.
  ///
  /// - Throws: when a path is no folder, cannot be read, or holds no CSV file.
  init(_ paths: [String]) throws(LoadFailure) {
    if paths.isEmpty {
      errors.add(LoadError(file: ".", message: "no data folder is given", hint: "name one with -d FOLDER"))
    }
    for path in paths { find(path) }
    try errors.throwIfAny()
  }

  private mutating func find(_ path: String) {
    switch FileSystem.kind(of: path) {
    case nil: errors.add(LandscapeFolders.missing(path))
    case .folder:
      let before = (folders.count, errors.total, visited.count)
      walk(path, depth: 0)
      if before.0 == folders.count, before.1 == errors.total, before.2 < visited.count {
        errors.add(LandscapeFolders.empty(path))
      }
    default: errors.add(LandscapeFolders.noFolder(path))
    }
  }

  private mutating func walk(_ path: String, depth: Int) {
    guard depth <= LandscapeFolders.depthLimit, visited.insert(FileSystem.resolved(path)).inserted else { return }
    do throws(FileSystem.Refusal) {
      let names = try FileSystem.names(in: path)
      if names.contains(LandscapeFolders.schemaName) {
        schemas.append(FileSystem.join(path, LandscapeFolders.schemaName))
      }
      let tables = names.filter(LandscapeFolders.isTable).map { FileSystem.join(path, $0) }
      if tables.isEmpty {
        walkBelow(path, names, depth: depth)
      } else {
        folders.append(LandscapeFolder(path: path, tables: tables))
      }
    } catch {
      errors.add(LoadError(file: path, message: "the folder cannot be read: \(error.reason)"))
    }
  }

  private mutating func walkBelow(_ path: String, _ names: [String], depth: Int) {
    for name in names where name != "phrases" {
      let child = FileSystem.join(path, name)
      if FileSystem.kind(of: child) == .folder { walk(child, depth: depth + 1) }
    }
  }

  /// A CSV file that is not the vocabulary and not the lock file of an office program.
  private static func isTable(_ name: String) -> Bool {
    name.lowercased().hasSuffix(".csv") && name != schemaName && !name.hasPrefix("~$")
  }
}

// MARK: - Errors

extension LandscapeFolders {
  private static func missing(_ path: String) -> LoadError {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let cut = path.lastIndex(of: "/")
    let parent = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = cut.map { String(path[path.index(after: $0)...]) } ?? path
    let siblings = (try? FileSystem.names(in: parent)) ?? []
    let nearest = NearestName.hint(for: name, in: siblings)
    return LoadError(
      file: path, message: "there is no such folder", hint: nearest ?? "give the folder that holds the CSV files")
  }

  private static func noFolder(_ path: String) -> LoadError {
    LoadError(file: path, message: "this is a file, not a folder", hint: "give the folder that holds it")
  }

  private static func empty(_ path: String) -> LoadError {
    LoadError(
      file: path, message: "there is no CSV file in this folder or in the folders below it",
      hint:
        "a landscape is a folder of .csv files: nodes with id:ID,:LABEL and relationships with :START_ID,:END_ID,:TYPE")
  }
}
