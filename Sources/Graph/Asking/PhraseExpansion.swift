/// Writes the queries of a phrase as other engines can run them: without calls of named queries, in the clauses that most
/// engines for openCypher have.
public struct PhraseExpansion {
  private let expansion: QueryExpansion
  private let schema: Schema

  /// Prepares to write.
  ///
  /// - Parameters:
  ///   - library: the phrases, for the named queries that are called.
  ///   - schema: what the data can say, for the ranks of values.
  public init(library: PhraseLibrary, schema: Schema) {
    expansion = QueryExpansion(procedures: LibraryProcedures(library: library))
    self.schema = schema
  }

  /// The queries of a phrase, each after its title: the headline, then the tables.
  ///
  /// - Throws: `AskError` when a query cannot be read.
  public func text(of phrase: PhraseFile) throws(AskError) -> String {
    var parts: [String] = []
    if let headline = phrase.headline {
      let text = try withTables(try text(of: headline), of: phrase)
      let read = phrase.tables.indices.map { "$table_\($0 + 1)" }.filter { text.contains($0) }
      let notes = read.map { "// \($0): the rows of that table below, each a map of its columns\n" }
      parts.append("// headline\n" + notes.joined() + text)
    }
    for table in phrase.tables {
      let title = table.title.english.map { "// \($0)\n" } ?? ""
      parts.append(title + (try text(of: phrase.query(of: table))))
    }
    return parts.joined(separator: "\n;\n\n") + "\n"
  }

  /// A headline that reads the rows of tables (`UNWIND $table_1 AS row`) with the queries of those tables in their place.
  private func withTables(_ headline: String, of phrase: PhraseFile) throws(AskError) -> String {
    var text = headline
    for (place, table) in phrase.tables.enumerated() {
      let start = "UNWIND $table_\(place + 1) AS "
      guard let found = text.firstRange(of: start) else { continue }
      let variable = text[found.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      let query = phrase.query(of: table)
      let columns = try columns(of: query).map { "\($0): \($0)" }.joined(separator: ", ")
      let read = "CALL {\n\(try self.text(of: query))\n}\nWITH {\(columns)} AS \(variable)"
      text.replaceSubrange(found.lowerBound..<variable.endIndex, with: read)
    }
    return text
  }

  /// The names that a query gives its columns.
  private func columns(of source: SourceText) throws(AskError) -> [String] {
    do throws(QueryError) {
      guard case .returning(let projection)? = try Parser.parse(source).query.first.clauses.last else { return [] }
      return projection.items.compactMap { item in
        if case .variable(let name) = item.expression.kind, item.alias == nil { name } else { item.alias?.text }
      }
    } catch {
      throw .query(error, source)
    }
  }

  /// The queries that a sentence stands for, after a comment with the parameters it gives them, in JSON.
  ///
  /// - Throws: `AskError` when the sentence is not understood, or a query cannot be read.
  public func text(of words: [String], _ asker: Asker) throws(AskError) -> String {
    let matched: MatchedSentence
    do throws(SentenceError) {
      matched = try SentenceMatcher(library: asker.library, names: asker.names).match(try Sentence(arguments: words))
    } catch {
      throw .sentence(error)
    }
    let parameters = matched.parameters + [("language", .string(matched.language.rawValue))]
    let values = ValueMap(parameters.map { (key: $0.name, value: $0.value) })
    return "// parameters " + Value.map(values).json(in: asker.landscape.graph) + "\n" + (try text(of: matched.phrase))
  }

  /// One query.
  ///
  /// - Throws: `AskError` when it cannot be read.
  func text(of source: SourceText) throws(AskError) -> String {
    var portable = PortableQuery { property in
      property.flatMap { schema.ranks(ofProperty: $0) } ?? schema.ranks
    }
    do throws(QueryError) {
      return try portable.written(try expansion.expanded(source))
    } catch {
      throw .query(error, source)
    }
  }
}
