/// The known name that a misspelt one was probably meant to be.
public enum NearestName {
  /// The candidate nearest to a name, nil when none is near enough to be more than a wild guess.
  ///
  /// Case does not matter. A name of up to five letters may differ by one mistake, longer ones by one in three letters, at
  /// most three. Of equally near candidates the first is taken; a candidate equal to the name is passed over.
  ///
  /// Complexity: O(candidates · n · m) for names of n and m letters.
  public static func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = letters(name)
    var limit = threshold(wanted.count)
    var best: String?
    for candidate in candidates where candidate != name {
      guard abs(candidate.utf8.count - name.utf8.count) <= 4 * limit else { continue }
      guard let distance = EditDistance.between(wanted, letters(candidate), atMost: limit) else { continue }
      best = candidate
      limit = distance - 1
      if limit < 0 { break }
    }
    return best
  }

  /// `did you mean 'name'?` for the nearest candidate, nil when none is near.
  public static func hint(for name: String, in candidates: some Sequence<String>) -> String? {
    nearest(to: name, in: candidates).map { "did you mean '\($0)'?" }
  }

  private static func threshold(_ count: Int) -> Int { min(3, max(1, count / 3)) }

  private static func letters(_ name: String) -> [Unicode.Scalar] { Array(name.lowercased().unicodeScalars) }
}
