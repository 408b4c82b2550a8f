import Graph

/// Files with the parameters of statements.
enum ParameterFiles {
  typealias Parameters = [(name: String, value: Value)]

  /// The parameters in some files, in order; the first mistake when one cannot be read.
  static func read(_ files: [String]) -> Result<Parameters, UsageError> {
    Result { () throws(UsageError) in
      var parameters: Parameters = []
      for file in files { parameters += try read(file) }
      return parameters
    }
  }

  private static func read(_ file: String) throws(UsageError) -> Parameters {
    guard let bytes = FileReader.contents(of: file) else { throw UsageError("the file '\(file)' cannot be read") }
    do throws(JSONError) {
      guard case .map(let map) = try JSONReader.read(bytes) else {
        throw JSONError("a JSON object with the parameters", at: 0)
      }
      return map.entries.map { ($0.key, $0.value) }
    } catch {
      throw UsageError("\(file): \(error.message) at byte \(error.offset)")
    }
  }
}
