import Testing

@testable import graphq

@Suite("The program from the outside: golden transcripts")
struct TranscriptTests {
  @Test("commands, sentences, formats, mistakes", arguments: Transcript.names(in: ""))
  func command(name: String) throws { try check(Transcript(name)) }

  @Test("questions about Groningen, each row agreed on by another engine", arguments: Transcript.names(in: "groningen"))
  func question(name: String) throws { try check(Transcript(name, in: "groningen")) }

  private func check(_ transcript: Transcript) throws {
    var transcript = transcript
    #expect(!transcript.steps.isEmpty)
    for index in transcript.steps.indices {
      let printed = transcript.steps[index].run()
      if Transcript.isUpdating {
        transcript.steps[index].expected = printed
      } else {
        #expect(printed == transcript.steps[index].expected, "$ \(transcript.steps[index].command)")
      }
    }
    if Transcript.isUpdating { try transcript.write() }
  }

  @Test(
    "shell words",
    arguments: [
      ("a  b", ["a", "b"]), ("'a b' \"c\nd\"", ["a b", "c\nd"]), ("a\\ b \"\"", ["a b", ""]), ("a'b'c", ["abc"]),
    ])
  func words(text: String, expected: [String]) { #expect(shellWords(text) == expected) }

  @Test("an open quotation mark") func openQuote() { #expect(shellWords("a 'b") == nil) }
}
