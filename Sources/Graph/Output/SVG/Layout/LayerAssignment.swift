/// Finds a layer for each node, so that lines run from a lower layer to a higher one.
enum LayerAssignment {
  /// For each line whether it has to be turned so that no lines run in a circle. O(nodes + lines).
  static func turned(_ links: [LayeredLayout.Link], count: Int) -> [Bool] {
    var leaving = [[Int]](repeating: [], count: count)
    for (place, link) in links.enumerated() { leaving[link.from].append(place) }
    var turned = links.map { $0.from == $0.to }
    var state = [Int](repeating: 0, count: count)
    for start in 0..<count where state[start] == 0 {
      var stack = [(node: start, next: 0)]
      state[start] = 1
      while let (node, next) = stack.last {
        guard next < leaving[node].count else {
          state[node] = 2
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let end = links[leaving[node][next]].to
        if state[end] == 1 { turned[leaving[node][next]] = true }
        guard state[end] == 0 else { continue }
        state[end] = 1
        stack.append((end, 0))
      }
    }
    return turned
  }

  /// The length of the longest way to each node over lines without a circle, counted from the layers given. O(nodes × lines).
  static func longest(_ links: [LayeredLayout.Link], count: Int, atLeast least: [Int]? = nil) -> [Int] {
    var layers = least ?? [Int](repeating: 0, count: count)
    for _ in 0..<max(1, count) {
      var isStable = true
      for link in links where link.from != link.to && layers[link.to] < layers[link.from] + 1 {
        layers[link.to] = layers[link.from] + 1
        isStable = false
      }
      if isStable { break }
    }
    return layers
  }
}
