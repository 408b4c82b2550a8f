/// The boundaries of municipalities, from a file in GeoJSON (RFC 7946) that the user gives.
public struct Boundaries: Sendable {
  /// One area with what its file says of it.
  struct Feature: Sendable {
    /// What may be its code, by the name of the property.
    var codes: [(key: String, text: String)]
    /// Rings of places, as the file gives them: longitude and latitude, or metres.
    var rings: [[Point]]
  }

  /// The file, for messages.
  let name: String
  let features: [Feature]

  static let mostBytes = 60_000_000
  static let mostPoints = 1_500_000

  /// Reads a file. O(bytes).
  ///
  /// - Parameters:
  ///   - bytes: a FeatureCollection of polygons.
  ///   - name: what messages call it.
  /// - Throws: `OutputError` of kind `boundaries` when it is no such thing, or larger than can be drawn.
  public init(geoJSON bytes: [UInt8], name: String) throws(OutputError) {
    guard bytes.count <= Boundaries.mostBytes else {
      throw Boundaries.error(name, "it has more than \(Boundaries.mostBytes / 1_000_000) MB")
    }
    let value: Value
    do throws(JSONError) {
      value = try JSONReader.read(bytes)
    } catch {
      throw Boundaries.error(name, "\(error.message) at byte \(error.offset)")
    }
    var reader = GeoJSONReader(name)
    features = try reader.features(value)
    self.name = name
  }

  static func error(_ name: String, _ reason: String) -> OutputError {
    OutputError(
      .boundaries, "The boundaries in \(VisibleText.oneLine(name)) cannot be used: \(reason).",
      hint: "Download the generalised boundaries of municipalities of one year as GeoJSON, with their codes (GM0014).")
  }
}

/// Reads the parts of GeoJSON that hold areas.
struct GeoJSONReader {
  private let name: String
  private var count = 0

  init(_ name: String) { self.name = name }

  mutating func features(_ value: Value) throws(OutputError) -> [Boundaries.Feature] {
    guard case .map(let collection) = value, collection["type"] == .string("FeatureCollection"),
      case .list(let features)? = collection["features"]
    else { throw Boundaries.error(name, "it is no FeatureCollection") }
    var found: [Boundaries.Feature] = []
    for feature in features { if let area = try self.feature(feature) { found.append(area) } }
    if found.isEmpty { throw Boundaries.error(name, "it holds no polygons") }
    return found
  }

  /// Nil for what is no area.
  private mutating func feature(_ value: Value) throws(OutputError) -> Boundaries.Feature? {
    guard case .map(let feature) = value, case .map(let geometry)? = feature["geometry"] else { return nil }
    var rings: [[Point]] = []
    switch (geometry["type"], geometry["coordinates"]) {
    case (.string("Polygon")?, .list(let polygon)?): rings = try self.rings(polygon)
    case (.string("MultiPolygon")?, .list(let polygons)?):
      for case .list(let polygon) in polygons { rings += try self.rings(polygon) }
    default: return nil
    }
    var codes: [(key: String, text: String)] = []
    if let code = GeoJSONReader.code(feature["id"] ?? .null) { codes.append(("id", code)) }
    if case .map(let properties)? = feature["properties"] {
      codes += properties.entries.compactMap { entry in
        GeoJSONReader.code(entry.value).map { ("properties.\(entry.key)", $0) }
      }
    }
    return Boundaries.Feature(codes: codes, rings: rings)
  }

  private mutating func rings(_ polygon: [Value]) throws(OutputError) -> [[Point]] {
    var rings: [[Point]] = []
    for case .list(let places) in polygon {
      count += places.count
      guard count <= Boundaries.mostPoints else {
        throw Boundaries.error(name, "it has more than \(Boundaries.mostPoints) points")
      }
      var ring: [Point] = []
      for place in places { ring.append(try point(place)) }
      if ring.count > 1, ring.first == ring.last { ring.removeLast() }
      if ring.count > 2 { rings.append(ring) }
    }
    return rings
  }

  private func point(_ value: Value) throws(OutputError) -> Point {
    guard case .list(let numbers) = value, numbers.count > 1, let x = GeoJSONReader.number(numbers[0]),
      let y = GeoJSONReader.number(numbers[1]), abs(x) < 1e8, abs(y) < 1e8
    else { throw Boundaries.error(name, "a place in it is no pair of numbers") }
    return Point(x: x, y: y)
  }

  private static func number(_ value: Value) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .float(let number): number.isFinite ? number : nil
    default: nil
    }
  }

  /// A code of a municipality as our data write it: `GM0014`, also where a file says `0014` or 14.
  private static func code(_ value: Value) -> String? {
    switch value {
    case .integer(let number): return (1...9999).contains(number) ? padded(String(number)) : nil
    case .string(let text):
      let upper = text.uppercased()
      let digits = upper.hasPrefix("GM") ? String(upper.dropFirst(2)) : upper
      guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      return padded(digits)
    default: return nil
    }
  }

  private static func padded(_ digits: String) -> String {
    "GM" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
