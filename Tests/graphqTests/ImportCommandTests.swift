import Foundation
import Testing

@testable import graphq

@Suite("graphq import from the command line")
struct ImportCommandTests {
  /// Two municipalities as Statistics Netherlands gives them to download: "Gebieden in Nederland 2027", semicolons, a byte
  /// order mark, all texts quoted and filled up with blanks, line ends of Windows, a source line below.
  private static let download = [
    "\u{FEFF}\"Regio's\";\"Codes en namen van gemeenten/Code (code)\";\"Codes en namen van gemeenten/Naam (naam)\";"
      + "\"Codes en namen van gemeenten/Sortering naam (sortering naam)\";"
      + "\"Lokaliseringen van gemeenten/Arbeidsmarktregio’s/Code (code)\";"
      + "\"Lokaliseringen van gemeenten/Arbeidsmarktregio’s/Naam (naam)\";"
      + "\"Lokaliseringen van gemeenten/Arrondissementen (rechtsgebieden)/Code (code)\";"
      + "\"Lokaliseringen van gemeenten/Arrondissementen (rechtsgebieden)/Naam (naam)\";"
      + "\"Lokaliseringen van gemeenten/Jeugdzorgregio’s/Code (code)\";"
      + "\"Lokaliseringen van gemeenten/Jeugdzorgregio’s/Naam (naam)\";"
      + "\"Lokaliseringen van gemeenten/Landsdelen/Code (code)\";"
      + "\"Grootte en stedelijkheid van gemeenten/Gemeentegrootte/Code (code)\"",
    "\"'s-Hertogenbosch\";\"GM0796    \";\"'s-Hertogenbosch        \";\"Hertogenbosch ('s)\";\"AM27      \";"
      + "\"Noordoost-Brabant    \";\"AR03      \";\"Oost-Brabant   \";\"JZ35\";\"Noordoost-Brabant\";\"LD04\";\"7\"",
    "\"Nuenen, Gerwen en Nederwetten\";\"GM0820    \";\"Nuenen, Gerwen en Nederwetten  \";\"Nuenen\";\"AM28      \";"
      + "\"Helmond-De Peel    \";\"AR03      \";\"Oost-Brabant   \";\"JZ37\";\"Zuidoost-Brabant; Eindhoven\";\"LD04\";\"4\"",
    "\"Bron: CBS\";;;;;;;;;;;",
  ].joined(separator: "\r\n")

  private static let divisions = """
    id:ID,:LABEL,code,name,aliases:string[],complete:boolean
    division-jobmarket,Division,JobMarket,arbeidsmarktregio's,arbeidsmarkt;arbeidsmarktregio,true
    division-youth,Division,Youth,jeugdregio's,jeugd;jeugdregio;jeugdhulpregio;jeugdzorgregio,true
    division-court,Division,Court,arrondissementen,Court;arrondissement,true

    """

  private func folder(_ files: [String: String] = [:]) throws -> TemporaryData {
    try TemporaryData(files.merging(["divisions.csv": Self.divisions]) { first, _ in first })
  }

  private func run(_ arguments: [String], _ folder: TemporaryData) -> ToolRun {
    ToolRun(["import", "regions", folder.path + "/gebieden.txt", "-o", folder.path] + arguments, folders: [])
  }

  private func names(in folder: TemporaryData) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func text(_ name: String, in folder: TemporaryData) -> String {
    (try? String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)) ?? ""
  }

  private static let said = """
    JobMarket: 2027-01-01; 0 begin, 0 end, 2 hold at the end
    Youth: 2027-01-01; 0 begin, 0 end, 2 hold at the end
    Court: 2027-01-01; 0 begin, 0 end, 2 hold at the end
    municipality GM0796 's-Hertogenbosch is new
    municipality GM0820 Nuenen, Gerwen en Nederwetten is new
    columns without a meaning: Regio's, Codes en namen van gemeenten/Sortering naam (sortering naam), \
    Lokaliseringen van gemeenten/Landsdelen/Code (code), \
    Grootte en stedelijkheid van gemeenten/Gemeentegrootte/Code (code)
    source source-cbs-2027 is new: complete its title, publisher and licence

    """

  @Test("a download of Statistics Netherlands becomes files; a dry run only says which")
  func download() throws {
    let folder = try folder(["gebieden.txt": Self.download])
    let before = try names(in: folder)
    let dry = run(["--year", "2027", "--source", "CBS", "--dry-run"], folder)
    #expect(dry.code == 0)
    #expect(dry.errors == "")
    #expect(dry.output.hasPrefix(Self.said))
    #expect(try names(in: folder) == before)
    let wet = run(["--year", "2027", "--source", "CBS"], folder)
    #expect(wet.code == 0)
    #expect(wet.output == dry.output)
    #expect(
      try names(in: folder)
        == (before + [
          "in_region_court.csv", "in_region_jobmarket.csv", "in_region_youth.csv", "municipalities.csv",
          "of_division.csv", "regions_court.csv", "regions_jobmarket.csv", "regions_youth.csv", "sources.csv",
        ]).sorted())
    #expect(text("regions_youth.csv", in: folder).contains("JZ37,YouthRegion;Region,JZ37,Zuidoost-Brabant; Eindhoven"))
    #expect(text("municipalities.csv", in: folder).contains("GM0820,Municipality;Party,GM0820,\"Nuenen, Gerwen"))
    let check = ToolRun(["check"], folders: [folder.path])
    #expect(check.code == 0)
    let asked = ToolRun(
      [
        "--at", "2027-06-01", "MATCH (m {code: 'GM0796'})-[:IN_REGION]->(r) RETURN r.code ORDER BY r.code", "-f", "csv",
      ],
      folders: [folder.path])
    #expect(asked.output == "r.code\nAM27\nAR03\nJZ35\n")
    let again = run(["--year", "2027", "--source", "CBS"], folder)
    #expect(again.output.hasSuffix("no file changes\n"))
  }

  @Test("what is wrong is said with file, line and column, and nothing is written")
  func mistakes() throws {
    let table =
      "Jaar;Gemeentecode;Gemeente;Arbeidsmarktregio code\r\n2027;GM0796;'s-Hertogenbosch;AM27\r\n"
      + "27;GM0820;Nuenen;AM28\r\n2027;Nuenen;Nuenen;AM28\r\n"
    let folder = try folder(["gebieden.txt": table])
    let before = try names(in: folder)
    let run = run([], folder)
    #expect(run.code == 1)
    #expect(run.output == "")
    #expect(
      run.errors == """
        error: '27' is no year
          \(folder.path)/gebieden.txt:3:1
        hint: write it as 2027
        error: 'Nuenen' is no code of a municipality
          \(folder.path)/gebieden.txt:4:6
        hint: write it as GM0014 or 14

        """)
    #expect(try names(in: folder) == before)
  }

  @Test("a command without a table, a table that is not there, a table that is none")
  func notThere() throws {
    let folder = try folder(["gebieden.txt": "a;b\r\n1;2\r\n"])
    #expect(ToolRun(["import"], folders: []).code == 64)
    #expect(ToolRun(["import", "regions"], folders: []).errors.contains("graphq import regions TABLE.csv -o"))
    let missing = ToolRun(["import", "regions", folder.path + "/none.csv", "-o", folder.path], folders: [])
    #expect(missing.code == 1)
    #expect(missing.errors.contains("none.csv"))
    let other = run(["--year", "2027"], folder)
    #expect(other.code == 1)
    #expect(other.errors.contains("the titles are neither those of a long nor of a wide table of memberships"))
    #expect(other.errors.contains("gebieden.txt:1"))
  }
}
