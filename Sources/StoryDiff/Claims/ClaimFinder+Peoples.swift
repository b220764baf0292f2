import StoryLanguage

extension ClaimFinder {
  /// `iraniennes` → `irakiennes`: adjectives of two peoples in one place, in languages that write them
  /// without a capital.
  mutating func findPeoples(_ sentences: PassageDiff.SentencePair) {
    guard !pair.language.naming.peoples.isEmpty else { return }
    for hunk in sentences.hunks where hunk.old.count <= 4 && hunk.new.count <= 4 {
      let mine = hunk.old.filter { people(old, $0) != nil && !coveredOld[$0] }
      let theirs = hunk.new.filter { people(new, $0) != nil && !coveredNew[$0] }
      guard mine.count == 1, theirs.count == 1, people(old, mine[0]) != people(new, theirs[0])
      else { continue }
      add(
        RawClaim(
          type: .entity, old: mine[0]..<mine[0] + 1, new: theirs[0]..<theirs[0] + 1,
          because: "the two name someone or something else"))
    }
  }

  /// The people that an adjective belongs to, by the longest stem that it begins with.
  private func people(_ reading: Reading, _ position: Int) -> String? {
    guard reading.isWord(position), reading.isContent(position) else { return nil }
    let word = reading.lower[position]
    return pair.language.naming.peoples.filter {
      word.hasPrefix($0) && word.utf8.count <= $0.utf8.count + 3
    }.max { $0.utf8.count < $1.utf8.count }
  }
}
