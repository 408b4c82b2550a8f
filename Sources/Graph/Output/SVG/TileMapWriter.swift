/// Writes a map of tiles as SVG: title, tiles with names, thick borders, legend, small print.
struct TileMapWriter {
  private let map: TileMap
  private let frame: Frame
  private var svg = OutputBuffer()

  /// What stands round a map.
  struct Frame {
    var title: String
    var caption: [String]
    /// What the thick borders and the colours stand for.
    var borderWord, colourWord, apartWord, withoutWord: String
    var language: Language
  }

  private static let tile = 46.0
  private static let margin = 16.0
  private static let legendWidth = 190.0
  private static let legendLine = 15.0

  init(_ map: TileMap, _ frame: Frame) {
    self.map = map
    self.frame = frame
  }

  /// The SVG. O(tiles).
  mutating func write() -> OutputBuffer {
    let looks = Palette.looks(for: map.colours, groups: map.companions)
    let box = TileBox(map.places.map(\.tile), width: TileMapWriter.tile)
    let width = max(box.width, TileMapWriter.legendWidth * 3) + 2 * TileMapWriter.margin
    let titles = TextWrapping.lines(VisibleText.oneLine(frame.title), width: Int(width / 9))
    let top = TileMapWriter.margin + Double(titles.count) * 22
    let columns = max(3, Int((width - 2 * TileMapWriter.margin) / TileMapWriter.legendWidth))
    let legendTop = top + box.height + 24
    let lines = captionLines(width)
    let legendRows = rows(map.colours.count, columns) + rows(map.borders.count, columns) + 3
    let captionTop = legendTop + Double(legendRows) * TileMapWriter.legendLine + 12
    let height = captionTop + Double(lines.count) * 11 + TileMapWriter.margin
    open(width: width, height: height)
    for (place, line) in titles.enumerated() {
      text(line, x: TileMapWriter.margin, y: TileMapWriter.margin + 14 + Double(place) * 22, size: 17)
    }
    let left = (width - box.width) / 2
    svg.writeLine("<g transform=\"translate(\(SVGNumber(left - box.left)) \(SVGNumber(top - box.top)))\">")
    for place in map.places { write(place, looks[place.colour] ?? NodeLook()) }
    writeBorders()
    svg.writeLine("</g>")
    writeLegend(looks, top: legendTop, columns: columns)
    for (place, line) in lines.enumerated() {
      text(line, x: TileMapWriter.margin, y: captionTop + Double(place) * 11, size: 8)
    }
    svg.writeLine("</svg>")
    return svg
  }

  private func rows(_ count: Int, _ columns: Int) -> Int { (count + columns - 1) / columns }

  private func captionLines(_ width: Double) -> [String] {
    let without = map.without.isEmpty ? [] : ["\(frame.withoutWord): \(map.without.joined(separator: ", "))"]
    return (without + frame.caption).flatMap {
      TextWrapping.lines(VisibleText.oneLine($0), width: Int((width - 2 * TileMapWriter.margin) / 4.6))
    }
  }

  private mutating func open(width: Double, height: Double) {
    svg.writeLine(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(SVGNumber(width)) \(SVGNumber(height))\" "
        + "width=\"\(SVGNumber(width))\" height=\"\(SVGNumber(height))\" lang=\"\(frame.language.rawValue)\" role=\"img\" "
        + "aria-labelledby=\"map-title\" font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\">")
    svg.writeLine("<title id=\"map-title\">\(XMLText.escaped(frame.title))</title>")
    svg.writeLine("<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>")
  }

  private mutating func text(
    _ line: String, x: Double, y: Double, size: Double, colour: String = "#000000", more: String = ""
  ) {
    svg.writeLine(
      "<text x=\"\(SVGNumber(x))\" y=\"\(SVGNumber(y))\" font-size=\"\(SVGNumber(size))\" fill=\"\(colour)\"\(more)>"
        + "\(XMLText.escaped(line))</text>")
  }
}

// MARK: - Tiles and borders

extension TileMapWriter {
  private mutating func write(_ place: TileMap.Place, _ look: NodeLook) {
    let (x, y) = place.tile.middle(width: TileMapWriter.tile)
    let number = (map.borders.firstIndex(of: place.border) ?? 0) + 1
    let colours = TileMapWriter.colours(of: look)
    svg.writeLine("<g class=\"tile\" data-id=\"\(XMLText.escaped(place.identifier))\">")
    svg.writeLine(
      "<title>\(XMLText.escaped("\(place.name)\n\(frame.borderWord): \(place.border)\n\(frame.colourWord): \(place.colour)"))"
        + "</title>")
    svg.writeLine(
      "<polygon points=\"\(place.tile.outline(width: TileMapWriter.tile))\" fill=\"\(colours.fill)\" "
        + "stroke=\"#FFFFFF\" stroke-width=\"1\"/>")
    if place.isApart {
      svg.writeLine(
        "<circle cx=\"\(SVGNumber(x))\" cy=\"\(SVGNumber(y - 15))\" r=\"5.5\" fill=\"#FFFFFF\" stroke=\"#000000\"/>")
    }
    let ink = place.isApart ? "#000000" : colours.ink
    text(String(number), x: x, y: y - 12.5, size: 7, colour: ink, more: " text-anchor=\"middle\"")
    let lines = TileName.lines(place.name)
    let size = TileName.size(lines)
    for (row, line) in lines.enumerated() {
      let offset = (Double(row) - Double(lines.count - 1) / 2) * size * 1.05
      let weight = place.isApart ? " font-weight=\"bold\"" : ""
      text(line, x: x, y: y + 4 + offset, size: size, colour: colours.ink, more: " text-anchor=\"middle\"\(weight)")
    }
    svg.writeLine("</g>")
  }

