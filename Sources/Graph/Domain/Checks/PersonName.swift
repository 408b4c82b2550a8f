/// Finds what looks like the name of a person in the name of a function.
///
/// A name is initials before a capitalised word (`A. Achternaam`), a form of address before one (`mw. Achternaam`), or two
/// capitalised words in a row, particles such as `van der` between them, neither of which is known: not as a function, not in
/// the vocabulary, not in the name of anything else in the landscape.
struct PersonName {
  private let knownWords: Set<String>

  private static let particles: Set<String> = [
    "van", "de", "der", "den", "ten", "ter", "te", "het", "'t", "von", "el", "al",
  ]
  private static let address: Set<String> = [
    "dhr", "mevr", "mw", "mevrouw", "meneer", "drs", "mr", "mrs", "ms", "ir", "ing", "dr", "prof",
  ]
  /// The beginnings and ends of words for functions.
  private static let functions = [
    "wethouder", "burgemeester", "secretaris", "directeur", "bestuur", "ambtenaar", "adviseur", "manager", "voorzitter",
    "coordinator", "coördinator", "regisseur", "trekker", "lid", "leden", "medewerker", "consulent", "projectleider",
    "beleid", "portefeuillehouder", "gedeputeerde", "griffier", "raad", "team", "kwartiermaker", "functionaris",
    "hoofd",
    "leider", "leiding", "chair", "director", "alderman", "officer", "adviser", "secretary", "member", "mayor", "head",
    "coordinatoren", "ambtenaren", "vertegenwoordig", "afgevaardigde", "rector", "leerkracht", "docent", "begeleider",
  ]

  init(knownWords: Set<String>) { self.knownWords = knownWords }

  /// The words of a text in lower case, without marks.
  static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter && $0 != "'" }.map { $0.lowercased() }
  }

  func isFound(in text: String) -> Bool {
    let tokens = text.split { $0 == " " || $0 == "(" || $0 == ")" || $0 == "/" || $0 == "," }.map(String.init)
    return tokens.indices.contains { isInitials(tokens, $0) || isAddress(tokens, $0) || isPair(tokens, $0) }
  }

  private func isInitials(_ tokens: [String], _ place: Int) -> Bool {
    let parts = tokens[place].split(separator: ".")
    let isInitials = tokens[place].hasSuffix(".") && parts.allSatisfy { $0.count == 1 && $0.first?.isUppercase == true }
    return isInitials && !parts.isEmpty && next(tokens, after: place).map(isUnknown) ?? false
  }

  private func isAddress(_ tokens: [String], _ place: Int) -> Bool {
    let word = tokens[place].lowercased().filter { $0 != "." }
    return PersonName.address.contains(word) && next(tokens, after: place).map(isUnknown) ?? false
  }

  private func isPair(_ tokens: [String], _ place: Int) -> Bool {
    isUnknown(tokens[place]) && next(tokens, after: place).map(isUnknown) ?? false
  }

  /// The next word that is no particle.
  private func next(_ tokens: [String], after place: Int) -> String? {
    tokens[(place + 1)...].first { !PersonName.particles.contains($0.lowercased()) }
  }

  /// A word written as a name is, an upper-case letter and then lower-case ones, that means nothing else.
  private func isUnknown(_ word: String) -> Bool {
    let letters = word.filter { $0 != "-" && $0 != "'" }
    guard letters.count > 1, letters.first?.isUppercase == true, letters.dropFirst().contains(where: \.isLowercase),
      letters.allSatisfy(\.isLetter)
    else { return false }
    return !PersonName.words(word).contains { part in
      knownWords.contains(part) || PersonName.functions.contains { part.hasPrefix($0) || part.hasSuffix($0) }
    }
  }
}
