import Testing

@testable import Graph

@Suite("Markdown")
struct MarkdownFormatTests {
  @Test("headline, headings, tables, notes and view")
  func phrase() throws {
    let text = try OutputFixture.text(.markdown, [OutputFixture.phrase]) { $0.viewLine = "as of 2026-11-21" }
    #expect(
      text == """
        **1 forum links them**

        ### Forums

        | forum | level | times |
        | --- | --- | ---: |
        | REA "noord" | board level | 2.5 |

        (1 row)

        ### Unknown at this date

        | forum |
        | --- |

        (0 rows)

        - no seat recorded in 2 forums

        *as of 2026-11-21*

        """)
  }

  static let texts: [(String, String)] = [
    ("a|b", "a\\|b"),
    ("a\nb", "a<br>b"),
    ("<script>", "&lt;script&gt;"),
    ("*a* `b` [c](d)", "\\*a\\* \\`b\\` \\[c\\](d)"),
    ("sub_regional _x_", "sub_regional \\_x_"),
    ("R&D \\", "R&amp;D \\\\"),
  ]

  @Test("signs with a meaning are escaped", arguments: texts)
  func escaping(_ text: String, _ expected: String) throws {
    #expect(MarkdownFormat.escaped(text) == expected)
  }
}
