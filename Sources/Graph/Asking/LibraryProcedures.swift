internal import Synchronization

/// The named queries of a phrase library, each read and parsed once, for the binder.
final class LibraryProcedures: ProcedureSource {
  let library: PhraseLibrary
  private let known: Mutex<[String: Procedure]> = Mutex([:])

  init(library: PhraseLibrary) { self.library = library }

  var procedureNames: [String] { library.procedureNames }

  func procedure(named name: String) throws(QueryError) -> Procedure? {
    if let procedure = known.withLock({ $0[name] }) { return procedure }
    let procedure = try read(name)
    known.withLock { $0[name] = procedure }
    return procedure
  }

  private func read(_ name: String) throws(QueryError) -> Procedure? {
    let named: NamedProcedure?
    do throws(PhraseFileError) {
      named = try library.procedure(named: name)
    } catch {
      throw QueryError(
        .compileTime, .procedure, "InvalidProcedure", "the named query '\(name)' cannot be read: \(error.message)")
    }
    guard let named else { return nil }
    var bodies: [ProcedureBody] = []
    for body in named.bodies {
      do throws(QueryError) {
        bodies.append(ProcedureBody(source: body, query: try Parser.parse(body).query))
      } catch {
        let place = error.span.map { body.location(of: $0.lowerBound) }
        let location = place.map { "\(body.name):\($0.line):\($0.column)" } ?? body.name
        throw QueryError(error.phase, error.kind, error.detail, "in \(location): \(error.message)", hint: error.hint)
      }
    }
    return Procedure(name: named.name, parameters: named.parameters, bodies: bodies)
  }
}