  /// A thick line between tiles in different regions of the first division and round the outside, a thin one between
  /// different colours.
  private mutating func writeBorders() {
    let at = Dictionary(map.places.map { ($0.tile, $0) }) { first, _ in first }
    var (thick, thin) = ("", "")
    for place in map.places {
      for (number, tile) in place.tile.neighbours.enumerated() {
        let other = at[tile]
        if let other, other.border == place.border, other.colour == place.colour { continue }
        guard other == nil || number < 3 else { continue }
        let (from, to) = place.tile.side(number, width: TileMapWriter.tile)
        let line = "M\(SVGNumber(from.x)) \(SVGNumber(from.y))L\(SVGNumber(to.x)) \(SVGNumber(to.y))"
        if other?.border == place.border { thin += line } else { thick += line }
      }
    }
    svg.writeLine(
      "<path d=\"\(thin)\" fill=\"none\" stroke=\"#000000\" stroke-width=\"1.2\" stroke-dasharray=\"3 2\"/>")
    svg.writeLine(
      "<path d=\"\(thick)\" fill=\"none\" stroke=\"#000000\" stroke-width=\"3.2\" stroke-linecap=\"round\"/>")
  }

  /// The plain fill of a look, and what can be read on it; a pattern becomes a lighter shade of the colour.
  static func colours(of look: NodeLook) -> (fill: String, ink: String) {
    let parts = look.fill.split(whereSeparator: { ":;".contains($0) }).filter { $0.hasPrefix("#") }
    let base = parts.first { $0 != "#FFFFFF" && $0 != "#222222" }.map(String.init) ?? "#FFFFFF"
    guard parts.count > 1 else { return (base, look.fontColour) }
    let share = [2: 0.55, 3: 0.3][parts.count] ?? 0.55
    return (Shade.mixed(base, withWhite: 1 - share), "#000000")
  }
}

// MARK: - Legend

extension TileMapWriter {
  private mutating func writeLegend(_ looks: [String: NodeLook], top: Double, columns: Int) {
    var row = 0
    heading("\(frame.colourWord):", top: top, row)
    row += 1
    for (place, name) in map.colours.enumerated() {
      let (x, y) = position(place, row, top, columns)
      let fill = TileMapWriter.colours(of: looks[name] ?? NodeLook()).fill
      svg.writeLine(
        "<rect x=\"\(SVGNumber(x))\" y=\"\(SVGNumber(y - 9))\" width=\"14\" height=\"10\" fill=\"\(fill)\" "
          + "stroke=\"#000000\" stroke-width=\"0.6\"/>")
      text(TileName.short(name), x: x + 19, y: y, size: 10)
    }
    row += rows(map.colours.count, columns)
    heading("\(frame.borderWord):", top: top, row)
    row += 1
    for (place, name) in map.borders.enumerated() {
      let (x, y) = position(place, row, top, columns)
      text("\(place + 1)  \(TileName.short(name))", x: x, y: y, size: 10)
    }
    row += rows(map.borders.count, columns)
    if map.places.contains(where: \.isApart) { heading("① \(frame.apartWord)", top: top, row, isBold: false) }
  }

  private mutating func heading(_ words: String, top: Double, _ row: Int, isBold: Bool = true) {
    text(
      words, x: TileMapWriter.margin, y: top + Double(row) * TileMapWriter.legendLine, size: 10,
      more: isBold ? " font-weight=\"bold\"" : "")
  }

  private func position(_ place: Int, _ row: Int, _ top: Double, _ columns: Int) -> (x: Double, y: Double) {
    (
      TileMapWriter.margin + Double(place % columns) * TileMapWriter.legendWidth,
      top + Double(row + place / columns) * TileMapWriter.legendLine
    )
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

/// A name that has to fit in a tile.
enum TileName {
  private static let longest = 10
  private static let mostLines = 3

  /// At most three lines of at most ten letters; a longer word is broken with a hyphen.
  static func lines(_ name: String) -> [String] {
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
    guard word.count > longest else { return [String(word)] }
    let middle = word.index(word.startIndex, offsetBy: min(longest - 1, (word.count + 1) / 2))
    return [word[..<middle] + "-"] + pieces(word[middle...])
  }

  /// The size of letters at which the longest line fits.
  static func size(_ lines: [String]) -> Double {
    min(9, 74 / Double(max(8, lines.map(\.count).max() ?? 0)))
  }

  /// A name that has to fit in a legend.
  static func short(_ name: String) -> String {
    let visible = VisibleText.oneLine(name)
    return visible.count <= 30 ? visible : visible.prefix(29) + "…"
  }
}

/// Mixes colours written as `#RRGGBB`.
enum Shade {
  /// The colour with that share of white; one that cannot be read stays as it is.
  static func mixed(_ colour: String, withWhite share: Double) -> String {
    guard colour.count == 7, let value = Int(colour.dropFirst(), radix: 16) else { return colour }
    let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part in
      Int((Double(part) * (1 - share) + 255 * share).rounded())
    }
    return "#"
      + parts.map { part in
        let digits = String(part, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }
}
