import StoryLanguage

/// Notices that a version is not the whole story: a paywall's words near its end, or a last
/// paragraph that breaks off where the other version goes on.
enum IncompleteFinder {
  static func find(
    _ blocks: [AnalyzedBlock], against other: [AnalyzedBlock], _ pair: AnalyzedPair
  ) -> VersionSide.Incomplete? {
    guard blocks.count > 1 else { return nil }
    let language = pair.language
    func hasPaywall(_ block: AnalyzedBlock) -> Bool {
      guard block.tokens.count <= 60 else { return false }
      let tokens = block.tokens
      return tokens.indices.contains { position in
        pair.known[Int(tokens[position].word)].begins & language.paywall.bit != 0
          && language.paywall.match(
            at: position, end: tokens.count, number: { pair.known.place(of: tokens[$0].word) })
            != nil
      }
    }
    // An invitation to subscribe stands under whole stories too: only one that the other, longer
    // version does not have tells of a cut.
    let isShorter = words(blocks) < words(other)
    if isShorter, blocks.suffix(3).contains(where: hasPaywall),
      !other.suffix(3).contains(where: hasPaywall)
    {
      return .paywall
    }
    let marks = pair.tokenizer.marks
    if isShorter, let last = blocks.last, let mark = last.tokens.last, mark.word == marks.ellipsis,
      last.tokens.count > 8
    {
      let start = last.tokens.prefix(6).map(\.word)
      let goesOn = other.contains {
        $0.tokens.count > last.tokens.count && $0.tokens.prefix(6).map(\.word) == start
      }
      if goesOn { return .truncated }
    }
    return nil
  }

  private static func words(_ blocks: [AnalyzedBlock]) -> Int {
    blocks.reduce(0) { $0 + $1.tokens.count }
  }
}
