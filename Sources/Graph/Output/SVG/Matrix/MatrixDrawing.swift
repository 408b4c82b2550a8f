/// Draws a matrix: a sign and a colour per cell, the words below them where there is room.
struct MatrixDrawing {
  private let grid: MatrixGrid
  private let context: OutputContext
  private let sources: [String]

  private static let widestHead = 230.0
  private static let headSize = 10.0
  private static let wordSize = 8.5
  private static let wideCell = 92.0
  private static let narrowCell = 30.0
  private static let mostWide = 8
  private static let slope = 0.82

  init(_ grid: MatrixGrid, sources: [String], _ context: OutputContext) {
    self.grid = grid
    self.context = context
    self.sources = sources
  }

  /// With few columns heads stand level and cells have words; else heads are slanted.
  private var isWide: Bool { grid.columns.count <= MatrixDrawing.mostWide }
  private var cellWidth: Double { isWide ? MatrixDrawing.wideCell : MatrixDrawing.narrowCell }

  private var rowHeads: [[String]] {
    grid.rows.map { TextSize.lines($0.text, size: MatrixDrawing.headSize, width: MatrixDrawing.widestHead, most: 2) }
  }

  private var headWidth: Double {
    let widths = rowHeads.joined().map { TextSize.width($0, size: MatrixDrawing.headSize) }
    return (widths.max() ?? 0) + 12
  }

  private var columnHeads: [[String]] {
    grid.columns.map {
      isWide
        ? TextSize.lines($0.text, size: MatrixDrawing.headSize, width: cellWidth - 6, most: 4)
        : [TextSize.shortened($0.text, size: MatrixDrawing.headSize, width: 190)]
    }
  }

  private var topHeight: Double {
    if isWide { return Double(columnHeads.map(\.count).max() ?? 1) * 12 + 8 }
    let longest = columnHeads.joined().map { TextSize.width($0, size: MatrixDrawing.headSize) }.max() ?? 0
    return longest * MatrixDrawing.slope + 14
  }

  private func words(_ row: Int, _ column: Int) -> [String] {
    guard isWide, let cell = grid[row, column] else { return [] }
    return TextSize.lines(
      cell.words.joined(separator: ", "), size: MatrixDrawing.wordSize, width: cellWidth - 8, most: 3)
  }

  private func rowHeight(_ row: Int) -> Double {
    let head = Double(rowHeads[row].count) * 12 + 8
    let cells = grid.columns.indices.map { column -> Double in
      let sign = grid[row, column]?.mark.map { $0.letter.isEmpty ? 0.0 : 16 } ?? 0
      return Double(words(row, column).count) * 10 + sign + 8
    }
    return max(head, cells.max() ?? 0, 24)
  }

  /// The sheet with the picture. O(cells).
  func sheet() -> PictureSheet {
    let left = headWidth
    let heights = grid.rows.indices.map(rowHeight)
    let longest = columnHeads.last?.first.map { TextSize.width($0, size: MatrixDrawing.headSize) } ?? 0
    var sheet = PictureSheet()
    sheet.width =
      left + Double(grid.columns.count) * cellWidth + (isWide ? 2 : max(4, longest * 0.58 - cellWidth / 2 + 6))
    sheet.height = topHeight + heights.reduce(0, +) + 2
    sheet.sources = sources
    sheet.legend = legend
    sheet.draw = { draw(left: left, heights, &$0) }
    return sheet
  }

  /// Each mark with the words that stand for it.
  private var legend: [PictureSheet.LegendEntry] {
    var entries = grid.meanings.map { mark, word in
      PictureSheet.LegendEntry(word: word) { canvas, box in
        let place = Box(x: box.x + 4, y: box.y - 1, width: 22, height: 16)
        canvas.rectangle(place, fill: mark.fill, mark.stroke)
        mark.drawSign(at: place.middle, &canvas)
      }
    }
    if !entries.isEmpty, grid.hasEmptyCells { entries.append(.init(word: context.wording.emptyCell) { _, _ in }) }
    return entries
  }

  private func draw(left: Double, _ heights: [Double], _ canvas: inout SVGCanvas) {
    let top = topHeight
    drawColumnHeads(left: left, top: top, &canvas)
    var y = top
    for row in grid.rows.indices {
      let lines = rowHeads[row]
      let first = y + heights[row] / 2 + 3.6 - Double(lines.count - 1) * 6
      for (place, line) in lines.enumerated() {
        canvas.text(line, x: 0, y: first + Double(place) * 12, .init(size: MatrixDrawing.headSize))
      }
      for column in grid.columns.indices {
        let box = Box(
          x: left + Double(column) * cellWidth, y: y, width: cellWidth, height: heights[row])
        draw(row, column, in: box.grown(by: -1), &canvas)
      }
      y += heights[row]
    }
  }

  private func drawColumnHeads(left: Double, top: Double, _ canvas: inout SVGCanvas) {
    for (column, lines) in columnHeads.enumerated() {
      let x = left + (Double(column) + 0.5) * cellWidth
      if isWide {
        for (place, line) in lines.enumerated() {
          let y = top - 6 - Double(lines.count - 1 - place) * 12
          canvas.text(line, x: x, y: y, .init(size: MatrixDrawing.headSize, isBold: true), anchor: .middle)
        }
      } else if let line = lines.first {
        canvas.slanted(line, x: x, y: top - 6, .init(size: MatrixDrawing.headSize))
      }
    }
  }

  private func draw(_ row: Int, _ column: Int, in box: Box, _ canvas: inout SVGCanvas) {
    guard let cell = grid[row, column] else {
      canvas.rectangle(box, fill: "#FFFFFF", Stroke(colour: "#E4E4E4", width: 0.5))
      return
    }
    let heads = [grid.rows[row].text, grid.columns[column].text, cell.words.joined(separator: ", ")]
    canvas.group(
      ["cell"] + (cell.mark.map { [$0.name] } ?? []), tooltip: heads.joined(separator: "\n")
    ) { canvas in
      let mark = cell.mark ?? .absent
      canvas.rectangle(box, fill: cell.mark?.fill ?? "#FFFFFF", mark.stroke)
      let lines = words(row, column)
      let hasSign = cell.mark.map { !$0.letter.isEmpty } ?? false
      let below = Double(lines.count) * 10
      if hasSign {
        let middle = Point(x: box.middle.x, y: lines.isEmpty ? box.middle.y : box.middle.y - below / 2)
        mark.drawSign(at: middle, &canvas)
      }
      let numbers = isWide ? lines : cell.words
      guard !hasSign || isWide else { return }
      let part = Box(x: box.x, y: box.y + (hasSign ? 8 : 0), width: box.width, height: box.height)
      let colour = cell.mark == .amount(0) ? "#8C8C8C" : "#000000"
      canvas.text(numbers, in: part, .init(size: hasSign ? MatrixDrawing.wordSize : 9.5, colour: colour), leading: 1.15)
    }
  }
}
