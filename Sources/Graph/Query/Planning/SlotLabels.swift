/// Labels by slot.
struct SlotLabels: Sendable {
  private var labels: [LabelID?] = []

  subscript(slot: Slot) -> LabelID? {
    get { slot.index < labels.count ? labels[slot.index] : nil }
    set {
      while labels.count <= slot.index { labels.append(nil) }
      labels[slot.index] = newValue
    }
  }
}
