import StoryArchive
import StoryCapture
import StoryCatalogue
import StoryModel
import StoryReport

/// What a list of stories is sorted by.
public enum StoryOrder: String, Sendable, CaseIterable {
  /// From A on.
  case id, headline
  /// The latest, or the most, first.
  case changed, seen, revisions, significance
}

/// A page of a list of stories.
public struct StoryListPage: Sendable {
  public let entries: [StoryEntry]
  /// How many stories all pages of the list have, and how many the archive has.
  public let listed, total: Int
}

extension StoryTracker {
  /// Raised where the diff engine measures significance otherwise: then all is measured anew.
  static let engine = 13

  var catalogue: Catalogue { Catalogue(of: archive, engine: StoryTracker.engine) }

  /// Gives `take` the archive's stories in `order` from `offset` on, no more than `limit`, a page at a time;
  /// equals stand by their ids. There is one page at least.
  ///
  /// From the catalogue, which is made where there is none, or from git where none can be made; then
  /// there is but one page. A story's significance is the most that one of its revisions changed the one
  /// before: what is not measured yet is measured first, where the order asks for it, and `progress` is
  /// told how many were. Stories that are damaged are left out, and `complain` is told of each.
  public func list(
    by order: StoryOrder = .id, offset: Int = 0, limit: Int = .max,
    progress: @Sendable (Int) -> Void = { _ in }, complain: (ArchiveError) -> Void,
    _ take: (StoryListPage) throws -> Void
  ) async throws {
    let catalogue = catalogue
    var isShown = false
    do {
      try catalogue.takeUpNames(complain: complain)
      if order == .significance { _ = try await measure(in: catalogue, progress: progress) }
      try catalogue.stories(
        Catalogue.Order(order), offset: offset, limit: limit, complain: complain
      ) { page, all in
        isShown = true
        let entries = page.map { entry in
          StoryEntry(
            entry.listing, significance: order == .significance ? entry.significance : nil)
        }
        try take(
          StoryListPage(
            entries: entries, listed: min(limit, max(0, all.stories - offset)),
            total: all.stories))
      }
    } catch is CatalogueError where !isShown {
      try take(try await scan(order, offset, limit, complain))
    }
  }

  /// The same from git alone, on a disk that cannot be written to: a commit is read for each story.
  private func scan(
    _ order: StoryOrder, _ offset: Int, _ limit: Int, _ complain: (ArchiveError) -> Void
  ) async throws -> StoryListPage {
    var entries = try archive.stories(complain: complain).map { StoryEntry($0, significance: nil) }
    if order == .significance {
      for index in entries.indices where entries[index].revisions > 1 {
        entries[index].significance = try significance(
          of: StoryID(entries[index].id), upTo: nil, known: nil)?.significance
      }
    }
    entries.sort { a, b in
      switch order {
      case .id: false
      case .headline:
        [HeadlineOrder.key(of: a.headline), a.headline].lexicographicallyPrecedes(
          [HeadlineOrder.key(of: b.headline), b.headline])
      case .changed: (a.lastChanged?.seconds ?? 0) > (b.lastChanged?.seconds ?? 0)
      case .seen: (a.lastSeen?.seconds ?? 0) > (b.lastSeen?.seconds ?? 0)
      case .revisions: a.revisions > b.revisions
      case .significance: (a.significance ?? -1) > (b.significance ?? -1)
      }
    }
    let listed = Array(entries.dropFirst(offset).prefix(limit))
    return StoryListPage(entries: listed, listed: listed.count, total: entries.count)
  }

  /// The id of the story that a person calls `text`: its id, or its address.
  public func story(named text: String) throws -> StoryID {
    // What is too long for an id is not worth a search, nor all of it a place in the message.
    if text.utf8.count > StoryID.maximumBytes { return try StoryID(text) }
    // That of another scheme may be an id that was imported, and is else no story.
    if text.contains("://"), let story = try? StoryReader.storyID(forURL: text),
      try latest(of: story) != nil
    {
      return story
    }
    do {
      return try archive.story(named: text)
    } catch ArchiveError.noSuchStory(let name, let close) {
      // One whose reference is lost is not as if it had never been.
      if let story = try? StoryID(text) { try catalogue.refuseLost(story) }
      throw ArchiveError.noSuchStory(name, close: close)
    }
  }
}

extension Catalogue.Order {
  init(_ order: StoryOrder) {
    self =
      switch order {
      case .id: .id
      case .headline: .headline
      case .changed: .changed
      case .seen: .seen
      case .revisions: .revisions
      case .significance: .significance
      }
  }
}

extension StoryEntry {
  init(_ story: StoryListing, significance: Int?) {
    self.init(
      id: story.id.description, headline: story.headline, revisions: story.revisions,
      lastChanged: story.lastChanged, lastSeen: story.lastSeen, significance: significance)
  }
}
