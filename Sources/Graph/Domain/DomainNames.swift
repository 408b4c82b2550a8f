/// The names of the vocabulary that views and checks must know by themselves.
enum DomainNames {
  static let proposed = "proposed"
  static let disputed = "disputed"
  static let statement = "Statement"
  static let source = "Source"
  static let role = "Role"
  static let municipality = "Municipality"
  static let region = "Region"
  static let inRegion = "IN_REGION"
  static let ofDivision = "OF_DIVISION"
  static let possiblySameAs = "POSSIBLY_SAME_AS"
  static let succeeds = "SUCCEEDS"
  static let aboutNode = "ABOUT_NODE"
  static let statedIn = "STATED_IN"
  static let part = "part"
  static let name = "name"
}
