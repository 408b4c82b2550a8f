import Foundation
import Testing

@testable import Graph
@testable import graphq

/// The pictures that `PICTURES.md` shows are what its commands draw.
///
/// With `GRAPHQ_UPDATE_GOLDEN=1` they are drawn anew, to be looked at before they are kept.
@Suite("PICTURES.md")
struct PictureSampleTests {
  private static let page = ToolRun.root + "/PICTURES.md"

  /// A command of the page and the picture it writes.
  struct Sample: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let file: String

    var testDescription: String { file }
  }

  private static let commands: [[String]] = {
    let text = (try? String(contentsOfFile: page, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("$ graphq ") }
      .compactMap { shellWords(String($0.dropFirst(9))) }
  }()

  static let samples = commands.compactMap { arguments -> Sample? in
    guard let file = arguments.last, file.hasPrefix("pictures/") else { return nil }
    return Sample(arguments: arguments, file: file)
  }

  @Test("each command draws the picture beside it", arguments: samples)
  func sample(_ sample: Sample) throws {
    let kept = ToolRun.root + "/" + sample.file
    let folder = try TemporaryData(["keep.txt": ""])
    let isDOT = sample.file.hasSuffix(".dot")
    let drawn = folder.path + (isDOT ? "/picture.dot" : "/picture.svg")
    let run = ToolRun(
      Array(sample.arguments.dropLast()) + [drawn],
      in: ToolRun.Surroundings(folders: [], environment: ["GRAPHQ_DATA": ToolRun.data]))
    #expect(run.code == 0, "\(run.errors)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: drawn))
    if Transcript.isUpdating { try bytes.write(to: URL(fileURLWithPath: kept)) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: kept)) == bytes)
    #expect(isDOT || WellFormed.mistake(in: String(decoding: bytes, as: UTF8.self)) == nil)
  }

  @Test("the page shows every picture that is kept, and no other")
  func files() throws {
    let kept = try FileManager.default.contentsOfDirectory(atPath: ToolRun.root + "/pictures")
    #expect(Set(kept.map { "pictures/" + $0 }) == Set(Self.samples.map(\.file)))
    let text = try String(contentsOfFile: Self.page, encoding: .utf8)
    for sample in Self.samples { #expect(text.contains("](\(sample.file))")) }
  }

  @Test("the page names every kind", arguments: PictureKind.allCases)
  func kinds(_ kind: PictureKind) throws {
    #expect(try String(contentsOfFile: Self.page, encoding: .utf8).contains("\n| `\(kind.rawValue)` |"))
  }

  @Test(
    "what is not well-formed is found",
    arguments: ["<a>", "<a></b>", "<a b=\"></a>", "<a>&</a>", "<a>&x</a>", "<a b=\"<\"></a>", "<a>\u{1}</a>", "</a>"])
  func malformed(_ text: String) {
    #expect(WellFormed.mistake(in: text) != nil)
  }
}
