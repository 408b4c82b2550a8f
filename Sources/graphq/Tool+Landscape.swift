import Graph

extension Tool {
  /// Loads the folders of an invocation; nil after reporting what is wrong with them.
  func landscape(_ invocation: Invocation) -> Landscape? {
    landscape(Result { () throws(LoadFailure) in try load(invocation) })
  }

  /// The landscape that was loaded; nil after reporting what is wrong with it.
  func landscape(_ loaded: Result<Landscape, LoadFailure>) -> Landscape? {
    switch loaded {
    case .success(let landscape): return landscape
    case .failure(let failure):
      report(failure)
      return nil
    }
  }

  /// Loads the folders of an invocation.
  func load(_ invocation: Invocation) throws(LoadFailure) -> Landscape {
    try loadFolders(folders(of: invocation))
  }

  /// Reports the mistakes that keep data from loading.
  func report(_ failure: LoadFailure) {
    for mistake in failure.errors { report(Diagnostic(mistake)) }
    if failure.total > failure.errors.count {
      streams.report("... and \(failure.total - failure.errors.count) more mistakes in the data\n")
    }
  }

  private func folders(of invocation: Invocation) -> [String] {
    let given =
      invocation.folders.isEmpty
      ? [streams.environment("GRAPHQ_DATA").flatMap { $0.isEmpty ? nil : $0 } ?? "data"] : invocation.folders
    return given + invocation.with.filter { $0 != "proposed" }
  }

  /// The phrases of the program and those beside the data; mistakes in the user's own are reported and do no harm.
  func library(beside landscape: Landscape) -> PhraseLibrary {
    let above = landscape.roots.filter { !landscape.folders.contains($0) }
    let library = PhraseLibrary.standard(beside: above + landscape.folders)
    for error in library.userErrors() { report(Diagnostic(error)) }
    return library
  }
}
