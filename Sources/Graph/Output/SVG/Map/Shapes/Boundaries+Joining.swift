/// The rings of each municipality on a map, as their file gives them.
struct JoinedBoundaries {
  /// By place on the map; empty where the file has none.
  let rings: [[[Point]]]
  /// What a reader must know about the file.
  let remarks: [String]
}

extension Boundaries {
  /// Finds the rings of municipalities by their codes.
  ///
  /// The property that fits the most of them is taken for the code: files call it `statcode`, `gemeentecode` or otherwise.
  ///
  /// - Throws: `OutputError` of kind `boundaries` when none is found.
  func joined(to places: [RegionMap.Place], _ wording: Wording) throws(OutputError) -> JoinedBoundaries {
    let wanted = Dictionary(places.enumerated().map { ($0.element.identifier, $0.offset) }) { first, _ in first }
    guard let key = bestKey(wanted) else {
      throw Boundaries.error(name, "none of its codes is that of a municipality on this map")
    }
    var rings = [[[Point]]](repeating: [], count: places.count)
    for feature in features {
      guard let code = feature.codes.first(where: { $0.key == key }), let place = wanted[code.text] else { continue }
      rings[place] += feature.rings
    }
    let missing = places.indices.filter { rings[$0].isEmpty }.map { places[$0].name }
    let file = VisibleText.oneLine(name.split(separator: "/").last.map(String.init) ?? name)
    return JoinedBoundaries(
      rings: rings,
      remarks: (missing.isEmpty ? [] : [wording.withoutBoundary(missing, of: places.count)])
        + [wording.simplified(file)])
  }

  private func bestKey(_ wanted: [String: Int]) -> String? {
    var counts: [String: Int] = [:]
    for feature in features {
      for code in feature.codes where wanted[code.text] != nil { counts[code.key, default: 0] += 1 }
    }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}
