import Graph

/// `graphq export FOLDER`: writes the graph as the view shows it.
struct ExportCommand {
  static let name = "export"

  let tool: Tool
  let invocation: Invocation

  func run() throws(UsageError) -> Int32 {
    guard invocation.words.count == 2 else {
      throw UsageError("export needs the name of one new folder", hint: "graphq export landscape-2026")
    }
    let request = try AskCommand(tool: tool, invocation: invocation).request()
    guard let landscape = tool.landscape(invocation) else { return Tool.Exit.failed }
    let asker = Asker(landscape, library: tool.library(beside: landscape), today: Today.date)
    do throws(AskError) {
      return write(GraphExport(graph: landscape.graph, view: try asker.visible(request)))
    } catch {
      return tool.fail(error)
    }
  }

  private func write(_ export: GraphExport) -> Int32 {
    let files: [ExportedFile]
    do throws(ExportError) {
      files = try export.files(invocation.exportsCypher ? .cypher : .csv)
    } catch {
      tool.report(Diagnostic(headline: "error: \(error.message)", hint: error.hint))
      return Tool.Exit.failed
    }
    do throws(OutputError) {
      try FolderWriter.write(files, to: invocation.words[1])
    } catch {
      tool.report(Diagnostic(error))
      return Tool.Exit.failed
    }
    return tool.write("\(files.count) files in \(invocation.words[1])\n")
  }
}
