/// Computes the tile of each municipality of a landscape folder: `tile_q` and `tile_r` in `municipalities.csv`.
///
/// The tiles that are there already stay, but for moves that improve the map, so that next year's map looks like this year's;
/// a new municipality gets one beside its neighbours. Where there are none yet, all are computed from the centroids.
public struct TileImport {
  /// How many pairs of neighbours touch on the map, and how many there are.
  public let touching: (count: Int, of: Int)
  /// How many municipalities get another tile than they had.
  public let moved: Int

  private let path: String
  private let bytes: [UInt8]

  /// More municipalities than this have no place on a map that anybody can read.
  static let most = 2000

  /// Reads `municipalities.csv`, `neighbours*.csv` and `in_region_province.csv`, and works out the tiles. Nothing is written.
  /// O(steps) where there are no tiles yet, O(municipalities²) else.
  ///
  /// - Throws: when a file cannot be read, or a municipality that exists has no centroid.
  public init(folder: String) throws(LoadFailure) {
    var table = try TileTable(folder)
    let problem = try table.problem()
    var search = TileSearch(TileLayout(problem))
    let known = table.tiles
    search.settle(known)
    if !known.contains(where: { $0 != nil }) { search.anneal() }
    search.descend()
    table.set(search.layout.tiles)
    touching = (search.layout.touching, problem.borders.count)
    moved = zip(known, search.layout.tiles).count { $0 != $1 }
    (path, bytes) = (table.path, table.bytes)
  }

  /// The outcome in a sentence.
  public var summary: String {
    "\(touching.count) of \(touching.of) pairs of neighbours touch; "
      + "\(moved) \(moved == 1 ? "municipality gets" : "municipalities get") another tile\n"
  }

  /// Writes the file, whole or not at all, when something changes.
  ///
  /// - Throws: `OutputError` when the system refuses.
  public func write() throws(OutputError) {
    if moved > 0 { try AtomicFile.write(bytes, to: path) }
  }
}
