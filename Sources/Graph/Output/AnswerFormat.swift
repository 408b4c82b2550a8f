/// One way to write answers; each conforming type has a file of its own.
protocol AnswerFormat {
  /// Writes all answers of one run.
  func write(_ answers: [Answer], to output: inout OutputBuffer) throws(OutputError)
}

/// What every format needs besides the answers.
struct OutputContext {
  let graph: PropertyGraph
  let options: OutputOptions

  var wording: Wording { Wording(language: options.language) }
}
