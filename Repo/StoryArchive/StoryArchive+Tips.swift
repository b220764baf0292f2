import Git
import StoryModel

/// Where a story stands, as its references say it.
public struct StoryTip: Sendable, Hashable {
  public let listing: StoryListing
  /// The latest revision, and the one before it; nil where that is the first.
  public let commit: ObjectID
  public let parent: ObjectID?
  /// What the reference to its sighting leads to; nil where it has none.
  public let sighting: ObjectID?
}

extension StoryArchive {
  /// Where the story stands; nil where there is none. O(1).
  public func tip(of story: StoryID) throws -> StoryTip? {
    guard let home = try home(of: story, making: false) else { return nil }
    return try home.read { repository in
      try repository.state(of: story).map { state in
        StoryTip(
          listing: StoryListing(story, state.tip), commit: state.tip.commit,
          parent: state.tip.parent, sighting: state.sightingTarget)
      }
    }
  }

  /// What the story's two references lead to; nil where there is no such story. Reads no object.
  public func targets(of story: StoryID) throws -> (tip: ObjectID, sighting: ObjectID?)? {
    guard let home = try home(of: story, making: false) else { return nil }
    return try home.read { repository in
      for ref in [StoryRef(story), StoryRef(story, marked: true)] {
        guard let tip = try repository.target(of: ref.name) else { continue }
        return (tip, try repository.target(of: ref.sightingName))
      }
      return nil
    }
  }

  /// Gives `take` where every story stands, some thousand at a time; `complain` is told of what is
  /// damaged, which is left out. One commit and one sighting a story are read.
  public func tips(
    complain: (ArchiveError) -> Void, _ take: ([StoryTip]) throws -> Void
  ) throws {
    for archive in try allArchives() { try archive.ownTips(complain: complain, take) }
  }

  private func ownTips(
    complain: (ArchiveError) -> Void, _ take: ([StoryTip]) throws -> Void
  ) throws {
    let files = ReferenceFiles(repository: StoryArchive.folder(path), in: StoryRef.folders)
    for fault in files.faults {
      let story = StoryRef(name: fault.file)?.story
      complain(
        ArchiveError.refusal(in: fault.reason, at: path)
          ?? .damaged(
            object: nil, story: story, revision: nil,
            because: "its reference '\(fault.file)': \(fault.reason)"))
    }
    let sightings = Dictionary(
      files.references.lazy.filter { $0.name.begins(with: StoryRef.sightings) }
        .map { (ExactText($0.name), $0.target) }, uniquingKeysWith: { first, _ in first })
    let repository = try StoryArchive.openRepository(at: path)
    var tips: [StoryTip] = []
    for (ref, target) in StoryRef.stories(among: files.references) {
      let sighting = sightings[ExactText(ref.sightingName)]
      do {
        let tip = try repository.tip(target, ref, sighting: sighting)
        tips.append(
          StoryTip(
            listing: StoryListing(ref.story, tip), commit: tip.commit, parent: tip.parent,
            sighting: sighting))
      } catch let error as ArchiveError {
        complain(error)
      }
      if tips.count == 4096 {
        try take(tips)
        tips = []
      }
    }
    if !tips.isEmpty { try take(tips) }
  }

  /// Returns when every writer that is at work in this moment has finished.
  public func waitForWriters() throws {
    for archive in try allArchives() { try ArchiveLock(archive: archive.path).release() }
  }
}
