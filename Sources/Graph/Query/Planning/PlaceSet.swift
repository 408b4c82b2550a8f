/// Some places of a list.
struct PlaceSet: Sendable {
  private var slots: SlotSet = []

  init() {}

  init(_ places: some Sequence<Int>) {
    for place in places { insert(place) }
  }

  func contains(_ place: Int) -> Bool { slots.contains(Slot(index: place)) }

  mutating func insert(_ place: Int) { slots.insert(Slot(index: place)) }

  /// The places, ascending.
  func sorted() -> [Int] { slots.sorted().map(\.index) }
}
