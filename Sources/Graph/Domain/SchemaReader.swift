extension Schema {
  /// Adds the rows of a `schema.csv`; a row with a known name replaces what was said of it.
  ///
  /// Columns: `kind` (label, type, property or value), `name`, and as far as needed `parent, from, to, closed_by, lives_with,
  /// structure, contract, en, nl, plural_en, plural_nl, shape, colour, style`, in any order.
  ///
  /// - Throws: all mistakes of the table together. O(bytes).
  mutating func extend(with bytes: [UInt8], file: String) throws(LoadFailure) {
    if let error = TableFile.problem(of: bytes, in: file) { throw LoadFailure([error]) }
    var errors = LoadErrors()
    var bytes = bytes
    bytes.withUnsafeMutableBufferPointer { buffer in
      var rows = SchemaRows(buffer, file: file)
      while rows.next(&errors) {
        do throws(LoadError) {
          try add(rows.row)
        } catch {
          errors.add(error)
        }
      }
    }
    checkNames(file, &errors)
    try errors.throwIfAny()
  }

  private mutating func add(_ row: SchemaRow) throws(LoadError) {
    guard !row[.name].isEmpty else { throw row.error(.name, "the row has no name") }
    switch row[.kind] {
    case "label": add(row.label)
    case "type": add(try row.type())
    case "property": add(try row.property())
    case "value":
      guard !row[.parent].isEmpty else { throw row.error(.parent, "the value belongs to no enumeration") }
      add(SchemaEnumeration.Word(name: row[.name], words: row.words), to: row[.parent])
    default:
      let kinds = ["label", "type", "property", "value"]
      throw row.error(
        .kind, "'\(row[.kind])' is no kind of row",
        hint: NearestName.hint(for: row[.kind], in: kinds) ?? "the kinds are \(kinds.joined(separator: ", "))")
    }
  }

  /// Checks that the names one row uses of another exist.
  private func checkNames(_ file: String, _ errors: inout LoadErrors) {
    for label in labels {
      for parent in label.parents { require(parent, labelPlaces, "label", of: label.name, file, &errors) }
      for type in label.livesWith + label.contract {
        require(type, typePlaces, "relationship type", of: label.name, file, &errors)
      }
    }
    for type in types {
      for label in type.from + type.to { require(label, labelPlaces, "label", of: type.name, file, &errors) }
    }
    for property in properties {
      for label in property.labels { require(label, labelPlaces, "label", of: property.name, file, &errors) }
      if case .enumeration(let name) = property.type {
        require(name, enumerationPlaces, "enumeration or type of value", of: property.name, file, &errors)
      }
    }
  }

  private func require(
    _ name: String, _ known: [String: Int], _ what: String, of user: String, _ file: String, _ errors: inout LoadErrors
  ) {
    guard known[name] == nil else { return }
    let hint = NearestName.hint(for: name, in: known.keys.sorted())
    errors.add(LoadError(file: file, text: name, message: "'\(user)' names the unknown \(what) '\(name)'", hint: hint))
  }
}
