/// All phrases and named queries: those of the program, and the user's beside the data.
///
/// Making one reads no more than the header lines; a file is parsed when a sentence begins with one of its words. A user's file
/// takes the place of a built-in one of the same name.
public struct PhraseLibrary: Sendable {
  private struct Entry: Sendable {
    let source: PhraseSource
    let glance: PhraseGlance
  }

  /// Those of the program are among them: they are looked at when somebody asks for a phrase, which a query mostly does not.
  private let includesBuiltIn: Bool
  /// All others.
  private var own: [Entry] = []
  private let folders: [ProcedureFolder]

  /// The phrases of the program alone.
  public static let builtIn = PhraseLibrary(EmbeddedPhrases.sources)

  /// Gathers phrase files. O(length of the headers).
  ///
  /// - Parameters:
  ///   - sources: the files; of two with one name the later stays.
  ///   - folders: folders of queries whose names stand for all of them.
  ///   - includesBuiltIn: the phrases of the program are among them, unless a file has the name of one.
  public init(_ sources: [PhraseSource], folders: [ProcedureFolder] = [], includesBuiltIn: Bool = false) {
    self.folders = folders
    self.includesBuiltIn = includesBuiltIn
    for source in sources {
      PhraseLibrary.put(Entry(source: source, glance: PhraseGlance(source.bytes)), among: &own)
    }
  }

  private var entries: [Entry] {
    guard includesBuiltIn else { return own }
    return own.reduce(into: PhraseLibrary.builtIn.own) { PhraseLibrary.put($1, among: &$0) }
  }

  /// Puts a file in the place of the one with its name, or behind all.
  private static func put(_ entry: Entry, among entries: inout [Entry]) {
    if let place = entries.firstIndex(where: { $0.source.name == entry.source.name }) {
      entries[place] = entry
    } else {
      entries.append(entry)
    }
  }
}

// MARK: - Phrases

extension PhraseLibrary {
  /// The files whose sentences begin with a word. A file that cannot be read is passed over; `all()` reports it.
  func phrases(beginningWith word: FoldedText) -> [PhraseFile] {
    entries.filter { $0.glance.firstWords.contains(word) }.compactMap { entry in
      var file = try? PhraseFile.parse(entry.source.text, name: entry.source.name)
      file?.isBuiltIn = entry.source.isBuiltIn
      return file
    }
  }

  /// What is wrong with the files whose sentences begin with a word.
  func errors(beginningWith word: FoldedText) -> [PhraseFileError] {
    entries.filter { $0.glance.firstWords.contains(word) }.compactMap { PhraseLibrary.error(in: $0) }
  }

  private static func error(in entry: Entry) -> PhraseFileError? {
    do throws(PhraseFileError) {
      _ = try PhraseFile.parse(entry.source.text, name: entry.source.name)
      return nil
    } catch {
      return error
    }
  }

  /// Whether some sentence begins with a word.
  func speaks(_ word: FoldedText) -> Bool { entries.contains { $0.glance.firstWords.contains(word) } }

  /// The words that sentences begin with, folded, in the order of the files.
  var firstWords: [String] {
    entries.flatMap(\.glance.firstWords).map { String(decoding: $0.bytes, as: UTF8.self) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A phrase or procedure by the name of its file, nil when there is none.
  ///
  /// - Throws: `PhraseFileError` when its header is wrong.
  public func phrase(named name: String) throws(PhraseFileError) -> PhraseFile? {
    guard let entry = entries.first(where: { $0.source.name == name }) else { return nil }
    return try PhraseFile.parse(entry.source.text, name: name)
  }

  /// Every file by name, and what is wrong with those that cannot be read: for `graphq phrases` and `graphq check`.
  public func all() -> (phrases: [PhraseFile], errors: [PhraseFileError]) {
    var phrases: [PhraseFile] = []
    var errors: [PhraseFileError] = []
    for entry in entries.sorted(by: { $0.source.name < $1.source.name }) {
      do throws(PhraseFileError) {
        phrases.append(try PhraseFile.parse(entry.source.text, name: entry.source.name))
      } catch {
        errors.append(error)
      }
    }
    return (phrases, errors)
  }

  /// What is wrong with the files of the user: reported, and no reason to stop. O(length of these files).
  public func userErrors() -> [PhraseFileError] {
    own.filter { !$0.source.isBuiltIn }.compactMap { PhraseLibrary.error(in: $0) }
  }
}

// MARK: - Procedures

extension PhraseLibrary {
  /// The named query that `CALL name(...)` stands for, nil when there is none of that name.
  ///
  /// - Throws: `PhraseFileError` when the file, or one of a folder's files, has a wrong header.
  public func procedure(named name: String) throws(PhraseFileError) -> NamedProcedure? {
    if let entry = entries.first(where: { $0.glance.procedure == name }) {
      let file = try PhraseFile.parse(entry.source.text, name: entry.source.name)
      if let signature = file.procedure { return NamedProcedure(signature, members: [file]) }
    }
    guard folders.contains(where: { $0.name == name }) else { return nil }
    var members: [PhraseFile] = []
    for source in folders.filter({ $0.name == name }).flatMap({ $0.sources() }) {
      members.append(try PhraseFile.parse(source.text, name: source.name, purpose: .memberOfFolder))
    }
    return members.isEmpty
      ? nil : NamedProcedure(ProcedureSignature(name: name, parameters: [], columns: []), members: members)
  }

  /// The names that `CALL` knows, in order: for "did you mean".
  public var procedureNames: [String] {
    (entries.compactMap(\.glance.procedure) + folders.map(\.name)).sorted()
      .reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
