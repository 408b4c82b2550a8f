import Testing

@testable import Graph

@Suite("Layers of nodes")
struct LayeredLayoutTests {
  private typealias Link = LayeredLayout.Link

  /// Numbers that look random and are the same every time.
  private struct Dice {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  @Test("no two items of a layer overlap, and every line passes every layer between its ends", arguments: 1...12)
  func places(seed: Int) {
    var dice = Dice(state: UInt64(seed))
    let items = (0..<20).map { _ in
      LayeredLayout.Item(
        layer: dice.next(4), breadth: Double(10 + dice.next(40)), rank: dice.next(2) == 0 ? dice.next(9) : nil)
    }
    let links = (0..<30).map { _ in Link(from: dice.next(20), to: dice.next(20)) }
      .filter { items[$0.from].layer < items[$0.to].layer }
    let layout = LayeredLayout(items, links, gap: 5)
    for layer in layout.layers {
      let nodes = layer.filter { $0 < items.count }
      for (one, next) in zip(nodes, nodes.dropFirst()) {
        let room = layout.places[next] - layout.places[one] - (items[one].breadth + items[next].breadth) / 2
        #expect(room >= 5 - 1e-6)
      }
      let ranks = nodes.compactMap { items[$0].rank }
      #expect(ranks == ranks.sorted())
    }
    for (link, route) in zip(links, layout.routes) {
      #expect(route.first == link.from && route.last == link.to)
      #expect(route.count == items[link.to].layer - items[link.from].layer + 1)
    }
  }

  @Test("lines that cross in the order given are put straight")
  func crossings() {
    let items = [0, 0, 1, 1].map { LayeredLayout.Item(layer: $0, breadth: 10) }
    let layout = LayeredLayout(items, [Link(from: 0, to: 3), Link(from: 1, to: 2)], gap: 5)
    #expect((layout.places[0] < layout.places[1]) == (layout.places[3] < layout.places[2]))
  }

  @Test("as many lines are turned as it takes to leave no circle", arguments: 1...12)
  func circles(seed: Int) {
    var dice = Dice(state: UInt64(seed))
    let links = (0..<25).map { _ in Link(from: dice.next(9), to: dice.next(9)) }
    let turned = LayerAssignment.turned(links, count: 9)
    let straight = zip(links, turned).filter { $0.0.from != $0.0.to }
      .map { $0.1 ? Link(from: $0.0.to, to: $0.0.from) : $0.0 }
    let layers = LayerAssignment.longest(straight, count: 9)
    for link in straight { #expect(layers[link.from] < layers[link.to]) }
  }

  @Test(
    "no line of a wrapped text is wider than asked, and no word is lost",
    arguments: [
      "Bestuurlijk overleg RMC 01", "Onderwijszorgarrangementen", "Súdwest-Fryslân", "",
      "a b c d e f g h i j k l m n o p",
    ])
  func wrapping(_ text: String) {
    let lines = TextSize.lines(text, size: 10, width: 60, most: 20)
    #expect(lines.allSatisfy { TextSize.width($0, size: 10) <= 60 })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    let cut = TextSize.lines(text, size: 10, width: 60, most: 1)
    #expect(cut.count <= 1 && cut.allSatisfy { TextSize.width($0, size: 10) <= 60 })
  }
}
