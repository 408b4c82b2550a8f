/// A form in which an answer can be written.
public enum OutputFormat: String, Sendable, CaseIterable {
  case table, csv, excel, json, markdown, dot, svg, png, pdf, html

  /// The format that a file name asks for by its extension, nil when the extension is none of ours.
  ///
  /// `.txt` is a table and `.md` markdown; `excel` has no extension of its own, because its files are called `.csv` too.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt": self = .table
    case "csv": self = .csv
    case "json": self = .json
    case "md", "markdown": self = .markdown
    case "dot", "gv": self = .dot
    case "svg": self = .svg
    case "png": self = .png
    case "pdf": self = .pdf
    case "html", "htm": self = .html
    default: return nil
    }
  }

  /// Made by Graphviz out of DOT.
  public var needsGraphviz: Bool { [.svg, .png, .pdf].contains(self) }

  /// Bytes that a terminal should not be sent.
  public var isBinary: Bool { [.png, .pdf].contains(self) }
}
