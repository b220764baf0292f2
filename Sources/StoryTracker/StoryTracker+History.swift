import StoryArchive
import StoryDiff
import StoryModel
import StoryReport

/// Some of a story's revisions, in the order in which its history lists them.
public struct HistoryPage: Sendable {
  public let entries: [HistoryEntry]
  /// How many revisions all pages have together, and how many the story has.
  public let listed: Int, total: Int
}

extension StoryTracker {
  /// How many revisions a page has.
  static let historyPage = 64

  /// Gives `take` a story's revisions, newest first, each with what it changed, a page at a time.
  ///
  /// No more than a page is held. O(revisions); where one cannot be read it throws, with those before it
  /// taken.
  public func history(
    of story: StoryID, limit: Int = .max, _ take: (HistoryPage) throws -> Void
  ) throws {
    let latest = try archive.revision(.latest, of: story)
    // Revisions are numbered from 1.
    let (total, listed) = (latest.number, min(limit, latest.number))
    try entries(from: latest, count: listed) { entries in
      try take(HistoryPage(entries: entries, listed: listed, total: total))
    }
  }

  /// A story's revisions, newest first, each with what it changed.
  public func history(of story: StoryID, limit: Int = .max) throws -> [HistoryEntry] {
    var entries: [HistoryEntry] = []
    try history(of: story, limit: limit) { entries += $0.entries }
    return entries
  }

  /// The histories that a story had before older captures were inserted, those superseded last first.
  public func supersededHistories(of story: StoryID) throws -> [SupersededHistory] {
    try archive.supersededHistories(of: story)
  }

  /// Gives `take` the revisions of a superseded history that no later one has, newest first, `limit` of them
  /// at most, a page at a time.
  public func entries(
    of history: SupersededHistory, limit: Int = .max, _ take: ([HistoryEntry]) throws -> Void
  ) throws {
    let superseder = history.supersededBy?.description ?? ""
    try entries(from: history.tip, count: min(limit, history.count)) { entries in
      try take(
        entries.map { entry in
          var entry = entry
          entry.supersededBy = superseder
          return entry
        })
    }
  }

  /// A revision and those before it, `count` in all where there are so many.
  private func entries(
    from latest: Revision, count: Int, _ take: ([HistoryEntry]) throws -> Void
  ) throws {
    var left = count
    var newer = (revision: latest, document: try archive.document(of: latest))
    while left > 0 {
      // What a revision changed is told from the one before it, so the last of a page is left for the next.
      let size = min(left, StoryTracker.historyPage)
      let older = try archive.revisions(before: newer.revision, limit: size)
      var page: [HistoryEntry] = []
      for revision in older {
        let document = try archive.document(of: revision)
        let diff = StoryDiff(from: (revision, document), to: newer)
        page.append(HistoryEntry(newer.revision, since: diff))
        newer = (revision, document)
      }
      let isAtFirst = older.count < size
      if isAtFirst { page.append(HistoryEntry(newer.revision, since: nil)) }
      try take(page)
      left = isAtFirst ? 0 : left - page.count
    }
  }
}
