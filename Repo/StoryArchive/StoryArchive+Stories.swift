import Git
import StoryModel

extension StoryArchive {
  /// The stories, ordered by id.
  ///
  /// Reads one commit a story, and the sighting where there is one; no trees and no histories. A
  /// story that is damaged is left out, and `complain` is told of it; the others are given.
  public func stories(
    complain: (ArchiveError) -> Void
  ) throws -> [StoryListing] {
    var stories: [StoryListing] = []
    for archive in try allArchives() { stories += try archive.ownStories(complain: complain) }
    return stories.sorted { $0.id < $1.id }
  }

  private func ownStories(complain: (ArchiveError) -> Void) throws -> [StoryListing] {
    try archiveErrors(at: path, writing: false) {
      let folder = StoryArchive.folder(path)
      let files = ReferenceFiles(repository: folder, in: StoryRef.folders)
      for fault in files.faults {
        let story = StoryRef(name: fault.file)?.story
        complain(
          ArchiveError.refusal(in: fault.reason, at: path)
            ?? .damaged(
              object: nil, story: story, revision: nil,
              because: "its reference '\(fault.file)': \(fault.reason)"))
      }
      let repository = try StoryArchive.openRepository(at: path)
      let sightings = Dictionary(
        uniqueKeysWithValues: files.references.map { (ExactText($0.name), $0.target) })
      var stories: [StoryListing] = []
      for (ref, target) in StoryRef.stories(among: files.references) {
        do {
          let tip = try repository.tip(
            target, ref, sighting: sightings[ExactText(ref.sightingName)])
          stories.append(StoryListing(ref.story, tip))
        } catch let error as ArchiveError {
          complain(error)
        }
      }
      return stories
    }
  }

  /// The ids of all stories, of which nothing else is looked at.
  public func storyIDs() throws -> Set<StoryID> {
    try archiveErrors(at: path, writing: false) {
      var ids: Set<StoryID> = []
      for archive in try allArchives() {
        let names = try ReferenceFiles.names(
          repository: StoryArchive.folder(archive.path), in: StoryRef.folders[0])
        ids.formUnion(names.compactMap { StoryRef(name: $0)?.story })
      }
      return ids
    }
  }

  /// The first stories by id, `limit` of them; of the others only the names are looked at.
  public func stories(
    first limit: Int, complain: (ArchiveError) -> Void
  ) throws -> [StoryListing] {
    try archiveErrors(at: path, writing: false) {
      var stories: [StoryListing] = []
      for id in try storyIDs().sorted() {
        guard stories.count < limit else { break }
        do {
          guard let tip = try read(id, { try $0.state(of: id)?.tip }) else { continue }
          stories.append(StoryListing(id, tip))
        } catch let error as ArchiveError {
          complain(error)
        }
      }
      return stories
    }
  }

  /// The stories, ordered by id; throws where one of them is damaged.
  public func stories() throws -> [StoryListing] {
    var first: ArchiveError?
    let stories = try stories { error in first = first ?? error }
    if let first { throw first }
    return stories
  }

  /// The id of the story that a person calls `text`: an id, a name that an id was made from, or
  /// the story's address.
  public func story(named text: String) throws -> StoryID {
    for candidate in StoryNames.candidates(for: text) {
      guard let home = try home(of: candidate, making: false) else { continue }
      if try home.read({ try $0.state(of: candidate) != nil }) { return candidate }
    }
    // Of an archive with shards only its own: a hint is not worth a look at millions.
    let ids = try read { try $0.storyReferences().map(\.story) }
    throw ArchiveError.noSuchStory(text, close: StoryNames.close(to: text, among: ids))
  }
}

extension StoryListing {
  init(_ id: StoryID, _ tip: Revision) {
    self.init(
      id: id, headline: tip.headline, revisions: tip.number, lastChanged: tip.capturedAt,
      lastSeen: tip.lastSeenAt)
  }
}

extension Repository {
  /// The references of all stories, ordered by id. What is under `refs/stories/` and has no name
  /// that an archive gives is passed over.
  func storyReferences() throws -> [StoryRef] {
    StoryRef.stories(among: try references(under: StoryRef.stories)).map(\.ref)
  }

  /// The latest revision of a story, of which the references are known already.
  func tip(_ target: ObjectID, _ ref: StoryRef, sighting: ObjectID?) throws -> Revision {
    var tip = try revision(target, of: ref.story)
    guard let sighting else { return tip }
    guard let content = try? object(sighting, as: .blob, story: ref.story, revision: tip.number)
    else {
      // A writer has replaced it meanwhile, or it is damaged: this says which.
      return try state(of: ref.story)?.tip ?? tip
    }
    if let seen = Sighting(content: content), seen.isOf(tip.commit),
      seen.lastSeenAt.seconds > tip.capturedAt.seconds
    {
      tip.lastSeenAt = seen.lastSeenAt
    }
    return tip
  }
}
