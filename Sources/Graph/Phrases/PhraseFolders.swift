extension PhraseLibrary {
  /// The phrases of the program together with those beside the data.
  ///
  /// Beside the data are: `phrases/*.gql`, each a phrase or procedure; `phrases/NAME/*.gql` and a landscape folder's own
  /// `*.gql`, which the folder's name stands for, as `CALL duties()` does for `duties/*.gql`.
  ///
  /// - Parameter folders: the landscape folders, in the order they were given.
  public static func standard(beside folders: [String] = []) -> PhraseLibrary {
    var sources: [PhraseSource] = []
    var named: [ProcedureFolder] = []
    for folder in folders {
      sources += PhraseFolder.sources(in: folder + "/phrases")
      named += PhraseFolder.folders(in: folder + "/phrases")
      if PhraseFolder.names(in: folder).contains(where: { $0.hasSuffix(".gql") }) {
        named.append(PhraseFolder.procedure(folder))
      }
    }
    return PhraseLibrary(sources, folders: named, includesBuiltIn: true)
  }
}

/// Reads `.gql` files from disk.
private enum PhraseFolder {
  /// The names in a folder, sorted and without hidden ones; none when it is not there.
  static func names(in folder: String) -> [String] { (try? FileSystem.names(in: folder)) ?? [] }

  /// The `.gql` files in a folder, by name.
  static func sources(in folder: String) -> [PhraseSource] {
    names(in: folder).filter { $0.hasSuffix(".gql") }.compactMap { name in
      let path = folder + "/" + name
      guard let bytes = try? FileSystem.bytes(of: path, limit: .max) else { return nil }
      return PhraseSource(name: String(name.dropLast(4)), path: path, bytes: bytes, isBuiltIn: false)
    }
  }

  /// The folders in a folder, each a procedure.
  static func folders(in folder: String) -> [ProcedureFolder] {
    names(in: folder).filter { !$0.contains(".") }.map { procedure(folder + "/" + $0) }
  }

  /// The folder as a procedure named like itself.
  static func procedure(_ folder: String) -> ProcedureFolder {
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    return ProcedureFolder(name: name) { sources(in: folder) }
  }
}
