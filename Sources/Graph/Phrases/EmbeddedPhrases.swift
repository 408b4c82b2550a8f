/// The phrase files that are part of the program, by name.
///
/// A test compares this list with the folder `Library`.
enum EmbeddedPhrases {
  static var sources: [PhraseSource] {
    files.map { PhraseSource(name: $0.name, path: "\($0.name).gql", bytes: $0.bytes, isBuiltIn: true) }
  }

  private static var files: [(name: String, bytes: [UInt8])] {
    [
      ("any_forums", PackageResources.any_forums_gql),
      ("burden-of", PackageResources.burden_of_gql),
      ("chain", PackageResources.chain_gql),
      ("chain_length", PackageResources.chain_length_gql),
      ("changes_needed", PackageResources.changes_needed_gql),
      ("checklist", PackageResources.checklist_gql),
      ("claims_between", PackageResources.claims_between_gql),
      ("common_forums", PackageResources.common_forums_gql),
      ("concerned", PackageResources.concerned_gql),
      ("critical-forums", PackageResources.critical_forums_gql),
      ("deciders", PackageResources.deciders_gql),
      ("disputes_about", PackageResources.disputes_about_gql),
      ("documents_of", PackageResources.documents_of_gql),
      ("domains-of", PackageResources.domains_of_gql),
      ("duties-overview", PackageResources.duties_overview_gql),
      ("duty_status", PackageResources.duty_status_gql),
      ("duty_status_in", PackageResources.duty_status_in_gql),
      ("duty_subjects", PackageResources.duty_subjects_gql),
      ("forum_contents", PackageResources.forum_contents_gql),
      ("forum_pairs", PackageResources.forum_pairs_gql),
      ("forum_seats", PackageResources.forum_seats_gql),
      ("gaps-of", PackageResources.gaps_of_gql),
      ("gaps", PackageResources.gaps_gql),
      ("link", PackageResources.link_gql),
      ("links-among", PackageResources.links_among_gql),
      ("mandates-in", PackageResources.mandates_in_gql),
      ("meeting_on", PackageResources.meeting_on_gql),
      ("meets", PackageResources.meets_gql),
      ("members", PackageResources.members_gql),
      ("mismatch", PackageResources.mismatch_gql),
      ("not-involved", PackageResources.not_involved_gql),
      ("overlap", PackageResources.overlap_gql),
      ("overlap_pairs", PackageResources.overlap_pairs_gql),
      ("participants", PackageResources.participants_gql),
      ("profile", PackageResources.profile_gql),
      ("region_seats", PackageResources.region_seats_gql),
      ("route", PackageResources.route_gql),
      ("seat_holders", PackageResources.seat_holders_gql),
      ("seat_strength", PackageResources.seat_strength_gql),
      ("seats-of", PackageResources.seats_of_gql),
      ("seats", PackageResources.seats_gql),
      ("similar-forums", PackageResources.similar_forums_gql),
      ("split_regions", PackageResources.split_regions_gql),
      ("standing_forums", PackageResources.standing_forums_gql),
      ("statements_about", PackageResources.statements_about_gql),
      ("steps-before", PackageResources.steps_before_gql),
      ("steps-of", PackageResources.steps_of_gql),
      ("themes-by-scale", PackageResources.themes_by_scale_gql),
      ("themes-without-owner", PackageResources.themes_without_owner_gql),
      ("unknowns-in", PackageResources.unknowns_in_gql),
      ("what-if-members", PackageResources.what_if_members_gql),
      ("what-if", PackageResources.what_if_gql),
      ("who-decides", PackageResources.who_decides_gql),
      ("why-pair", PackageResources.why_pair_gql),
      ("why", PackageResources.why_gql),
    ]
  }
}
