import Graph

/// `graphq import regions TABLE.csv`: brings a table of memberships into a landscape folder; `graphq import tiles`: computes the
/// tiles of its municipalities.
struct ImportCommand {
  let tool: Tool
  let invocation: Invocation

  /// Where tables go when nothing else is said.
  private static let folder = "data/nederland"

  func run(_ words: [String]) throws(UsageError) -> Int32 {
    let folder = invocation.outputFile ?? invocation.folders.first ?? ImportCommand.folder
    if words == ["tiles"] { return runTiles(folder) }
    guard words.count == 2, words[0] == "regions" else {
      throw UsageError(
        "import needs what and from where", hint: "write: graphq import regions TABLE.csv -o data/nederland")
    }
    var request = RegionImport.Request(table: words[1], folder: folder)
    request.year = invocation.year
    request.source = invocation.source
    request.postcodes = invocation.postcodes
    return run(request)
  }

  private func run(_ request: RegionImport.Request) -> Int32 {
    do throws(LoadFailure) {
      let regions = try RegionImport(request)
      return finish(regions.summary.text) { () throws(OutputError) in try regions.write() }
    } catch {
      return fail(error)
    }
  }

  private func runTiles(_ folder: String) -> Int32 {
    do throws(LoadFailure) {
      let tiles = try TileImport(folder: folder)
      return finish(tiles.summary) { () throws(OutputError) in try tiles.write() }
    } catch {
      return fail(error)
    }
  }

  private func fail(_ failure: LoadFailure) -> Int32 {
    for mistake in failure.errors { tool.report(Diagnostic(mistake)) }
    if failure.total > failure.errors.count {
      tool.streams.report("... and \(failure.total - failure.errors.count) more mistakes in the table\n")
    }
    return Tool.Exit.failed
  }

  /// Says what changes, and makes it so unless only that was asked.
  private func finish(_ summary: String, _ write: () throws(OutputError) -> Void) -> Int32 {
    _ = tool.write(summary)
    if invocation.isDryRun { return Tool.Exit.done }
    do throws(OutputError) {
      try write()
      return Tool.Exit.done
    } catch {
      tool.report(Diagnostic(error))
      return Tool.Exit.failed
    }
  }
}
