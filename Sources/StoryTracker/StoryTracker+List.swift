import StoryArchive
import StoryCapture
import StoryModel
import StoryReport

/// What a list of stories is sorted by.
public enum StoryOrder: String, Sendable, CaseIterable {
  /// From A on.
  case id, headline
  /// The latest, or the most, first.
  case changed, revisions
}

extension StoryTracker {
  /// The archive's stories, the first `limit` of them in `order`; equals stand by their ids.
  ///
  /// Those that are damaged are left out, and `complain` is told of each.
  public func stories(
    by order: StoryOrder = .id, limit: Int = .max, complain: (ArchiveError) -> Void
  ) throws -> [StoryEntry] {
    // A page by id needs no other story's revisions; any other order needs all of them.
    let all =
      order == .id && limit < .max
      ? try archive.stories(first: limit, complain: complain)
      : try archive.stories(complain: complain)
    let stories = all.sorted { a, b in
      switch order {
      case .id: a.id < b.id
      case .headline: (a.headline, a.id) < (b.headline, b.id)
      case .changed: (b.lastChanged.seconds, a.id) < (a.lastChanged.seconds, b.id)
      case .revisions: (b.revisions, a.id) < (a.revisions, b.id)
      }
    }
    return stories.prefix(limit).map { story in
      StoryEntry(
        id: story.id.description, headline: story.headline, revisions: story.revisions,
        lastChanged: story.lastChanged, lastSeen: story.lastSeen)
    }
  }

  /// The id of the story that a person calls `text`: its id, or its address.
  public func story(named text: String) throws -> StoryID {
    // What is too long for an id is not worth a search, nor all of it a place in the message.
    if text.utf8.count > StoryID.maximumBytes { return try StoryID(text) }
    if text.contains("://") {
      let story = try StoryReader.storyID(forURL: text)
      if try latest(of: story) != nil { return story }
    }
    return try archive.story(named: text)
  }
}
