import Foundation
import Testing

@testable import Graph

@Suite("A graph is written down and read back")
struct ExportTests {
  /// Nodes and relationships as texts that do not depend on the order in which they were loaded.
  private func contents(_ graph: PropertyGraph) -> [String] {
    func properties(_ table: PropertyTable, _ row: Int) -> String {
      table.keys(at: row).map { "\(graph.keys[$0.index])=\(table.value($0, at: row))" }.sorted().joined(separator: ",")
    }
    let nodes = graph.allNodes.map { node in
      "\(graph.identifier(of: node)) \(graph.labelNames(of: node)) " + properties(graph.nodeProperties, node.index)
    }
    let relationships = (0..<graph.types.count).flatMap { graph.relationships(ofType: TypeID(index: $0)) }.map {
      "\(graph.identifier(of: graph.start(of: $0))) \(graph.typeName(of: $0)) \(graph.identifier(of: graph.end(of: $0))) "
        + properties(graph.relationshipProperties, $0.index)
    }
    return nodes.sorted() + relationships.sorted()
  }

  private func reloaded(_ export: GraphExport) throws -> PropertyGraph {
    let files = try export.files(.csv)
    let fixture = try LandscapeFixture(bytes: Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.bytes) }))
    return try fixture.load().graph
  }

  @Test("text, numbers, dates, lists, nothing and the empty text come back as they were")
  func values() throws {
    let graph = try landscape([
      "n.csv": """
      :ID,:LABEL,name,n:long,f:double,b:boolean,d:date,l:string[],m:long[]
      1,A,"a ""b"", c;d",-3,1.5,true,2024-02-29,x;y,1;2
      2,A;B,"",,1e300,false,,"",
      3,,"two
      lines",,,,,,
      """,
      "r.csv": """
      :START_ID,:END_ID,:TYPE,w:float
      1,2,T,0.5
      1,2,T,0.5
      2,1,T,
      3,3,S,
      """,
    ]).graph
    #expect(contents(try reloaded(GraphExport(graph: graph, view: .everything))) == contents(graph))
  }

  @Test("a property of several types goes into several files")
  func mixedTypes() throws {
    let graph = try GoldenGraph.graph("(:A {v: 1}), (:A {v: 'x'}), (:A {v: 2.0}), (:A {w: 1})")
    let export = GraphExport(graph: graph, view: .everything)
    #expect(try export.files(.csv).map(\.name) == ["nodes-A.csv", "nodes-A-2.csv", "nodes-A-3.csv"])
    #expect(contents(try reloaded(export)) == contents(graph))
  }

  @Test("only what the view shows is written")
  func view() throws {
    let graph = try GoldenGraph.graph("(a:A {v: 1})-[:T]->(b:B {v: 2})")
    var nodes = BitSet(count: graph.nodeCount)
    _ = nodes.insert(0)
    let files = try GraphExport(graph: graph, view: View(nodes: nodes, relationships: nil)).files(.csv)
    #expect(files.map(\.name) == ["nodes-A.csv"])
  }

  @Test("a list whose text holds a semicolon has no place in a CSV file, but has in a statement")
  func noPlace() throws {
    let graph = try GoldenGraph.graph("(:A {l: ['a;b']})")
    let export = GraphExport(graph: graph, view: .everything)
    #expect(throws: ExportError.self) { try export.files(.csv) }
    #expect(String(decoding: try export.files(.cypher)[0].bytes, as: UTF8.self).contains("l: ['a;b']"))
  }

  @Test("statements create the nodes, join them, and leave no trace")
  func statements() throws {
    let graph = try GoldenGraph.graph("(:A {name: 'it\\'s', d: date('2024-01-01')})-[:T {w: 1.5}]->(:`B b`)")
    let text = String(decoding: try GraphExport(graph: graph, view: .everything).files(.cypher)[0].bytes, as: UTF8.self)
    #expect(
      text == """
        // Creates the graph. Run it on an empty database; each statement ends with a semicolon at the end of a line.
        CREATE
          (:_Exported:A {_number: 0, name: 'it\\'s', d: date('2024-01-01')}),
          (:_Exported:`B b` {_number: 1});
        UNWIND [
          [0, 1, {w: 1.5}]
        ] AS row
        MATCH (a:_Exported {_number: row[0]}), (b:_Exported {_number: row[1]})
        CREATE (a)-[r:T]->(b) SET r = row[2];
        MATCH (n:_Exported) REMOVE n._number REMOVE n:_Exported;

        """)
  }

  @Test("a folder is written whole, and never over another")
  func folder() throws {
    let parent = try LandscapeFixture(["full/x.txt": "x"])
    let files = try GraphExport(graph: try GoldenGraph.graph("(:A)"), view: .everything).files(.csv)
    try FolderWriter.write(files, to: parent.path + "/new")
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path + "/new") == ["nodes-A.csv"])
    #expect(throws: OutputError.self) { try FolderWriter.write(files, to: parent.path + "/full") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path).sorted() == ["full", "new"])
  }

  @Test("the landscape itself comes back")
  func landscapeData() throws {
    let graph = SharedLandscape.landscape.graph
    let once = try reloaded(GraphExport(graph: graph, view: .everything))
    #expect(once.nodeCount == graph.nodeCount)
    #expect(contents(try reloaded(GraphExport(graph: once, view: .everything))) == contents(once))
  }
}
