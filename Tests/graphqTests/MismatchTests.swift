import Testing

@testable import graphq

/// Division A has regions of 3 + 2 and of 2 + 2 municipalities when seen from division B.
@Suite("How far two divisions are from one another")
struct MismatchTests {
  private static func landscape() throws -> TemporaryData {
    // Region a1: three municipalities in b1, two in b2. Region a2: two in b2, two in b3.
    let places = [
      ("m1", "a1", "b1"), ("m2", "a1", "b1"), ("m3", "a1", "b1"), ("m4", "a1", "b2"), ("m5", "a1", "b2"),
      ("m6", "a2", "b2"),
      ("m7", "a2", "b2"), ("m8", "a2", "b3"), ("m9", "a2", "b3"),
    ]
    let regions = ["a1", "a2", "b1", "b2", "b3"]
    return try TemporaryData([
      "municipalities.csv": "id:ID,:LABEL,name\n" + places.map { "\($0.0),Municipality,\($0.0)\n" }.joined(),
      "divisions.csv": "id:ID,:LABEL,name\na,Division,Alpha\nb,Division,Beta\n",
      "regions.csv": "id:ID,:LABEL,name\n" + regions.map { "\($0),Region,\($0)\n" }.joined(),
      "of_division.csv": ":START_ID,:END_ID,:TYPE\n" + regions.map { "\($0),\($0.prefix(1)),OF_DIVISION\n" }.joined(),
      "in_region.csv": ":START_ID,:END_ID,:TYPE\n"
        + places.map { "\($0.0),\($0.1),IN_REGION\n\($0.0),\($0.2),IN_REGION\n" }.joined(),
    ])
  }

  private static func answer(_ sentence: String) throws -> String {
    let data = try landscape()
    return withExtendedLifetime(data) {
      ToolRun(["--at", "2026-11-21", "-f", "csv", sentence], folders: [data.path]).output
    }
  }

  @Test("the fewest changes are the sum over the regions of size minus largest shared part, in each direction")
  func changes() throws {
    let answer = try Self.answer("mismatch Alpha with Beta")
    // a1 loses 2 of 5, a2 2 of 4; b2 loses 2 of 4, b1 and b3 none.
    #expect(answer.contains("one,other,changes,regions,split\nAlpha,Beta,4,2,2\nBeta,Alpha,2,3,1\n"))
  }

  @Test("municipalities outside the largest part stand apart")
  func apart() throws {
    let answer = try Self.answer("mismatch Alpha with Beta")
    #expect(answer.contains("municipality,region,part,largest_part\nm4,a1,b2,b1\nm5,a1,b2,b1\n\n"))
  }

  @Test("a tie lists all parts and marks none")
  func tie() throws {
    let answer = try Self.answer("mismatch Alpha with Beta")
    let ties = "region,part,municipalities\na2,b2,\"m6, m7\"\na2,b3,\"m8, m9\"\nb2,a1,\"m4, m5\"\nb2,a2,\"m6, m7\"\n"
    #expect(answer.contains(ties))
    #expect(!answer.contains("m8,a2,b3,"))
  }

  @Test("within an area only its municipalities count")
  func area() throws {
    let answer = try Self.answer("mismatch Alpha with Beta in b2")
    #expect(answer.contains("Alpha,Beta,0,2,0\nBeta,Alpha,2,1,1\n"))
  }
}
