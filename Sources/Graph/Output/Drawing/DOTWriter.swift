/// Attributes of one element of DOT, written in alphabetical order so that equal pictures give equal bytes.
struct DOTAttributes: ExpressibleByDictionaryLiteral {
  private var values: [(name: String, value: DOTText)] = []

  init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { self[name] = value }
  }

  /// Sets an attribute; nil is not written.
  subscript(name: String) -> String? {
    get { nil }
    set { if let newValue { set(name, DOTText(newValue)) } }
  }

  /// Sets an attribute whose value is quoted already.
  mutating func set(_ name: String, _ value: DOTText) {
    values.removeAll { $0.name == name }
    values.append((name, value))
  }

  /// `[a="1", b="2"]`, nothing when there are none.
  var text: String {
    if values.isEmpty { return "" }
    let sorted = values.sorted { $0.name < $1.name }
    return " [" + sorted.map { "\($0.name)=\($0.value.quoted)" }.joined(separator: ", ") + "]"
  }

  /// One statement per attribute, for a graph or subgraph.
  var statements: [String] {
    values.sorted { $0.name < $1.name }.map { "\($0.name)=\($0.value.quoted);" }
  }
}

/// Writes the statements of a directed graph in DOT, indented by nesting.
struct DOTWriter {
  private(set) var output = OutputBuffer()
  private var depth = 0

  /// Opens the graph.
  mutating func openGraph(_ attributes: DOTAttributes) { open("digraph \"graphq\" {", attributes) }

  /// Opens a subgraph; Graphviz draws a box round it when its name starts with `cluster`.
  mutating func openSubgraph(_ name: String, _ attributes: DOTAttributes) {
    open("subgraph \(DOTText(name).quoted) {", attributes)
  }

  /// Closes what was opened last.
  mutating func close() {
    depth -= 1
    line("}")
  }

  /// Sets what all nodes (`node`) or edges (`edge`) after it have in common.
  mutating func defaults(_ kind: String, _ attributes: DOTAttributes) { line(kind + attributes.text + ";") }

  mutating func node(_ identifier: String, _ attributes: DOTAttributes) {
    line(DOTText(identifier).quoted + attributes.text + ";")
  }

  mutating func edge(_ start: String, _ end: String, _ attributes: DOTAttributes) {
    line("\(DOTText(start).quoted) -> \(DOTText(end).quoted)\(attributes.text);")
  }

  private mutating func open(_ opening: String, _ attributes: DOTAttributes) {
    line(opening)
    depth += 1
    for statement in attributes.statements { line(statement) }
  }

  private mutating func line(_ text: String) {
    output.writeLine(String(repeating: "  ", count: depth) + text)
  }
}
