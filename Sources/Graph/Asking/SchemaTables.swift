/// The vocabulary as the plain tables that the other rooms take.
extension Schema {
  /// The names, for the binder's warnings and suggestions.
  var vocabulary: Vocabulary {
    var parents: [String: [String]] = [:]
    for label in labels { parents[label.name] = label.parents }
    var vocabulary = Vocabulary(
      labels: labels.map(\.name), types: types.map { Vocabulary.Joint(from: $0.from, type: $0.name, to: $0.to) },
      properties: properties.map(\.name), parents: parents)
    vocabulary.labelMeant = { label(called: $0)?.name }
    vocabulary.values = { enumeration(ofProperty: $0)?.values.map(Vocabulary.FixedValue.init) }
    return vocabulary
  }

  /// The first label that a word in small letters stands for, in either language.
  private func label(called word: String) -> SchemaLabel? {
    labels.first { label in
      [Language.english, .dutch].contains { label.words.word(in: $0).lowercased() == word }
    }
  }

  /// The words that qualify a name in a sentence.
  public var labelWords: LabelWords {
    LabelWords(
      labels.map { label in
        LabelWords.Entry(
          label: label.name, english: label.words.word(in: .english), dutch: label.words.word(in: .dutch),
          parents: label.parents)
      },
      extra: [("SWV", "Partnership"), ("gem", "Municipality"), ("prov", "Province")])
  }

  /// The words for the values of enumerations in a language, by property.
  ///
  /// - Parameters:
  ///   - language: the language.
  ///   - saysYes: truth values are yes and no.
  public func displayWords(in language: Language, saysYes: Bool = false) -> ValueWords {
    var byProperty: [String: SchemaEnumeration] = [:]
    for property in properties { byProperty[property.name] = enumeration(ofProperty: property.name) }
    for enumeration in enumerations where byProperty[enumeration.name] == nil {
      byProperty[enumeration.name] = enumeration
    }
    let properties = Dictionary(properties.map { ($0.name, $0.words.word(in: language)) }) { first, _ in first }
    let types = Dictionary(types.map { ($0.name, $0.words.plural(in: language)) }) { first, _ in first }
    return ValueWords { [byProperty, enumerations] column, value in
      if saysYes, value == "true" || value == "false" {
        return value == "true" ? language.choose("yes", "ja") : language.choose("no", "nee")
      }
      // The columns of statements: what they are about, and what they say of it.
      if column == "property" { return properties[value].flatMap { $0.isEmpty ? nil : $0 } }
      if column.hasPrefix("text_value") {
        return enumerations.lazy.compactMap { $0.words(for: value) }.first?.word(in: language)
      }
      if column == "list" { return types[value] }
      // A query may call a seat `seat_a`, or read it as `m.seat`.
      let name = column.split(separator: ".").last.map(String.init) ?? column
      let enumeration = byProperty[name] ?? name.split(separator: "_").first.flatMap { byProperty[String($0)] }
      return enumeration?.words(for: value)?.word(in: language)
    }
  }

  /// Shapes, colours and words for drawings.
  public func drawingStyle(in language: Language) -> GraphStyle {
    var style = GraphStyle()
    for label in labels {
      style.labels[label.name] = GraphStyle.LabelStyle(
        shape: label.drawing.shape.isEmpty ? "box" : label.drawing.shape,
        fill: label.drawing.colour.isEmpty ? "#FFFFFF" : label.drawing.colour,
        style: label.drawing.style.isEmpty ? "filled" : label.drawing.style, word: label.words.word(in: language),
        parents: ancestry(of: label.name).filter { $0 != label.name },
        contraction: label.contract.count == 2
          ? GraphStyle.Contraction(incoming: label.contract[0], outgoing: label.contract[1]) : nil)
    }
    for type in types {
      style.types[type.name] = GraphStyle.TypeStyle(
        word: type.words.word(in: language), line: type.drawing.style.isEmpty ? "solid" : type.drawing.style)
    }
    return style
  }
}

extension Vocabulary.FixedValue {
  fileprivate init(_ value: SchemaEnumeration.Word) {
    self.init(name: value.name, words: [value.words.english, value.words.dutch])
  }
}
