/// JSON being written, with the exact encoding of the language's values.
///
/// | value | encoding |
/// |---|---|
/// | integer | number without `.` or exponent |
/// | float | number with `.` or exponent; `{"_float":"NaN"}`, `"Infinity"`, `"-Infinity"` |
/// | date, duration | text: `"2026-11-21"`, `"P1Y2M"` |
/// | map | object; one with a single key that starts with `_` as `{"_map":{...}}` |
/// | node | `{"_node":{"id","labels","properties"}}` |
/// | relationship | `{"_relationship":{"id","start","end","type","properties"}}` |
/// | path | `{"_path":[node, relationship, node, ...]}` in walking order |
struct JSONText {
  private let graph: PropertyGraph
  private(set) var output = OutputBuffer()
  /// A value was nested too deep to write.
  private(set) var isTooDeep = false

  /// Readers of JSON give up at some depth as well; Python's at about 1,000.
  private static let deepest = 500

  init(graph: PropertyGraph) { self.graph = graph }

  /// Writes text that is JSON already.
  mutating func raw(_ text: String) { output.write(text) }

  /// Writes elements between brackets, with commas.
  mutating func array<Elements: Sequence>(
    _ elements: Elements, separator: String = ",", _ element: (inout JSONText, Elements.Element) -> Void
  ) {
    raw("[")
    var isFirst = true
    for each in elements {
      if !isFirst { raw(separator) }
      isFirst = false
      element(&self, each)
    }
    raw("]")
  }

  /// Writes a key and a colon; a comma before it unless it is the first.
  mutating func key(_ name: String, isFirst: Bool = false) {
    if !isFirst { raw(",") }
    string(name)
    raw(":")
  }

  /// Writes a text with the escapes that JSON demands, and those for line separators that JavaScript wants. O(length).
  mutating func string(_ text: String) {
    output.write(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): raw("\\\"")
      case UInt8(ascii: "\\"): raw("\\\\")
      case 0x0A: raw("\\n")
      case 0x0D: raw("\\r")
      case 0x09: raw("\\t")
      case 0..<0x20, 0x7F: raw("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
      default: output.write(byte)
      }
    }
    output.write(UInt8(ascii: "\""))
  }

  mutating func optionalString(_ text: String?) {
    if let text { string(text) } else { raw("null") }
  }
}

// MARK: - Values

extension JSONText {
  /// Writes a value.
  mutating func value(_ value: Value) { self.value(value, depth: 0) }

  private mutating func value(_ value: Value, depth: Int) {
    guard depth <= JSONText.deepest else {
      isTooDeep = true
      return raw("null")
    }
    switch value {
    case .null: raw("null")
    case .boolean(let truth): raw(truth ? "true" : "false")
    case .integer(let number): raw(String(number))
    case .float(let number): float(number)
    case .string(let text): string(text)
    case .date(let date): string(date.description)
    case .duration(let duration): string(duration.description)
    case .list(let values): array(values) { $0.value($1, depth: depth + 1) }
    case .map(let map): escapedMap(map, depth: depth)
    case .node(let node): self.node(node)
    case .relationship(let relationship): self.relationship(relationship)
    case .path(let path):
      raw("{\"_path\":")
      array(path.interleaved) { $0.value($1, depth: depth + 1) }
      raw("}")
    }
  }

  private mutating func float(_ number: Double) {
    let text = NumberText.exact(number)
    raw(number.isFinite ? text : "{\"_float\":\"\(text)\"}")
  }

  private mutating func escapedMap(_ map: ValueMap, depth: Int) {
    let looksLikeEncoding = map.entries.count == 1 && map.entries[0].key.hasPrefix("_")
    if looksLikeEncoding { raw("{\"_map\":") }
    self.map(map, depth: depth)
    if looksLikeEncoding { raw("}") }
  }

  /// Writes a map as an object, whatever its keys.
  mutating func map(_ map: ValueMap, depth: Int = 0) {
    object(map.entries) { $0.value($1, depth: depth + 1) }
  }

  private mutating func object<Element>(
    _ entries: [(key: String, value: Element)], _ element: (inout JSONText, Element) -> Void
  ) {
    raw("{")
    for (place, entry) in entries.enumerated() {
      key(entry.key, isFirst: place == 0)
      element(&self, entry.value)
    }
    raw("}")
  }
}

// MARK: - Nodes and relationships

extension JSONText {
  private mutating func node(_ node: NodeID) {
    raw("{\"_node\":{\"id\":")
    string(graph.identifier(of: node))
    raw(",\"labels\":")
    array(graph.labelNames(of: node)) { $0.string($1) }
    raw(",\"properties\":")
    properties(graph.nodeProperties, at: node.index)
    raw("}}")
  }

  private mutating func relationship(_ relationship: RelationshipID) {
    raw("{\"_relationship\":{\"id\":")
    string(graph.identifier(of: relationship))
    raw(",\"start\":")
    string(graph.identifier(of: graph.start(of: relationship)))
    raw(",\"end\":")
    string(graph.identifier(of: graph.end(of: relationship)))
    raw(",\"type\":")
    string(graph.typeName(of: relationship))
    raw(",\"properties\":")
    properties(graph.relationshipProperties, at: relationship.index)
    raw("}}")
  }

  private mutating func properties(_ table: PropertyTable, at row: Int) {
    object(table.keys(at: row).map { (graph.keys[$0.index], table.value($0, at: row)) }) { $0.value($1) }
  }
}
