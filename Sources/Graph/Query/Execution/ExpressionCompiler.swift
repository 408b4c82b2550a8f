/// Computes a column from the rows of a batch.
typealias Evaluate = (Batch) throws(QueryError) -> Vector

/// Turns bound expressions into functions over batches.
///
/// Every form is evaluated for a whole batch at once. Where the language does not evaluate an operand (the other branches
/// of CASE, the right of a decided AND), the operand only sees the rows that need it.
final class ExpressionCompiler {
  let context: ExecutionContext
  /// Makes a runner for the query of an expression; set by the owner.
  var makePart: (_ query: BoundQuery, _ onlyExistence: Bool) -> PartRunner = { _, _ in
    preconditionFailure("set by PipelineBuilder")
  }
  /// As `makePart`, for rows that do not carry what they rest on, and only when it is called for; set by the owner.
  var makeLaterPart: (_ query: BoundQuery) -> () -> PartRunner? = { _ in { nil } }

  /// How many expressions were compiled that may have another value in another run: parameters, and what is random.
  private(set) var changing = 0

  /// Finds the lists that subqueries search; set by the owner.
  var search = ListSearch(lists: [:])

  init(_ context: ExecutionContext) { self.context = context }

  func compile(_ expression: BoundExpression) -> Evaluate {
    let evaluate = compileForEachRow(expression)
    let tracing = context.lineages?.tracing ?? .nothing
    guard expression.isWorthKeeping, expression.isSameInEveryRow, !expression.isNoteworthy(tracing) else {
      return evaluate
    }
    return oncePerRun(evaluate)
  }

  /// A value that is the same in every row is worked out once per run, for the first row that needs it.
  func oncePerRun(_ evaluate: @escaping Evaluate) -> Evaluate {
    var known: (run: Int, value: Value)?
    return { [context] batch throws(QueryError) in
      if let known, known.run == context.run { return .constant(known.value) }
      guard batch.count > 0 else { return .constant(.null) }
      let value = try evaluate(batch.gathered([0])).value(at: 0)
      known = (context.run, value)
      return .constant(value)
    }
  }

  private func compileForEachRow(_ expression: BoundExpression) -> Evaluate {
    let span = expression.span
    switch expression.kind {
    case .constant(let value): return { _ in .constant(value) }
    case .parameter(let name):
      changing += 1
      return { [context] _ in .constant(context.parameters[name] ?? .null) }
    case .slot(let slot): return { batch in batch[slot] }
    case .property(let base, let key): return noting(property(of: compile(base), key, span), base, key)
    case .hasLabels(let base, let labels): return hasLabels(compile(base), labels, base.span)
    case .list, .map, .mapWithAll, .index, .slice, .listComprehension, .quantifier, .reduce:
      return compileCollection(expression)
    case .not, .and, .or, .xor, .comparison, .isNull, .isIn, .textMatch, .conditional:
      return compileLogic(expression)
    case .negate(let operand):
      return unary(compile(operand)) { value throws(QueryError) in try Arithmetic.negated(value, at: span) }
    case .plus(let operand):
      return unary(compile(operand)) { value throws(QueryError) in try Arithmetic.number(value, at: span) }
    case .arithmetic(let operation, let left, let right):
      return arithmetic(operation, compile(left), compile(right), span)
    case .function(let function, let arguments):
      if function.name == "rand" { changing += 1 }
      let varying = arguments.indices.filter { !arguments[$0].isSameInEveryRow }
      return call(
        function, arguments.map { compile($0) }, varying: varying.count == 1 ? varying[0] : nil, span)
    case .exists, .count, .collect: return compileSubquery(expression)
    }
  }

  /// Applies a function of one value to every row.
  func unary(
    _ operand: @escaping Evaluate, _ apply: @escaping (Value) throws(QueryError) -> Value
  ) -> Evaluate {
    { batch throws(QueryError) in
      let values = try operand(batch)
      if case .constant(let value) = values { return .constant(try apply(value)) }
      var result: [Value] = []
      result.reserveCapacity(batch.count)
      for row in 0..<batch.count { result.append(try apply(values.value(at: row))) }
      return .values(result)
    }
  }

  /// Applies a function of two values to every row.
  func binary(
    _ left: @escaping Evaluate, _ right: @escaping Evaluate,
    _ apply: @escaping (Value, Value) throws(QueryError) -> Value
  ) -> Evaluate {
    { batch throws(QueryError) in
      try Vector.pairwise(try left(batch), try right(batch), count: batch.count, apply)
    }
  }

