extension FunctionContext {
  /// An argument is of a type that the function cannot take.
  func wrongType(_ function: String, wants wanted: String, got value: Value) -> QueryError {
    QueryError(
      .runtime, .type, "InvalidArgumentValue", "\(function)() takes \(wanted), not \(value.typeName)", at: span,
      hint: function == "length" ? "write size(x) for lists and texts" : nil)
  }

  /// An argument is of a type that a function with numbers cannot take.
  func wrongArgument(_ function: String, wants wanted: String, got value: Value) -> QueryError {
    QueryError(
      .runtime, .argument, "InvalidArgumentType", "\(function)() takes \(wanted), not \(value.typeName)", at: span)
  }

  /// A number is outside what the function can take.
  func outOfRange(_ message: String) -> QueryError {
    QueryError(.runtime, .argument, "NumberOutOfRange", message, at: span)
  }

  /// A result that 64 bits cannot hold.
  func overflow(_ function: String) -> QueryError {
    QueryError(
      .runtime, .arithmetic, "IntegerOverflow", "the result of \(function)() needs more than 64 bits", at: span)
  }

  /// A text or map from which no value can be made.
  func unreadable(_ message: String, hint: String? = nil) -> QueryError {
    QueryError(.runtime, .argument, "InvalidArgumentValue", message, at: span, hint: hint)
  }
}

extension Value {
  /// The type of the value as messages name it, with its article.
  var typeName: String { StaticType(of: self).words }
}
