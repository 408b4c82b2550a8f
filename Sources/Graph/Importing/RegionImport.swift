/// Turns a table of memberships into the files of a landscape folder: regions, and which municipality is in which since when.
///
/// A table of many years may come at once or year by year; what the folder holds is continued, not replaced.
public struct RegionImport {
  /// What to import, and where to.
  public struct Request: Sendable {
    /// The path of the table.
    public let table: String
    /// The landscape folder.
    public let folder: String
    /// The year of a table without a column for it.
    public var year: Int?
    /// The source of a table without a column for it, as `sources.csv` names it.
    public var source: String?
    /// A table of postcodes, for lists that divide municipalities.
    public var postcodes: String?

    /// Asks to import a table into a folder.
    public init(table: String, folder: String) {
      self.table = table
      self.folder = folder
    }
  }

  /// A file that changes.
  public struct File: Sendable {
    /// Its path.
    public let path: String
    /// What it will hold.
    public let bytes: [UInt8]
  }

  /// What starts and what ends.
  public let summary: ImportSummary
  /// The files that change, in order.
  public let files: [File]

  private let folder: String

  /// Reads the table and the folder, and works out what changes. Nothing is written. O(rows).
  ///
  /// - Throws: all mistakes in the table together, each with file, line and column.
  public init(_ request: Request) throws(LoadFailure) {
    var work = try RegionImportWork(request)
    try work.run()
    summary = work.summary
    files = work.files
    folder = request.folder
  }

  /// Writes the files that change, each whole or not at all.
  ///
  /// - Throws: `OutputError` when the system refuses one; those before it are then written.
  public func write() throws(OutputError) {
    FileSystem.makeFolder(folder)
    for file in files { try AtomicFile.write(file.bytes, to: file.path) }
  }
}
