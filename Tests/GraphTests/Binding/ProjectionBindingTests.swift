import Testing

@testable import Graph

@Suite("WITH and RETURN decide what names mean")
struct ProjectionBindingTests {
  @Test(
    "a column is named by its alias or as it is written",
    arguments: [
      ("MATCH (n) RETURN n.name, count( * )", ["n.name", "count( * )"]), ("RETURN 1+1, 2 AS two", ["1+1", "two"]),
      ("MATCH (b), (a) RETURN *", ["a", "b"]), ("MATCH (b), (a) RETURN *, 1 AS c", ["a", "b", "c"]),
      ("MATCH (`a b`) RETURN `a b`", ["a b"]),
    ])
  func columnNames(query: String, columns: [String]) throws { #expect(try bound(query).query.columns == columns) }

  @Test("a variable that keeps its name keeps its slot")
  func passedOn() throws {
    let statement = try bound("MATCH (a), (b) WITH a, b AS c RETURN a, c")
    guard case .project(let with) = statement.clauses[1] else { throw Unexpected() }
    #expect(with.items.count == 1)
    #expect(statement.names(with.outputs) == ["a", "c"])
    #expect(statement.projection?.items.count == 0)
  }

  @Test("keys and aggregates")
  func aggregation() throws {
    let statement = try bound("MATCH (a) RETURN a.x AS x, count(*) AS c, count(*) + sum(a.y) AS s ORDER BY max(a.z)")
    let projection = try #require(statement.projection)
    #expect(projection.aggregation?.keys.count == 1)
    #expect(projection.aggregation?.aggregates.map(\.function) == [.count, .sum, .max])
    #expect(projection.items.count == 1)
    #expect(statement.names(projection.outputs) == ["x", "c", "s"])
  }

  @Test("ORDER BY sees old and new names, new ones first")
  func order() throws {
    let statement = try bound("MATCH (a) WITH a.x AS x, a.y AS y ORDER BY a.z, x RETURN y")
    guard case .project(let with) = statement.clauses[1] else { throw Unexpected() }
    guard case .slot(let slot) = with.order[1].expression.kind else { throw Unexpected() }
    #expect(slot == with.outputs[0])
  }

  @Test("after DISTINCT a projected expression stands for its column")
  func distinct() throws {
    let statement = try bound("MATCH (a) RETURN DISTINCT a.x AS x ORDER BY a.x")
    let projection = try #require(statement.projection)
    guard case .slot(let slot) = projection.order[0].expression.kind else { throw Unexpected() }
    #expect(slot == projection.outputs[0])
  }

  @Test("a variable of its own hides a projected expression")
  func shadowed() throws {
    #expect(bindingError("MATCH (a) RETURN DISTINCT a.x AS x ORDER BY [a IN [{x: 1}] | a.x]") == nil)
    let statement = try bound("MATCH (a) RETURN DISTINCT a.x AS x ORDER BY [a IN [{x: 1}] | a.x]")
    guard case .listComprehension(_, _, _, let projection?)? = statement.projection?.order[0].expression.kind else {
      throw Unexpected()
    }
    guard case .property = projection.kind else { throw Unexpected() }
  }

  @Test("branches of a UNION are put in the order of the first")
  func union() throws {
    let query = try bound("RETURN 1 AS a, 2 AS b UNION RETURN 3 AS b, 4 AS a").query
    #expect(query.columns == ["a", "b"])
    #expect(query.branches[1].outputs == query.branches[1].outputs.sorted().reversed())
    #expect(!query.keepsDuplicates)
  }

  @Test("a list of constants is one constant")
  func constants() throws {
    let statement = try bound("RETURN [1, -2, {a: 'b'}] AS x")
    guard case .constant(.list(let values))? = statement.projection?.items[0].expression.kind else {
      throw Unexpected()
    }
    #expect(values == [.integer(1), .integer(-2), .map(ValueMap([("a", .string("b"))]))])
  }

  @Test("a chain of a thousand conditions is one list")
  func longChain() throws {
    let chain = (0..<1000).map { "n.x = \($0)" }.joined(separator: " OR ")
    let match = try #require(try bound("MATCH (n) WHERE \(chain) RETURN n").match)
    guard case .or(let operands) = match.predicates[0].kind else { throw Unexpected() }
    #expect(operands.count == 1000)
  }
}