  /// - Parameter varying: the only argument that is not the same in every row; nil when there are more, or none.
  private func call(
    _ function: ScalarFunction, _ arguments: [Evaluate], varying: Int?, _ span: SourceSpan
  ) -> Evaluate {
    let (context, functionContext) = (context, context.functionContext(at: span))
    let ofColumn = ColumnFunction(rawValue: function.name)
    let results = TextResults(context)
    let (evaluate, nullPropagates, isRandom) = (function.evaluate, function.nullPropagates, function.name == "rand")
    func apply(_ values: [Value]) throws(QueryError) -> Value {
      nullPropagates && values.contains(where: \.isNull) ? .null : try evaluate(values, functionContext)
    }
    return { batch throws(QueryError) in
      let first = try arguments.first?(batch) ?? .absent
      if arguments.count == 1, let column = ofColumn?.column(of: first, in: context.graph) { return column }
      var columns: [Vector] = []
      columns.reserveCapacity(arguments.count)
      for (place, argument) in arguments.enumerated() { columns.append(place == 0 ? first : try argument(batch)) }
      if let column = ofColumn?.column(of: first, in: context.graph) { return column }
      if let varying, batch.count >= TextAnswers.worthwhile, case .texts(let numbers, let pool) = columns[varying] {
        var arguments = columns.map { $0.value(at: 0) }
        let values = try results.values(of: numbers, in: pool) { text throws(QueryError) in
          arguments[varying] = text
          return try apply(arguments)
        }
        if let values { return .compact(values) }
      }
      // The same arguments in every row are looked at once: a long list is not made for each.
      let isConstant = !isRandom && columns.allSatisfy(\.isConstant)
      if batch.count == 1 && !isConstant { return .one(try apply(columns.mapped { $0.value(at: 0) })) }
      var result: [Value] = []
      result.reserveCapacity(batch.count)
      var values = [Value](filledWith: .null, count: columns.count)
      for row in 0..<(isConstant ? min(1, batch.count) : batch.count) {
        if row & 63 == 63 { try context.use(rows: 0) }
        for place in columns.indices { values[place] = columns[place].value(at: row) }
        result.append(try apply(values))
      }
      if isConstant, let value = result.first { return .constant(value) }
      return .compact(result)
    }
  }
}

// MARK: - Properties and labels

extension ExpressionCompiler {
  private func property(of base: @escaping Evaluate, _ key: BoundKey, _ span: SourceSpan) -> Evaluate {
    let (graph, view) = (context.graph, context.view)
    return { batch throws(QueryError) in
      switch try base(batch) {
      case .nodes(let nodes):
        guard let column = key.id.flatMap({ graph.nodeProperties.column($0) }) else { return .constant(.null) }
        return column.vector(of: nodes.map { $0.rawValue })
      case .relationships(let relationships):
        guard let column = key.id.flatMap({ graph.relationshipProperties.column($0) }) else { return .constant(.null) }
        return column.vector(of: relationships.map { UInt32(view.row(of: $0)) })
      case let values:
        var result: [Value] = []
        result.reserveCapacity(batch.count)
        for row in 0..<batch.count {
          result.append(try PropertyAccess.value(of: values.value(at: row), key, graph, view, at: span))
        }
        return .compact(result)
      }
    }
  }

  private func hasLabels(_ base: @escaping Evaluate, _ labels: BoundLabels, _ span: SourceSpan) -> Evaluate {
    let graph = context.graph
    let ofSet = graph.labelSets { Truth(labels.accepts($0)) }
    return { batch throws(QueryError) in
      let values = try base(batch)
      if case .nodes(let nodes) = values {
        return .truths(nodes.map { $0 == .none ? .unknown : ofSet[graph.labelSetNumber(of: $0)] })
      }
      func truth(of value: Value) throws(QueryError) -> Truth {
        switch value {
        case .node(let node): ofSet[graph.labelSetNumber(of: node)]
        case .relationship(let relationship): Truth(labels.accepts(type: graph.type(of: relationship)))
        case .null: .unknown
        default: throw RuntimeErrors.noLabels(value, at: span)
        }
      }
      if case .constant(let value) = values { return .constant(try truth(of: value).value) }
      var truths: [Truth] = []
      truths.reserveCapacity(batch.count)
      for row in 0..<batch.count { truths.append(try truth(of: values.value(at: row))) }
      return .truths(truths)
    }
  }
}

/// Reading a property of any value.
enum PropertyAccess {
  static func value(
    of base: Value, _ key: BoundKey, _ graph: PropertyGraph, _ view: View, at span: SourceSpan
  ) throws(QueryError) -> Value {
    switch base {
    case .null: return .null
    case .node(let node): return key.id.map { graph.nodeProperties.value($0, at: node.index) } ?? .null
    case .relationship(let relationship):
      return key.id.map { graph.relationshipProperties.value($0, at: view.row(of: relationship)) } ?? .null
    case .map(let map): return map[key.name] ?? .null
    case .date, .duration:
      guard let component = base.component(key.name) else {
        throw RuntimeErrors.noProperties(base, key: key.name, at: span)
      }
      return component
    default: throw RuntimeErrors.noProperties(base, key: key.name, at: span)
    }
  }
}
