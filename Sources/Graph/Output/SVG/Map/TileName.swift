/// A name that has to fit in a tile.
struct TileName {
  let lines: [String]
  let size: Double

  /// Lines of a name stand this far apart, in sizes.
  static let leading = 1.08

  private static let longest = 10
  private static let mostLines = 3

  /// At most three lines of about ten letters, as large as the longest allows; a longer word is broken with a hyphen.
  init(_ name: String, width: Double) {
    lines = TileName.broken(VisibleText.oneLine(name))
    let widest = lines.map { TextSize.width($0, size: 1, isBold: true) }.max() ?? 1
    size = min(width * 0.145, width * 0.88 / max(widest, 1))
  }

  /// The room it takes round a point.
  func box(at middle: Point) -> Box {
    let width = lines.map { TextSize.width($0, size: size, isBold: true) }.max() ?? 0
    let height = Double(lines.count) * size * TileName.leading
    return Box(x: middle.x - width / 2, y: middle.y - height / 2, width: width, height: height)
  }

  private static func broken(_ name: String) -> [String] {
    var lines: [String] = []
    for word in name.replacing("-", with: "- ").split(separator: " ").flatMap(pieces) {
      if let last = lines.last, last.count + word.count + (last.hasSuffix("-") ? 0 : 1) <= longest {
        lines[lines.count - 1] = last.hasSuffix("-") ? last + word : last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines.count <= mostLines ? lines : Array(lines.prefix(mostLines - 1)) + [lines[mostLines - 1] + "…"]
  }

  private static func pieces(_ word: Substring) -> [String] {
    guard word.count > longest + 1 else { return [String(word)] }
    let middle = word.index(word.startIndex, offsetBy: min(longest - 1, (word.count + 1) / 2))
    return [word[..<middle] + "-"] + pieces(word[middle...])
  }
}

/// The space that tiles take.
struct TileBox {
  let left, top, width, height: Double

  init(_ tiles: [Tile], width tile: Double) {
    let middles = tiles.map { $0.middle(width: tile) }
    let (xs, ys) = (middles.map(\.x), middles.map(\.y))
    left = (xs.min() ?? 0) - tile * 0.55
    top = (ys.min() ?? 0) - tile * 0.65
    width = (xs.max() ?? 0) + tile * 0.55 - left
    height = (ys.max() ?? 0) + tile * 0.65 - top
  }
}
