import Testing

@testable import Graph

@Suite("CSV survives anything")
struct CSVFuzzTests {
  @Test("what is written by the rules is read back", arguments: 0..<300)
  func roundTrip(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let delimiter = [",", ";", "\t"].randomElement(using: &random) ?? ","
    let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    let width = Int.random(in: 2...6, using: &random)
    let header = [(0..<width).map { "h\($0)" as String? }]
    let rows = (0..<Int.random(in: 0...20, using: &random)).map { _ in
      (0..<width).map { _ in field(&random) }
    }
    let text = (header + rows).map { $0.map(written).joined(separator: delimiter) + lineEnd }.joined()
    #expect(try read(Array(text.utf8)).records == header + rows)
  }

  @Test("random bytes give records or a problem, never a crash", arguments: 0..<500)
  func randomBytes(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) &+ 1_000_000)
    let alphabet = Array("\"\",;\t\r\n ab:é".utf8) + [0xEF, 0xBB, 0xBF, 0, 0xFF]
    let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    do throws(CSVProblem) {
      let records = try read(bytes).records
      #expect(records.allSatisfy { !$0.isEmpty })
    } catch {
      #expect((0...bytes.count).contains(error.offset))
    }
  }

  @Test("random tables load or are refused, never a crash", arguments: 0..<200)
  func randomTables(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) &+ 2_000_000)
    let pieces = [
      ":ID", "id:ID", ":LABEL", "name", "n:int", "x:float[]", "d:date", "b:boolean", "level", ":START_ID", ":END_ID",
      ":TYPE",
      "\"", ",", ",", ",", ";", "\n", "\n", "\r\n", "1", "-9223372036854775809", "2020-02-30", "Forum", "board", "true",
      "é", "",
    ]
    let text = (0..<80).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let head = Bool.random(using: &random) ? ":ID,:LABEL,n:int,d:date,level\n" : ""
    if case .success(let file) = TableFile.read("random.csv", bytes: Array((head + text).utf8)) {
      file.withRows { rows in
        for row in 0..<rows.count {
          for column in rows.header.columns {
            _ = try? rows.reader.value(rows.text(row, column.field), of: column.type, isList: column.isList)
          }
        }
      }
    }
  }

  private func field(_ random: inout SeededGenerator) -> String? {
    let alphabet = Array("\"\"\",;\t\r\n aé𝄞'=:")
    let length = Int.random(in: -1...8, using: &random)
    if length < 0 { return nil }
    let letters = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? " " }
    return letters.map(String.init).joined()
  }

  private func written(_ field: String?) -> String {
    guard let field else { return "" }
    let isPlain = field.utf8.allSatisfy { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 } && !field.isEmpty
    return isPlain
      ? field : "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

@Suite("UTF-8 is checked")
struct UTF8CheckTests {
  @Test(
    "the offset of the first wrong byte",
    arguments: [
      ([], nil), (Array("Súdwest-Fryslân 𝄞".utf8), nil), ([0x41, 0xEB, 0x42], 1), ([0xC0, 0x80], 0),
      ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0x61, 0xE2, 0x82], 1),
      (Array("12345678abcdefg".utf8) + [0x80], 15),
    ] as [([UInt8], Int?)])
  func firstInvalid(_ bytes: [UInt8], offset: Int?) {
    #expect(bytes.withUnsafeBufferPointer(UTF8Check.firstInvalid) == offset)
  }

  @Test("agrees with the standard library on random bytes", arguments: 0..<300)
  func random(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = Array("aé€𝄞".utf8)
    let bytes = (0..<24).map { _ in
      Int.random(in: 0..<40, using: &random) == 0 ? UInt8.random(in: 0...255, using: &random) : 0
    }.enumerated().map { $1 == 0 ? text[$0 % text.count] : $1 }
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    #expect((bytes.withUnsafeBufferPointer(UTF8Check.firstInvalid) == nil) == isValid)
  }
}
