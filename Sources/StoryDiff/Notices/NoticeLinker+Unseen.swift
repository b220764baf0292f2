import StoryLanguage

/// What a notice says was wrong of which neither version has a word.
extension NoticeLinker {
  /// Words behind a denial that are looked at: `not its chief executive`.
  private static let longestDenied = 4

  /// `said the bus crashed near Lille`, `is leader of the council, not its mayor`, where the older version has no Lille and no
  /// mayor: whether what a sentence tells of stood in a version before both.
  func isOfUnseen(_ part: Part) -> Bool {
    guard let story else { return false }
    func isSeen(_ word: String) -> Bool { isRelated(word, to: story.words) }
    if names(in: part).contains(where: { !isSeen($0) }) { return true }
    return part.range.contains { position in
      guard notice.language.denials.contains(notice.lower[position]) else { return false }
      let end = min(part.range.upperBound, position + 1 + NoticeLinker.longestDenied)
      let denied = (position + 1..<max(position + 1, end))
        .prefix { notice.isWord($0) && !notice.has($0, .clause) }
        .filter { notice.isContent($0) && !notice.has($0, [.be, .have, .cardinal]) }
      return !denied.isEmpty && denied.allSatisfy { !isSeen(stem(notice.lower[$0])) }
    }
  }
}
