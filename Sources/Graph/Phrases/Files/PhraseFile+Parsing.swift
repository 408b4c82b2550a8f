extension PhraseFile {
  /// What a file is for; it decides what its header must have.
  enum Purpose: Sendable {
    /// A phrase or a procedure of its own.
    case standalone
    /// One of the queries that a folder's name stands for.
    case memberOfFolder
  }

  /// Reads the headers of a file and finds its queries; the queries themselves are not read. O(length).
  ///
  /// - Throws: `PhraseFileError` for an unknown key, a wrong value, a missing query or missing sentence.
  static func parse(
    _ source: SourceText, name: String, purpose: Purpose = .standalone
  ) throws(PhraseFileError) -> PhraseFile {
    var file = PhraseFile(name: name, source: source)
    var place = 0
    while place < source.bytes.count {
      let header = PhraseHeader(in: source, from: place)
      let end = StatementEnd.place(in: source.bytes, from: header.end)
      try file.addSection(header, end: end)
      place = end + 1
    }
    try file.check(purpose)
    return file
  }

  private mutating func addSection(_ header: PhraseHeader, end: Int) throws(PhraseFileError) {
    let start = PhraseHeader.firstVisible(in: source.bytes, header.end..<end)
    guard start < end else {
      guard let line = header.blocks.first?.first else { return }
      throw PhraseFileError("no query follows this header", in: source, at: line.keySpan)
    }
    var table = PhraseTable(query: SourceSpan(start, end))
    let isFirst = tables.isEmpty
    for (number, block) in header.blocks.enumerated() {
      try apply(block, to: &table, opensFile: isFirst && number == 0)
    }
    if table.title.isEmpty, isFirst { table.title = title }
    tables.append(table)
  }

  private mutating func apply(
    _ block: [PhraseHeaderLine], to table: inout PhraseTable, opensFile: Bool
  ) throws(PhraseFileError) {
    var seen: [HeaderKey] = []
    for line in block {
      let key = try HeaderKey.read(line, in: source)
      if !key.isRepeatable, seen.contains(key) {
        throw PhraseFileError("'\(line.key)' stands twice", in: source, at: line.keySpan)
      }
      seen.append(key)
      if key.opensFile, !opensFile {
        throw PhraseFileError(
          "'\(line.key)' belongs at the top of the file", in: source, at: line.keySpan,
          hint: "the first lines are about the file, those after a blank line or a ';' about one table")
      }
      try opensFile ? applyToFile(key, line, &table) : applyToTable(key, line, &table)
    }
  }

  private mutating func applyToFile(
    _ key: HeaderKey, _ line: PhraseHeaderLine, _ table: inout PhraseTable
  ) throws(PhraseFileError) {
    let reader = HeaderValue(line: line, source: source)
    switch key {
    case .title: title.english = try reader.text()
    case .titel: title.dutch = try reader.text()
    case .phrase: spoken.append((try PhraseTemplate.parse(line.value, in: source), .english))
    case .zin: spoken.append((try PhraseTemplate.parse(line.value, in: source), .dutch))
    case .example: examples.append((try reader.text(), .english))
    case .voorbeeld: examples.append((try reader.text(), .dutch))
    case .headline: headlineLines = try reader.query()
    case .draw: (drawing, drawingLines) = try reader.drawing()
    case .procedure: procedure = try reader.procedure()
    case .prefer: try addPreference(reader)
    case .at: looksAtAnyDay = try reader.anyDay()
    case .columns, .kolommen, .show, .layout: try applyToTable(key, line, &table)
    }
  }

  private mutating func addPreference(_ reader: HeaderValue) throws(PhraseFileError) {
    let (slot, types) = try reader.preference()
    guard spoken.contains(where: { $0.template.slots.contains { $0.name == slot } }) else {
      throw PhraseFileError(
        "no sentence above has the slot '\(slot)'", in: source, at: reader.line.value,
        hint: "write 'prefer' below the sentences")
    }
    preferences[slot] = types
  }

  private func applyToTable(
    _ key: HeaderKey, _ line: PhraseHeaderLine, _ table: inout PhraseTable
  ) throws(PhraseFileError) {
    let reader = HeaderValue(line: line, source: source)
    switch key {
    case .title: table.title.english = try reader.text()
    case .titel: table.title.dutch = try reader.text()
    case .columns: table.englishColumns = try reader.list()
    case .kolommen: table.dutchColumns = try reader.list()
    case .show: table.condition = try reader.condition(tables: tables.count)
    case .layout: table.layout = try reader.layout()
    case .phrase, .zin, .example, .voorbeeld, .headline, .draw, .procedure, .prefer, .at: break
    }
  }
}

// MARK: - The file as a whole

extension PhraseFile {
  private func check(_ purpose: Purpose) throws(PhraseFileError) {
    let whole = SourceSpan(0, 0)
    if tables.isEmpty { throw PhraseFileError("this file has no query", in: source, at: whole) }
    if purpose == .standalone, spoken.isEmpty, procedure == nil {
      throw PhraseFileError(
        "this file does not say how it is spoken", in: source, at: whole,
        hint: "begin it with '// phrase: ...' or '// procedure: name(parameters)'")
    }
    if procedure != nil, tables.count > 1 {
      throw PhraseFileError("a procedure has one query", in: source, at: tables[1].query)
    }
    try checkSlots()
  }

  /// A slot of one name holds the same in every sentence, because one query reads it.
  private func checkSlots() throws(PhraseFileError) {
    var kinds: [PhraseTemplate.Slot] = []
    for slot in spoken.flatMap({ $0.template.slots }) {
      if let other = kinds.first(where: { $0.name == slot.name }), other != slot {
        throw PhraseFileError(
          "the slot '\(slot.name)' holds different things in different sentences", in: source, at: SourceSpan(0, 0))
      }
      kinds.append(slot)
    }
  }
}
