/// The phrase files that are part of the program, by name.
///
/// A test compares this list with the folder `Library`.
enum EmbeddedPhrases {
  static var sources: [PhraseSource] {
    files.map { PhraseSource(name: $0.name, path: "\($0.name).gql", bytes: $0.bytes, isBuiltIn: true) }
  }

  private static var files: [(name: String, bytes: [UInt8])] {
    [
      ("common_forums", PackageResources.common_forums_gql),
      ("deciders", PackageResources.deciders_gql),
      ("duty_seats", PackageResources.duty_seats_gql),
      ("duty_status", PackageResources.duty_status_gql),
      ("duty_status_in", PackageResources.duty_status_in_gql),
      ("gaps", PackageResources.gaps_gql),
      ("link", PackageResources.link_gql),
      ("members", PackageResources.members_gql),
      ("overlap", PackageResources.overlap_gql),
      ("overlap_pairs", PackageResources.overlap_pairs_gql),
      ("participants", PackageResources.participants_gql),
      ("profile", PackageResources.profile_gql),
      ("region_seats", PackageResources.region_seats_gql),
      ("route", PackageResources.route_gql),
      ("seats-of", PackageResources.seats_of_gql),
      ("seats", PackageResources.seats_gql),
    ]
  }
}
