/// Turns DOT into a picture with Graphviz's `dot`, which must be on the PATH.
public struct GraphvizRunner: Sendable {
  private let timeout: Double
  private let searchPath: String?

  /// Prepares to run Graphviz.
  ///
  /// - Parameters:
  ///   - timeout: after how many seconds the run is stopped.
  ///   - searchPath: folders apart by `:`; nil takes those of the environment's PATH.
  public init(timeout: Double = 60, searchPath: String? = nil) {
    self.timeout = timeout
    self.searchPath = searchPath
  }

  /// The picture as bytes.
  ///
  /// - Parameters:
  ///   - dot: a graph in DOT.
  ///   - format: `svg`, `png` or `pdf`.
  /// - Throws: `OutputError` of kind `graphvizMissing` when `dot` is not installed, `graphviz` when it fails or takes longer
  ///   than the timeout, `file` when no temporary file can be made.
  public func render(_ dot: [UInt8], as format: OutputFormat) throws(OutputError) -> [UInt8] {
    guard let program = ExecutableSearch.find("dot", in: searchPath) else { throw GraphvizRunner.missing }
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let (input, output, errors) = (folder.file("in.dot"), folder.file("out"), folder.file("err"))
    try FileBytes.write(dot, to: input)
    let resolution = format == .png ? ["-Gdpi=144"] : []
    let arguments = ["dot", "-T\(format.rawValue)"] + resolution + ["-o", output, input]
    let outcome = try ChildProcess(program: program, arguments: arguments, errorFile: errors).run(timeout: timeout)
    try check(outcome, messages: FileBytes.read(errors) ?? [])
    guard let picture = FileBytes.read(output), !picture.isEmpty else {
      throw OutputError(.graphviz, "Graphviz wrote no picture.", hint: GraphvizRunner.withoutIt)
    }
    return picture
  }

  private func check(_ outcome: ChildProcess.Outcome, messages: [UInt8]) throws(OutputError) {
    switch outcome {
    case .exited(0): return
    case .timedOut:
      throw OutputError(
        .graphviz, "Graphviz was stopped after \(NumberText.compact(timeout)) seconds.", hint: GraphvizRunner.withoutIt)
    case .exited(let code):
      let text = String(decoding: messages.prefix(2000), as: UTF8.self)
      let lines = text.split(separator: "\n").map { VisibleText.oneLine(String($0)) }
      throw OutputError(
        .graphviz, "Graphviz failed (exit code \(code)): \(lines.joined(separator: "; "))",
        hint: GraphvizRunner.withoutIt)
    }
  }

  private static let withoutIt = "--format dot writes the picture's text without Graphviz."

  private static let missing = OutputError(
    .graphvizMissing, "Graphviz is not installed: there is no program 'dot' on the PATH.",
    hint: "Install it: 'apt install graphviz' on Debian or Ubuntu, 'brew install graphviz' on macOS, "
      + "'winget install graphviz' on Windows. \(withoutIt)")
}
