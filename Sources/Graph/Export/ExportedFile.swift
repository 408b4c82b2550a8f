/// A file of an export: its name inside the folder, and what it holds.
public struct ExportedFile: Sendable {
  /// The name inside the folder.
  public let name: String
  /// What it holds.
  public let bytes: [UInt8]

  init(name: String, text: String) {
    self.name = name
    bytes = Array(text.utf8)
  }
}

/// The forms in which a graph can be written down.
public enum ExportFormat: Sendable {
  /// The files that `neo4j-admin database import` and graphq itself read.
  case csv
  /// Statements that create the graph in an engine that writes.
  case cypher
}

/// Writes down what a view shows of a graph: every node and every relationship once, from however many folders they come.
public struct GraphExport {
  let graph: PropertyGraph
  let view: View

  /// Prepares to write a graph as a view shows it.
  public init(graph: PropertyGraph, view: View) {
    self.graph = graph
    self.view = view
  }

  /// The files of the export, in order.
  ///
  /// - Throws: `ExportError` for a value that the format has no place for.
  public func files(_ format: ExportFormat) throws(ExportError) -> [ExportedFile] {
    switch format {
    case .csv: try csvFiles()
    case .cypher: [try cypherFile()]
    }
  }

  /// The nodes that are shown, ascending.
  var nodes: [NodeID] { graph.allNodes.filter { view.shows($0) } }

  /// The relationships that are shown, by type and ascending; one that several rows claim is there once.
  var relationships: [RelationshipID] {
    (0..<graph.types.count).flatMap { graph.relationships(ofType: TypeID(index: $0)) }
      .filter { view.shows($0) && view.shows(graph.start(of: $0)) && view.shows(graph.end(of: $0)) }
  }
}
