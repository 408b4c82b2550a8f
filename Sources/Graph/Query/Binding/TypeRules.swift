/// What is known of values before they are computed. Whatever is not certain is `any`, and `any` fits everywhere.
extension StaticType {
  /// The type as messages name it, with its article.
  var words: String {
    switch self {
    case .any: "a value"
    case .null: "null"
    case .boolean: "a boolean"
    case .integer: "an integer"
    case .float: "a float"
    case .number: "a number"
    case .string: "a text"
    case .date: "a date"
    case .duration: "a duration"
    case .list: "a list"
    case .map: "a map"
    case .node: "a node"
    case .relationship: "a relationship"
    case .path: "a path"
    }
  }

  /// The type of a value that is not null.
  init(of value: Value) {
    switch value {
    case .null: self = .null
    case .boolean: self = .boolean
    case .integer: self = .integer
    case .float: self = .float
    case .string: self = .string
    case .date: self = .date
    case .duration: self = .duration
    case .list(let values): self = .list(StaticType.merged(values.map { StaticType(of: $0) }))
    case .map: self = .map
    case .node: self = .node
    case .relationship: self = .relationship
    case .path: self = .path
    }
  }

  var isNumber: Bool { StaticType.numbers.contains(self) }

  var isOpen: Bool { self == .any || self == .null }

  var isList: Bool { if case .list = self { true } else { false } }

  /// Whether a value of this type may be one of another type; null may be anything.
  func mayBe(_ wanted: StaticType) -> Bool {
    switch (self, wanted) {
    case (.any, _), (.null, _), (_, .any): true
    case (.list(let a), .list(let b)): a.mayBe(b)
    case (.number, _): wanted.isNumber
    case (_, .number): isNumber
    default: self == wanted
    }
  }

  func mayBe(anyOf wanted: [StaticType]) -> Bool { wanted.contains { mayBe($0) } }

  /// The elements of a list; `any` when this may be no list.
  var element: StaticType {
    switch self {
    case .list(let element): element
    case .null: .null
    default: .any
    }
  }

  /// A type that covers both.
  func merged(with other: StaticType) -> StaticType {
    switch (self, other) {
    case (.null, _): other
    case (_, .null): self
    case (.list(let a), .list(let b)): .list(a.merged(with: b))
    case _ where self == other: self
    case _ where isNumber && other.isNumber: .number
    default: .any
    }
  }

  /// A type that covers all; `any` when there are none.
  static func merged(_ types: some Sequence<StaticType>) -> StaticType {
    var result: StaticType?
    for type in types {
      result = result.map { $0.merged(with: type) } ?? type
      if result == .any { return .any }
    }
    return result ?? .any
  }
}

// MARK: - Operations

extension BoundArithmetic {
  /// The operator as written.
  var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .modulo: "%"
    case .power: "^"
    case .concatenate: "||"
    }
  }

  /// The type of the result; nil when no values of these types have one.
  func result(_ left: StaticType, _ right: StaticType) -> StaticType? {
    if self == .add || self == .concatenate, left.isList || right.isList { return joinedLists(left, right) }
    if left.isOpen || right.isOpen { return partlyKnown(left.isOpen ? right : left) }
    if self == .concatenate { return left == .string && right == .string ? .string : nil }
    if left.isNumber && right.isNumber { return numeric(left, right) }
    if self == .add, left == .string || right == .string { return [left, right].allSatisfy(\.isText) ? .string : nil }
    return temporal(left, right)
  }

  private func joinedLists(_ left: StaticType, _ right: StaticType) -> StaticType {
    guard self == .add || (left.isList && right.isList) else { return .anyList }
    return .list((left.isList ? left.element : left).merged(with: right.isList ? right.element : right))
  }

  /// One operand is unknown: the other only has to be one that this operation can take at all.
  private func partlyKnown(_ known: StaticType) -> StaticType? {
    switch self {
    case .add: return .any
    case .concatenate: return known == .string || known.isOpen ? .any : nil
    case .modulo, .power: return known.isOpen || known.isNumber ? .any : nil
    case .subtract, .multiply, .divide:
      return known.isOpen || known.isNumber || known == .date || known == .duration ? .any : nil
    }
  }

  private func numeric(_ left: StaticType, _ right: StaticType) -> StaticType {
    if self == .power { return .float }
    if left == .float || right == .float { return .float }
    return left == .integer && right == .integer ? .integer : .number
  }

  private func temporal(_ left: StaticType, _ right: StaticType) -> StaticType? {
    switch (self, left, right) {
    case (.add, .date, .duration), (.add, .duration, .date), (.subtract, .date, .duration): .date
    case (.add, .duration, .duration), (.subtract, .duration, .duration): .duration
    case (.multiply, .duration, _) where right.isNumber: .duration
    case (.multiply, _, .duration) where left.isNumber: .duration
    case (.divide, .duration, _) where right.isNumber: .duration
    default: nil
    }
  }
}

extension StaticType {
  /// What `+` can append to a text.
  fileprivate var isText: Bool { self == .string || isNumber || self == .boolean || self == .date || self == .duration }
}

extension ScalarFunction {
  /// The type of a call's result, where its arguments say more than the table.
  func result(of arguments: [StaticType]) -> StaticType {
    switch name {
    case "head", "last": arguments.first?.element ?? .any
    case "tail", "reverse", "abs": arguments.first ?? result
    case "coalesce": StaticType.merged(arguments)
    case "nullIf": arguments.first ?? .any
    default: result
    }
  }
}

extension AggregateFunction {
  /// The type of the result for an argument of a type.
  func result(of argument: StaticType) -> StaticType {
    switch self {
    case .count: .integer
    case .collect: .list(argument)
    case .min, .max: argument
    case .sum, .avg: argument == .duration ? .duration : argument.isNumber ? (self == .sum ? argument : .float) : .any
    case .percentileCont, .stDev, .stDevP: .float
    case .percentileDisc: .number
    }
  }
}
