/// A query that others call by name: one file, or all files of a folder.
public struct NamedProcedure: Sendable {
  /// The name after `CALL`.
  public let name: String
  /// Its parameters, which the body reads as `$name`.
  public let parameters: [String]
  /// The columns its header promises; empty when it names none.
  public let columns: [String]
  /// The queries it stands for, in order, joined by UNION ALL when there are several; spans are places in their files.
  public let bodies: [SourceText]

  init(_ signature: ProcedureSignature, members: [PhraseFile]) {
    name = signature.name
    parameters = signature.parameters
    columns = signature.columns
    bodies = members.flatMap { file in file.tables.map { file.query(of: $0) } }
  }
}

/// A folder whose name stands for the UNION ALL of its queries; its files are read when it is called.
public struct ProcedureFolder: Sendable {
  /// The name after `CALL`.
  public let name: String
  private let read: @Sendable () -> [PhraseSource]

  /// Describes a folder.
  ///
  /// - Parameters:
  ///   - name: the name after `CALL`.
  ///   - read: gives its files in order.
  public init(name: String, read: @escaping @Sendable () -> [PhraseSource]) {
    self.name = name
    self.read = read
  }

  func sources() -> [PhraseSource] { read() }
}
