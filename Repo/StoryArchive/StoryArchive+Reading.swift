import Git
import StoryModel

extension StoryArchive {
  /// The revisions of one story, newest first.
  ///
  /// Walks only this story's commits: O(revisions of the story), whatever else the archive holds.
  public func history(of story: StoryID, limit: Int = .max) throws -> [Revision] {
    try read(story) { repository in
      var revisions: [Revision] = []
      try repository.walk(story) { revision in
        guard revisions.count < limit else { return false }
        revisions.append(revision)
        return revisions.count < limit
      }
      return revisions
    }
  }

  /// The revisions before one, newest first, `limit` of them at most. O(their number).
  public func revisions(before revision: Revision, limit: Int) throws -> [Revision] {
    try read(revision.story) { repository in
      var revisions: [Revision] = []
      var next = revision
      while revisions.count < limit, let older = try repository.revision(before: next) {
        revisions.append(older)
        next = older
      }
      return revisions
    }
  }

  /// The revision that `selector` names. O(revisions between it and the latest).
  public func revision(_ selector: RevisionSelector, of story: StoryID) throws -> Revision {
    try read(story) { repository in
      var total = 0
      var found: [Revision] = []
      try repository.walk(story) { revision in
        total = max(total, revision.number)
        switch selector {
        case .latest:
          found = [revision]
          return false
        case .first:
          found = [revision]
          return true
        case .back(let count):
          guard count >= 0, count < total else { return false }
          if total - revision.number == count { found = [revision] }
          return found.isEmpty
        case .number(let number):
          guard number > 0, number <= total else { return false }
          if revision.number == number { found = [revision] }
          return found.isEmpty
        case .at(let time):
          if revision.capturedAt.seconds <= time.seconds { found = [revision] }
          return found.isEmpty
        case .commit(let prefix):
          if revision.commit.description.hasPrefix(prefix) { found.append(revision) }
          return true
        }
      }
      if found.isEmpty, case .commit(let prefix) = selector {
        // A revision that was quoted before an older capture was inserted.
        _ = try repository.supersededHistories(of: story) { revision in
          if revision.commit.description.hasPrefix(prefix) { found.append(revision) }
        }
      }
      guard let revision = found.first else {
        throw ArchiveError.noSuchRevision("\(selector)", of: story, revisions: total)
      }
      guard found.count == 1 else {
        throw ArchiveError.ambiguousCommit("\(selector)", of: story)
      }
      return revision
    }
  }

  /// Whether `commit`, revision `number`, is in the story's history or in one that was superseded.
  ///
  /// O(revisions since), where it is; where it is not, O(all that are superseded).
  public func hasRevision(_ commit: ObjectID, numbered number: Int, of story: StoryID) throws
    -> Bool
  {
    try read(story) { repository in
      var isFound = false
      try repository.walk(story) { revision in
        isFound = revision.commit == commit
        return !isFound && revision.number > number
      }
      if !isFound {
        _ = try repository.supersededHistories(of: story) { revision in
          if revision.commit == commit { isFound = true }
        }
      }
      return isFound
    }
  }

  /// The histories that the story had before older captures were inserted, the one that was
  /// superseded last first.
  public func supersededHistories(of story: StoryID) throws -> [SupersededHistory] {
    try read(story) { try $0.supersededHistories(of: story) }
  }

  /// What the revision said.
  public func document(of revision: Revision) throws -> Document {
    try read(revision.story) { repository in
      try repository.value(of: SnapshotFiles.document, of: revision, SnapshotFiles.readDocument)
    }
  }

  /// Where the revision's capture came from, when and how.
  public func capture(of revision: Revision) throws -> CaptureRecord {
    try read(revision.story) { repository in
      try repository.value(of: SnapshotFiles.capture, of: revision, SnapshotFiles.readCapture)
    }
  }

  /// The bytes as captured.
  public func source(of revision: Revision) throws -> [UInt8] {
    try read(revision.story) { repository in
      try repository.content(of: SnapshotFiles.source, of: revision)
    }
  }
}

extension Repository {
  /// Gives `visit` the revisions of `story`, newest first, until it returns false.
  func walk(_ story: StoryID, _ visit: (Revision) throws -> Bool) throws {
    guard let state = try state(of: story) else {
      throw ArchiveError.noSuchStory(story.description, close: [])
    }
    var next: Revision? = state.tip
    while let revision = next, try visit(revision) {
      next = try self.revision(before: revision)
    }
  }
}
