/// What the lines and colours of every form of map look like and mean.
struct MapStyle {
  let map: RegionMap
  let tints: MapTints
  /// What the regions of either division are called: `RMC region`.
  let borderWord, colourWord: String
  let wording: Wording

  /// The line of a seam at a size of the drawing where a municipality is about `scale` pixels wide.
  static func stroke(_ seam: RegionMap.Seam, scale: Double) -> Stroke {
    switch seam {
    case .inside: Stroke(colour: "#FFFFFF", width: 1)
    case .apart: Stroke(colour: "#D0021B", width: max(4.6, scale / 14))
    case .border: Stroke(colour: "#000000", width: max(2.6, scale / 22))
    case .edge: Stroke(colour: "#000000", width: max(1.6, scale / 40))
    }
  }

  /// Draws a seam: the red line of a mismatch has a white thread, so that grey print tells it from a black one.
  static func draw(_ seam: RegionMap.Seam, _ path: SVGPath, scale: Double, on canvas: inout SVGCanvas) {
    var stroke = stroke(seam, scale: scale)
    stroke.isRound = true
    canvas.path(path, stroke)
    guard seam == .apart else { return }
    canvas.path(path, Stroke(colour: "#FFFFFF", width: stroke.width * 0.36, style: "dashed"))
  }

  /// The order in which seams are drawn: what matters most lies on top.
  static let order: [RegionMap.Seam] = [.inside, .edge, .border, .apart]

  /// The legend: the lines that occur, then the tints with their regions, then the regions that only a number stands for.
  func legend(seams: Set<RegionMap.Seam>, numbered: [Int]) -> [PictureSheet.LegendEntry] {
    var entries: [PictureSheet.LegendEntry] = []
    if seams.contains(.border) {
      entries.append(line(.border, "\(wording.borderOf) \(borderWord) (\(wording.inBold), 1, 2, …)"))
    }
    if seams.contains(.apart) { entries.append(line(.apart, wording.mismatch(borderWord, colourWord))) }
    if tints.showsBorders {
      entries += map.colours.map { sign("", "\(colourWord): \($0)") }
      return entries + map.borders.indices.map { swatch(tints[$0], "\(MapSign.number($0)) \(map.borders[$0])") }
    }
    entries += map.colours.indices.map { region in
      swatch(tints[region], "\(MapSign.letter(region)) \(map.colours[region])")
    }
    if map.places.contains(where: { $0.colour == nil }) { entries.append(swatch(tints[nil], wording.unrecordedRegion)) }
    return entries + numbered.map { sign(MapSign.number($0), map.borders[$0]) }
  }

  private func line(_ seam: RegionMap.Seam, _ word: String) -> PictureSheet.LegendEntry {
    PictureSheet.LegendEntry(word: word) { canvas, box in
      let ends = (Point(x: box.x, y: box.middle.y), Point(x: box.right, y: box.middle.y))
      MapStyle.draw(seam, SVGPath().move(ends.0).line(ends.1), scale: 80, on: &canvas)
    }
  }

  private func swatch(_ fill: String, _ word: String) -> PictureSheet.LegendEntry {
    PictureSheet.LegendEntry(word: word) { canvas, box in
      canvas.rectangle(box, fill: fill, Stroke(colour: "#555555", width: 0.8))
    }
  }

  private func sign(_ sign: String, _ word: String) -> PictureSheet.LegendEntry {
    PictureSheet.LegendEntry(word: word) { canvas, box in
      canvas.text([sign], in: box, .init(size: 10, isBold: true))
    }
  }

  /// What a pointer shows of a municipality.
  func tooltip(_ place: RegionMap.Place) -> String {
    let border = place.border.map { map.borders[$0] } ?? wording.unrecordedRegion
    let colour = place.colour.map { map.colours[$0] } ?? wording.unrecordedRegion
    return "\(place.name)\n\(borderWord): \(border)\n\(colourWord): \(colour)"
  }
}
