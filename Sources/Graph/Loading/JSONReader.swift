/// A mistake in a JSON text.
public struct JSONError: Error, Sendable, Equatable {
  /// What was expected.
  public let message: String
  /// The byte offset at which it was expected.
  public let offset: Int

  /// Describes a mistake: what was expected, and at which byte.
  public init(_ expected: String, at offset: Int) {
    message = "expected \(expected)"
    self.offset = offset
  }
}

/// Reads JSON as values of the query language, in the encoding that answers are written in.
///
/// A number without point and exponent is an integer, never through a double; `{"_float": "NaN"}` and `{"_map": {...}}` are
/// read as what they stand for.
public struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var depth = 0
  /// By place in a map, the name that stood there last, with its bytes in quotes: the maps of a list mostly have the same.
  private var names: [(bytes: Range<Int>, name: String)] = []

  /// Lists and maps may be nested this deep.
  private static let maximumDepth = 200

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Reads one JSON text. O(bytes).
  ///
  /// - Throws: `JSONError` with the place of the first mistake.
  public static func read(_ bytes: [UInt8]) throws(JSONError) -> Value {
    try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in
      var reader = JSONReader(bytes)
      let value = try reader.value()
      reader.skipBlanks()
      if reader.place < bytes.count { throw reader.error("the end of the text") }
      return value
    }
  }
}

// MARK: - Values

extension JSONReader {
  private mutating func value() throws(JSONError) -> Value {
    skipBlanks()
    switch peek {
    case UInt8(ascii: "{"): return try nested { reader throws(JSONError) in try reader.map() }
    case UInt8(ascii: "["): return try nested { reader throws(JSONError) in .list(try reader.list()) }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(_ read: (inout JSONReader) throws(JSONError) -> Value) throws(JSONError) -> Value {
    depth += 1
    defer { depth -= 1 }
    if depth > JSONReader.maximumDepth { throw error("at most \(JSONReader.maximumDepth) levels of nesting") }
    return try read(&self)
  }

  private mutating func list() throws(JSONError) -> [Value] {
    place += 1
    var items: [Value] = []
    if take("]") { return items }
    while true {
      items.append(try value())
      if take("]") { return items }
      guard take(",") else { throw error("',' or ']'") }
    }
  }

  private mutating func map() throws(JSONError) -> Value {
    place += 1
    if take("}") { return .map(ValueMap()) }
    var entries: [(key: String, value: Value)] = []
    entries.reserveCapacity(4)
    while true {
      skipBlanks()
      guard peek == UInt8(ascii: "\"") else { throw error("a name in double quotes") }
      let key = try name(entries.count)
      guard take(":") else { throw error("':'") }
      entries.append((key, try value()))
      if take("}") { return try JSONReader.decoded(ValueMap(entries)) }
      guard take(",") else { throw error("',' or '}'") }
    }
  }

  /// Reads the name at a place in a map.
  private mutating func name(_ number: Int) throws(JSONError) -> String {
    if number < names.count {
      let known = names[number].bytes
      if known.count <= bytes.count - place,
        UnsafeBufferPointer(rebasing: bytes[known])
          .hasSameBytes(as: UnsafeBufferPointer(rebasing: bytes[place..<place + known.count]))
      {
        place += known.count
        return names[number].name
      }
    }
    let start = place
    let name = try string()
    if number < names.count { names[number] = (start..<place, name) }
    if number == names.count { names.append((start..<place, name)) }
    return name
  }

  /// Turns `{"_float": ...}` and `{"_map": ...}` into what they stand for.
  private static func decoded(_ map: ValueMap) throws(JSONError) -> Value {
    guard map.entries.count == 1, let entry = map.entries.first else { return .map(map) }
    switch (entry.key, entry.value) {
    case ("_float", .string("NaN")): return .float(.nan)
    case ("_float", .string("Infinity")): return .float(.infinity)
    case ("_float", .string("-Infinity")): return .float(-.infinity)
    case ("_map", .map(let inner)): return .map(inner)
    default: return .map(map)
    }
  }
}

// MARK: - Texts and numbers

extension JSONReader {
  private mutating func string() throws(JSONError) -> String {
    place += 1
    let start = place
    while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { place += 1 }
    if peek == UInt8(ascii: "\"") {
      place += 1
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place - 1]), as: UTF8.self)
    }
    var text = Array(bytes[start..<place])
    while let byte = peek {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try appendEscape(to: &text)
      case 0..<0x20:
        place -= 1
        throw error("no control character inside a text")
      default: text.append(byte)
      }
    }
    throw error("'\"' at the end of the text")
  }

  private mutating func appendEscape(to text: inout [UInt8]) throws(JSONError) {
    guard let byte = peek else { throw error("a character after '\\'") }
    place += 1
    let plain: [UInt8: UInt8] = [
      UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12,
      UInt8(ascii: "\""): byte, UInt8(ascii: "\\"): byte, UInt8(ascii: "/"): byte,
    ]
    if let plain = plain[byte] { return text.append(plain) }
    guard byte == UInt8(ascii: "u") else { throw error("one of n t r b f u \" \\ / after '\\'") }
    var code = try hexadecimal()
    if (0xd800..<0xdc00).contains(code), bytes[place...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
      place += 2
      code = 0x10000 + (code - 0xd800) << 10 + ((try hexadecimal()) & 0x3ff)
    }
    text.append(contentsOf: String(Unicode.Scalar(code) ?? "\u{fffd}").utf8)
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    let digits = String(decoding: bytes[place..<min(place + 4, bytes.count)], as: UTF8.self)
    guard digits.utf8.count == 4, let code = UInt32(digits, radix: 16) else { throw error("four hexadecimal digits") }
    place += 4
    return code
  }

  private mutating func number() throws(JSONError) -> Value {
    let start = place
    var small: Int64 = 0
    while let byte = peek, CellReader.isDigit(byte), place - start < 18 {
      small = small * 10 + Int64(byte - UInt8(ascii: "0"))
      place += 1
    }
    if place > start, !(peek.map(isNumberByte) ?? false) { return .integer(small) }
    while let byte = peek, isNumberByte(byte) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if let integer = Int64(text), text.first != "+" { return .integer(integer) }
    if text.utf8.contains(where: { [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains($0) }),
      let float = Double(text)
    {
      return .float(float)
    }
    place = start
    throw error(text.isEmpty ? "a value" : "a number that fits in 64 bits")
  }

  private func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}

// MARK: - Bytes

extension JSONReader {
  private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { place += 1 }
  }

  private mutating func take(_ symbol: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard peek == UInt8(ascii: symbol) else { return false }
    place += 1
    return true
  }

  private mutating func word(_ text: String, _ value: Value) throws(JSONError) -> Value {
    guard bytes[place...].starts(with: text.utf8) else { throw error("a value") }
    place += text.utf8.count
    return value
  }

  private func error(_ expected: String) -> JSONError { JSONError(expected, at: place) }
}
