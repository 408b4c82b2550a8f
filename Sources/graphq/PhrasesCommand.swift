import Graph

/// `graphq phrases`: the sentences that are understood, in both languages or in the one asked for.
struct PhrasesCommand {
  let tool: Tool
  let invocation: Invocation

  func run() throws(UsageError) -> Int32 {
    guard let landscape = tool.landscape(invocation) else { return Tool.Exit.failed }
    let spoken = tool.library(beside: landscape).all().phrases.filter { !$0.sentences.isEmpty }
    let words = landscape.schema.labelWords
    return tool.write(spoken.map { entry($0, words) }.joined(separator: "\n") + "\n" + closing)
  }

  private var languages: [Language] { invocation.language.map { [$0] } ?? [.english, .dutch] }

  private func entry(_ phrase: PhraseFile, _ words: LabelWords) -> String {
    let titles = languages.compactMap { phrase.title[$0] }
    let lines = languages.flatMap { language in
      phrase.displayedSentences(in: language, words: words)
        + phrase.examples.filter { $0.language == language }.map { "  \(exampleWord(language)): graphq \($0.text)" }
    }
    return "\(phrase.name): \(titles.joined(separator: " / "))\n" + lines.map { "  \($0)\n" }.joined()
  }

  private func exampleWord(_ language: Language) -> String { language == .dutch ? "voorbeeld" : "example" }

  private var closing: String {
    languages.map { language in
      switch language {
      case .english:
        """
        Every sentence may end in 'at 2017-01-01', 'at any', 'without NAME'. A name of several words goes in quotation
        marks. 'graphq show NAME' prints the queries behind a sentence.

        """
      case .dutch:
        """
        Elke zin mag eindigen op 'op 2017-01-01', 'op altijd', 'zonder NAAM'. Een naam van meer woorden staat tussen
        aanhalingstekens. 'graphq show NAAM' drukt de query's achter een zin af.

        """
      }
    }.joined(separator: "\n")
  }
}
