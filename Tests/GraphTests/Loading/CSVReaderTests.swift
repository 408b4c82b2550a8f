import Testing

@testable import Graph

/// Text and the records it is cut into; nil is nothing, "" a quoted empty text.
struct RecordCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let records: [[String?]]

  init(_ name: String, _ text: String, _ records: [[String?]]) {
    (testDescription, self.text, self.records) = (name, text, records)
  }

  static let all = [
    RecordCase("nothing", "", []),
    RecordCase("comma and LF", "a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    RecordCase("no line end at the end", "a,b\nc,d", [["a", "b"], ["c", "d"]]),
    RecordCase("CR LF", "a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    RecordCase("CR", "a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    RecordCase("semicolon", "a;b\nc;d,e\n", [["a", "b"], ["c", "d,e"]]),
    RecordCase("tab", "a\tb\nc\td;e\n", [["a", "b"], ["c", "d;e"]]),
    RecordCase("delimiter named by a spreadsheet", "sep=;\na,b;c\n", [["a,b", "c"]]),
    RecordCase("delimiters inside quotes do not count", "\"a;b;c\",d\n", [["a;b;c", "d"]]),
    RecordCase("byte order mark", "\u{FEFF}a,b\n", [["a", "b"]]),
    RecordCase("nothing and empty text", "a,,\"\"\n", [["a", nil, ""]]),
    RecordCase("delimiter at the end", "a,\nb,", [["a", nil], ["b", nil]]),
    RecordCase("empty line", "a\n\nb\n", [["a"], [nil], ["b"]]),
    RecordCase("quoted delimiter and line end", "\"a,b\",\"c\nd\"\n", [["a,b", "c\nd"]]),
    RecordCase("doubled quotes", "\"say \"\"yes\"\"\",\"\"\"\"\n", [["say \"yes\"", "\""]]),
    RecordCase("quote inside a plain field", "a,5\" pipe\n", [["a", "5\" pipe"]]),
    RecordCase(
      "letters beyond ASCII", "Súdwest-Fryslân,'s-Hertogenbosch\n", [["Súdwest-Fryslân", "'s-Hertogenbosch"]]),
  ]
}

@Suite("CSV is cut into records")
struct CSVReaderTests {
  @Test(arguments: RecordCase.all)
  func records(_ example: RecordCase) throws {
    #expect(try read(Array(example.text.utf8)).records == example.records)
  }

  @Test("each record knows the line it starts on")
  func lines() throws {
    #expect(try read(Array("a\n\"b\nb\r\nb\rb\"\r\nc\r\rd".utf8)).lines == [1, 2, 6, 7, 8])
  }

  @Test(
    "what cannot be cut is a problem with its place",
    arguments: [
      ("a,\"b\nc", 2, "the quote opened here is never closed"),
      ("\"a\"b,c\n", 3, "there is text after the closing quote"),
      ("a,\"say \"yes\"\"\n", 8, "there is text after the closing quote"),
    ])
  func problems(_ text: String, offset: Int, message: String) {
    let problem = #expect(throws: CSVProblem.self) { try read(Array(text.utf8)) }
    #expect(problem?.offset == offset)
    #expect(problem?.message == message)
    #expect(problem?.hint != nil)
  }

  @Test("a cell of more than 16 MB is a problem")
  func longField() {
    let bytes = Array("a,".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: CSVReader.fieldLimit + 1)
    let problem = #expect(throws: CSVProblem.self) { try read(bytes) }
    #expect(problem?.offset == 2)
  }

  @Test("a row of more cells than a spreadsheet has columns is a problem")
  func wideRecord() {
    #expect(throws: CSVProblem.self) { try read([UInt8](repeating: UInt8(ascii: ","), count: 20_000)) }
  }
}

func read(_ bytes: [UInt8]) throws(CSVProblem) -> (records: [[String?]], lines: [Int]) {
  var bytes = bytes
  let result: Result<([[String?]], [Int]), CSVProblem> = bytes.withUnsafeMutableBufferPointer { buffer in
    var reader = CSVReader(buffer)
    var records: [[String?]] = []
    var lines: [Int] = []
    do throws(CSVProblem) {
      while try reader.next() {
        records.append(reader.fields.map { $0.isAbsent ? nil : reader.string($0) })
        lines.append(reader.line)
      }
    } catch {
      return .failure(error)
    }
    return .success((records, lines))
  }
  return try result.get()
}
