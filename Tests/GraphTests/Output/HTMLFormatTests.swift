import Testing

@testable import Graph

@Suite("HTML")
struct HTMLFormatTests {
  @Test("headline, view, tables with heads, notes")
  func page() throws {
    let text = try OutputFixture.text(.html, [OutputFixture.phrase]) { $0.viewLine = "as of 2026-11-21" }
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(text.contains("<h1>1 forum links them</h1>\n<p class=\"view\">as of 2026-11-21</p>"))
    #expect(text.contains("<th scope=\"col\"><span>level</span></th>") && text.contains("<td>board level</td>"))
    #expect(text.contains("<td class=\"number\">2.5</td>") && text.contains("<li>no seat recorded in 2 forums</li>"))
  }

  @Test("the page needs nothing from elsewhere")
  func selfContained() throws {
    let text = try OutputFixture.text(.html, [OutputFixture.phrase])
    #expect(!text.contains("src=") && !text.contains("<link") && !text.contains("://"))
  }

  static let hostile = [
    "<script>alert(1)</script>", "</td></table>", "\"><img onerror=x>", "'; --", "&lt;b&gt;", "a\nb",
    String(repeating: "x", count: 500),
  ]

  @Test("no text has a meaning to HTML", arguments: hostile)
  func escaping(_ text: String) throws {
    let answer = Answer(
      headline: text, tables: [ResultTable(title: text, columns: [text], rows: [[.string(text)]])], notes: [text])
    let page = try OutputFixture.text(.html, [answer])
    #expect(page.split(separator: "<script").count == 2 && !page.contains("<img"))
    #expect(page.split(separator: "</table>").count == 2)
  }
}
