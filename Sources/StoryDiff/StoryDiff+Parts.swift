extension StoryDiff {
  /// A report put together from its parts, for tests of what draws one: an extension elsewhere
  /// cannot initialise a structure of this module.
  init(
    parts old: VersionSide, _ new: VersionSide, blocks: [BlockChange], claims: [ClaimChange] = [],
    corrections: [Correction] = [], notices: [NoticeChange] = [], summary: Summary = Summary()
  ) {
    self.old = old
    self.new = new
    self.blocks = blocks
    self.claims = claims
    self.corrections = corrections
    self.notices = notices
    self.summary = summary
  }
}
