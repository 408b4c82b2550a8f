extension ScalarFunction {
  /// The form of every implementation.
  typealias Body = @Sendable ([Value], FunctionContext) throws(QueryError) -> Value

  /// Describes a function that gives null when any argument is null.
  init(
    _ name: String, also synonyms: [String] = [], _ parameters: [FunctionParameter], gives result: StaticType,
    _ documentation: String, _ evaluate: @escaping Body
  ) {
    self.init(
      name: name, synonyms: synonyms, parameters: parameters, isVariadic: false, result: result,
      documentation: documentation, nullPropagates: true, evaluate: evaluate)
  }

  /// Describes a function that looks at null itself.
  init(
    withNull name: String, also synonyms: [String] = [], _ parameters: [FunctionParameter], isVariadic: Bool = false,
    gives result: StaticType, _ documentation: String, _ evaluate: @escaping Body
  ) {
    self.init(
      name: name, synonyms: synonyms, parameters: parameters, isVariadic: isVariadic, result: result,
      documentation: documentation, nullPropagates: false, evaluate: evaluate)
  }

  /// The fewest arguments a call must give.
  var minimumArguments: Int { parameters.count { !$0.isOptional } }

  /// The most arguments a call may give, nil when there is no end to them.
  var maximumArguments: Int? { isVariadic ? nil : parameters.count }

  /// The call as the reference shows it: `substring(text, start[, length])`.
  var signature: String { FunctionParameter.signature(name, parameters, isVariadic: isVariadic) }

  /// The parameter that an argument at a place stands for.
  func parameter(at place: Int) -> FunctionParameter? {
    place < parameters.count ? parameters[place] : isVariadic ? parameters.last : nil
  }
}

extension FunctionParameter {
  /// A parameter that must be given; without types it accepts anything.
  init(_ name: String, _ accepts: [StaticType] = [.any]) {
    self.init(name: name, accepts: accepts, isOptional: false)
  }

  /// A parameter that may be left out.
  init(optional name: String, _ accepts: [StaticType] = [.any]) {
    self.init(name: name, accepts: accepts, isOptional: true)
  }

  /// A call as the reference shows it, optional parameters in brackets.
  static func signature(_ name: String, _ parameters: [FunctionParameter], isVariadic: Bool) -> String {
    var text = ""
    for (place, parameter) in parameters.enumerated() {
      let separator = place == 0 ? "" : ", "
      text += parameter.isOptional ? "[\(separator)\(parameter.name)]" : separator + parameter.name
    }
    return "\(name)(\(text)\(isVariadic ? ", ..." : ""))"
  }
}

extension StaticType {
  /// The types a number may have.
  static let numbers: [StaticType] = [.integer, .float, .number]
  /// A list of anything.
  static let anyList: StaticType = .list(.any)
}
