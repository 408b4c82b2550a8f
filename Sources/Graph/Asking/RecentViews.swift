/// The views that statements looked at last: one after the other they mostly look at the same, and making a view looks at every
/// row of the landscape.
final class RecentViews {
  /// A view, and what statements found out about it.
  struct Entry {
    fileprivate let options: ViewOptions
    let view: View
    let kept: KeptOfView
    /// What only this view shows beside the one without what is unknown; nil while nobody asked.
    fileprivate var elements: SoughtElements?
  }

  /// So many are kept: a statement looks at one, and at another that shows what is unknown too.
  private static let most = 4

  private let landscape: Landscape
  private var entries: [Entry] = []

  init(_ landscape: Landscape) { self.landscape = landscape }

  /// The view that some options describe.
  func view(_ options: ViewOptions) -> Entry { entries[place(of: options)] }

  /// What the view of some options shows that the one without what is unknown does not.
  func elements(shownOnlyBy options: ViewOptions, _ find: () -> SoughtElements) -> SoughtElements {
    let place = place(of: options)
    if let known = entries[place].elements { return known }
    let found = find()
    entries[place].elements = found
    return found
  }

  private func place(of options: ViewOptions) -> Int {
    if let place = entries.firstIndex(where: { $0.options == options }) { return place }
    if entries.count == RecentViews.most { entries.removeFirst() }
    let view = landscape.view(options).view
    entries.append(Entry(options: options, view: view, kept: landscape.graph.kept(for: view)))
    return entries.count - 1
  }
}
