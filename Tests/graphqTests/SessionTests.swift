import Graph
import Testing

@testable import graphq

@Suite("A session")
struct SessionTests {
  @Test("a sentence needs no quotation marks, a query none either; :quit ends it")
  func statements() {
    let run = ToolRun(session: [
      ":format csv", "members of Overstaptafel", "MATCH (f:Forum {type: 'LEA'}) RETURN f.name ORDER BY f.name",
      "burden of SWV PO (Groningen)", ":quit", "RETURN 1",
    ])
    #expect(run.output.contains("f.name\n\"LEA (Groningen, ambtelijk)\"\n\"LEA (Groningen, formeel)\"\n"))
    #expect(run.output.contains("OOGO jeugdplannen (Groningen),,,board"))
    #expect(run.errors.contains("there is no forum called 'Overstaptafel'"))
    #expect(!run.output.contains("\n1\n"))
    #expect(run.code == 0)
  }

  @Test("an ambiguous name is answered with a number")
  func choosing() {
    let run = ToolRun(session: ["seats of Groningen", "1"])
    #expect(run.errors.contains("'Groningen' can be 2 things"))
    #expect(run.errors.contains("1. \"Groningen (municipality)\", or GM0014"))
    #expect(run.output.contains("type a number from 1 to 2 to choose one"))
    #expect(run.output.contains("Groningen: seats in 14 recorded forums"))
  }

  @Test("a number chooses only while there is a choice, and only from the list")
  func choosingNothing() {
    let run = ToolRun(session: ["seats of Groningen", "3", "1"])
    #expect(run.errors.contains("no phrase begins with '3'"))
    #expect(run.errors.contains("no phrase begins with '1'"))
  }

  @Test(":at, :without and :only hold until they are changed")
  func views() {
    let run = ToolRun(session: [
      ":at 2017-01-01", "members of AGO", ":without Cluster 1", "members of AGO", ":only stated", ":without", ":at",
      ":only",
    ])
    #expect(run.output.contains("(as of 2017-01-01, format table)\n"))
    #expect(run.output.contains("(as of 2017-01-01, without Cluster 1, format table)\n"))
    #expect(run.output.contains("(as of 2017-01-01, without Cluster 1, only stated, format table)\n"))
    #expect(run.output.contains("(as of today, only stated, format table)\n"))
    #expect(run.output.hasSuffix("(as of today, format table)\ngraphq> \n"))
    #expect(run.output.contains("as of 2017-01-01, without Cluster 1\n"))
    #expect(run.output.split(separator: "graphq> ")[4].contains("Cluster 1") == true)
  }

  @Test("mistakes are reported, change nothing and do not end it")
  func mistakes() {
    let run = ToolRun(session: [
      ":at gisteren", ":frmat csv", ":without Nobody at all", ":only perhaps", ":format word", "MATCH (", "\"",
      "RETURN 7",
    ])
    for message in [
      "'gisteren' is not a date", "there is no command ':frmat'\nhint: did you mean ':format'?",
      "nothing is called 'Nobody at all'", "there is no certainty 'perhaps'", "there is no format 'word'",
      "SyntaxError",
      "a quotation mark is opened and not closed",
    ] { #expect(run.errors.contains(message)) }
    #expect(run.output.contains("7\n(1 row)"))
    #expect(!run.output.contains("format csv"))
  }

  @Test("what is left out must be there: the error names its period and the day to use")
  func outsideView() {
    let run = ToolRun(session: [":without AGO"])
    #expect(run.errors.contains("until 2017-05-11) is not there in this view\nhint: ask with --at 2017-05-10"))
  }

  @Test(":why and :format change what is printed")
  func output() {
    let run = ToolRun(session: [":why", "RETURN 1 AS one", ":format json", "RETURN 1 AS one", ":format", ":why"])
    #expect(run.output.contains("(as of 2026-11-21, format table, with reasons)"))
    #expect(run.output.contains("Why:"))
    #expect(run.output.contains(#"{"columns":["one"],"rows":[[1]]"#))
  }

  @Test("it speaks Dutch")
  func dutch() {
    let run = ToolRun(session: [":lang nl", ":help", "zetels van Groningen", ":onzin"])
    #expect(run.output.contains("(op 2026-11-21, vorm table)"))
    #expect(run.output.contains("Zij gelden tot u ze verandert"))
    #expect(run.output.contains("typ een nummer van 1 tot 2"))
    #expect(run.errors.contains("er is geen opdracht ':onzin'"))
  }

  @Test("Ctrl-C at the prompt says how to leave; the end of the input leaves")
  func interrupted() {
    let run = ToolRun(["--at", "2026-11-21"], typing: [.interrupted, .line("RETURN 1"), .end])
    #expect(run.output.contains("Ctrl-C once more, or :quit, to leave"))
    #expect(run.output.contains("(1 row)"))
    #expect(run.code == 0)
  }

  @Test("every command is in the help, in both languages", arguments: Session.Command.allCases)
  func help(command: Session.Command) {
    #expect(SessionTexts(language: .english).help.contains(":\(command.rawValue)"))
    #expect(SessionTexts(language: .dutch).help.contains(":\(command.rawValue)"))
  }
}
