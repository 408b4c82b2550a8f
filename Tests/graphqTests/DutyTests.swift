import Testing

@testable import graphq

/// How the checks of the norms become a status.
@Suite("Norms")
struct DutyTests {
  /// The status of one norm, as the answer to a query.
  private func status(_ code: String, at day: String, _ options: [String] = []) -> String {
    ToolRun(
      [
        "--at", day, "-f", "csv",
        "CALL duty_status() YIELD duty, duty_status WITH duty, duty_status WHERE duty.code = '\(code)' RETURN DISTINCT duty_status",
      ] + options, folders: ["duties", "groningen", "rijnmond", "utrecht-west"]
    ).output
  }

  @Test("each of the 36 norms has a check, and each check answers")
  func all() {
    let run = ToolRun(
      ["--at", "2019-01-01", "-f", "csv", "CALL duties() YIELD duty RETURN count(DISTINCT duty) AS norms"],
      folders: ["duties", "groningen", "rijnmond", "utrecht-west"])
    #expect(run.output == "norms\r\n36\r\n" || run.output == "norms\n36\n")
    #expect(run.errors.isEmpty)
  }

  @Test("that nobody is obliged keeps an absence from being a gap")
  func exempt() throws {
    let scenario = try TemporaryData([
      "parties.csv": "id:ID,:LABEL,name\norg-care,Organization;Party,Care\norg-work,Organization;Party,Work\n",
      "absences.csv": """
      :START_ID,:END_ID,:TYPE,certainty,source
      org-care,domain-zorg,SPEAKS_FOR,stated,source-000
      org-work,domain-arbeid,SPEAKS_FOR,stated,source-000
      org-care,forum-regionaal-bestuurlijk-overleg-vsv,NOT_INVOLVED_IN,stated,source-000
      org-work,forum-regionaal-bestuurlijk-overleg-vsv,NOT_INVOLVED_IN,stated,source-000

      """,
    ])
    #expect(status("D06", at: "2019-06-01").contains("not_recorded"))
    #expect(status("D06", at: "2019-06-01", ["--with", scenario.path]).contains("not_applicable"))
    #expect(status("D06", at: "2019-06-01", ["--with", scenario.path, "--without", "duty-d07"]).contains("gap"))
  }

  @Test(
    "a stated absence is a gap, a seat by invitation is not",
    arguments: [("D36", "gap"), ("D08", "partly"), ("D07", "not_applicable")])
  func statuses(code: String, expected: String) {
    #expect(status(code, at: "2018-06-25").split(whereSeparator: \.isNewline).last.map(String.init) == expected)
  }

  @Test(
    "a norm on frequency looks at the day that is asked for",
    arguments: [("2016-06-01", "fulfilled"), ("2020-06-01", "not_recorded")])
  func frequency(day: String, expected: String) {
    let run = ToolRun(
      [
        "--at", day, "-f", "csv",
        "CALL duty_status() YIELD duty, subject, duty_status WITH duty, subject, duty_status WHERE duty.code = 'D03' AND subject.id = 'forum-oogo-ondersteuningsplan-groningen' RETURN duty_status",
      ], folders: ["duties", "groningen", "rijnmond", "utrecht-west"])
    #expect(run.output.split(whereSeparator: \.isNewline).last.map(String.init) == expected)
  }
}
