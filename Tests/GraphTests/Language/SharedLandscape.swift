import Foundation

@testable import Graph

/// The data of the project, loaded once for all tests that ask about them.
enum SharedLandscape {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let landscape: Landscape = {
    do throws(LoadFailure) {
      return try Landscape.load(folders: [root + "/data"])
    } catch {
      fatalError(error.description)
    }
  }()

  static let library = PhraseLibrary.standard(beside: [root + "/data"] + landscape.folders)

  static func asker() -> Asker {
    Asker(landscape, library: library, today: CalendarDate("2026-07-01") ?? CalendarDate(dayNumber: 0))
  }

  static var request: AskRequest { AskRequest(day: CalendarDate("2026-07-01")) }

  /// The names of the phrases and named queries of the library.
  static let phraseNames = library.all().phrases.map(\.name)
}
