import Git
import StoryModel

extension StoryArchive {
  /// The stories, ordered by id.
  ///
  /// Reads one commit a story, and the sighting where there is one; no trees and no histories.
  public func stories() throws -> [StoryListing] {
    try read { repository in
      try repository.storyReferences().map { ref in
        guard let tip = try repository.state(of: ref.story)?.tip else {
          throw ArchiveError.damaged(
            object: nil, story: ref.story, revision: nil, because: "its reference cannot be read")
        }
        return StoryListing(
          id: ref.story, headline: tip.headline, revisions: tip.number,
          lastChanged: tip.capturedAt, lastSeen: tip.lastSeenAt)
      }
    }
  }

  /// The id of the story that a person calls `text`: an id, a name that an id was made from, or
  /// the story's address.
  public func story(named text: String) throws -> StoryID {
    try read { repository in
      for candidate in StoryNames.candidates(for: text)
      where try repository.state(of: candidate) != nil { return candidate }
      let ids = try repository.storyReferences().map(\.story)
      throw ArchiveError.noSuchStory(text, close: StoryNames.close(to: text, among: ids))
    }
  }
}

extension Repository {
  /// The references of all stories, ordered by id. What is under `refs/stories/` and has no name
  /// that an archive gives is passed over.
  func storyReferences() throws -> [StoryRef] {
    var refs: [StoryID: StoryRef] = [:]
    for reference in try references(under: StoryRef.stories) {
      guard let ref = StoryRef(name: reference.name) else { continue }
      if let other = refs[ref.story], !other.isMarked { continue }
      refs[ref.story] = ref
    }
    return refs.values.sorted { $0.story < $1.story }
  }
}
