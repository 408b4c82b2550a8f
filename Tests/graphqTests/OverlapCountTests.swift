import Foundation
import Testing

/// The overlap of two divisions, counted from the tables of `data/nederland` without the program.
private struct TableCount {
  private var regions: [String: [String: Set<String>]] = [:]

  init(on day: String, _ divisions: [String]) throws {
    for division in divisions {
      let text = try String(
        contentsOfFile: ToolRun.data + "/nederland/in_region_\(division).csv", encoding: .utf8)
      let lines = text.split(separator: "\n")
      let columns = lines[0].split(separator: ",", omittingEmptySubsequences: false)
      let from = try #require(columns.firstIndex(of: "valid_from:date"))
      let until = try #require(columns.firstIndex(of: "valid_until:date"))
      for line in lines.dropFirst() {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard cells[from] <= day, cells[until].isEmpty || day < cells[until] else { continue }
        regions[division, default: [:]][cells[1], default: []].insert(cells[0])
      }
    }
  }

  /// How many pairs of regions that share a municipality relate in each way.
  func classes(_ one: String, _ other: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for (_, first) in regions[one] ?? [:] {
      for (_, second) in regions[other] ?? [:] where !first.isDisjoint(with: second) {
        let name =
          first == second
          ? "equal" : first.isSubset(of: second) ? "inside" : second.isSubset(of: first) ? "contains" : "crosses"
        counts[name, default: 0] += 1
      }
    }
    return counts
  }
}

@Suite("Overlap, against an independent count")
struct OverlapCountTests {
  @Test("RMC regions with job-market regions in 2026: 63 pairs")
  func jobMarket() throws {
    let counted = try TableCount(on: "2026-11-21", ["rmc", "jobmarket"]).classes("rmc", "jobmarket")
    #expect(counted == ["equal": 7, "inside": 14, "contains": 12, "crosses": 30])
  }

  @Test(
    "the program counts the same",
    arguments: [("RMC", "JobMarket"), ("JobMarket", "RMC"), ("RMC", "Youth"), ("GGD", "Safety")],
    ["2016-06-01", "2021-06-01", "2026-11-21"])
  func program(pair: (String, String), day: String) throws {
    let files = [pair.0.lowercased(), pair.1.lowercased()]
    let counted = try TableCount(on: day, files).classes(files[0], files[1])
    let run = ToolRun(
      ["overlap", pair.0, "with", pair.1, "--at", day, "-f", "csv"], folders: ["nederland"])
    #expect(run.code == 0)
    for (name, count) in counted { #expect(run.output.contains("\n\(name),\(count),"), "\(name) on \(day)") }
  }
}
