/// The names under which the nodes of one label are known, folded once into one run of bytes.
struct FoldedNames: Sendable {
  /// What a name is to its node.
  enum Kind: UInt8, Sendable {
    case code
    case name
    /// An alias, or the name without its bracketed ending.
    case alias
  }

  /// One name of one node.
  struct Entry: Sendable {
    let node: NodeID
    let kind: Kind
    let start: UInt32
    let end: UInt32
  }

  private(set) var entries: [Entry] = []
  private(set) var bytes: [UInt8] = []

  /// Folds the codes, names and aliases of nodes. O(total length).
  init(of nodes: [NodeID], in graph: PropertyGraph) {
    entries.reserveCapacity(nodes.count * 2)
    bytes.reserveCapacity(nodes.count * 24)
    let columns = ["code", "name", "aliases"].map { key in
      graph.key(named: key).flatMap { graph.nodeProperties.column($0) }
    }
    for node in nodes {
      if let column = columns[0] { add(column, of: node, as: .code) }
      if let column = columns[1] { add(column, of: node, as: .name) }
      if let column = columns[2] { add(column, of: node, as: .alias) }
    }
  }

  private mutating func add(_ column: PropertyColumn, of node: NodeID, as kind: Kind) {
    guard column.hasValue(at: node.index) else { return }
    if case .strings(let codes, let pool) = column.storage {
      let texts = pool.texts
      let range = texts.range(Int(codes[node.index - column.firstRow]))
      texts.bytes.withUnsafeBufferPointer { add(UnsafeBufferPointer(rebasing: $0[range]), of: node, as: kind) }
      return
    }
    switch column.value(at: node.index) {
    case .list(let values): for value in values { add(value, of: node, as: kind) }
    case let value: add(value, of: node, as: kind)
    }
  }

  private mutating func add(_ value: Value, of node: NodeID, as kind: Kind) {
    guard case .string(var text) = value else { return }
    text.withUTF8 { add($0, of: node, as: kind) }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, of node: NodeID, as kind: Kind) {
    let start = bytes.count
    FoldedText.fold(text, into: &bytes)
    guard bytes.count > start else { return }
    entries.append(Entry(node: node, kind: kind, start: UInt32(start), end: UInt32(bytes.count)))
    if kind == .name, let length = FoldedNames.lengthWithoutBrackets(text) {
      add(UnsafeBufferPointer(rebasing: text[..<length]), of: node, as: .alias)
    }
  }

  /// How much of a name stands before its last pair of brackets; nil when it does not end with one.
  private static func lengthWithoutBrackets(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text.last == UInt8(ascii: ")"), let open = text.lastIndex(of: UInt8(ascii: "(")), open > 0 else { return nil }
    return open
  }
}
