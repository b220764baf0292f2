import Git
import StoryModel

/// A look at a story that found nothing to keep: its page was not there, or could not be read.
public struct FailedCheck: Sendable, Hashable {
  public let time: Instant
  /// Why it failed: one line.
  public let reason: String
  public let commit: ObjectID
  let parent: ObjectID?

  /// Reads one from its commit; nil where the commit is none.
  init?(_ commit: Commit, id: ObjectID, of story: StoryID) {
    let lines = commit.message.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, let reason = lines[0].bytes(after: FailedCheck.subject),
      lines[1].isEmpty, lines[2].hasSameBytes(as: "Story: \(story)"), lines[3].isEmpty,
      commit.parents.count <= 1
    else { return nil }
    time = Instant(seconds: commit.author.seconds, offsetMinutes: commit.author.offsetMinutes)
    self.reason = reason
    (self.commit, parent) = (id, commit.parents.first)
  }

  private static let subject = "Check failed: "
  static let reasonLength = 200

  /// The commit of a failed check; its tree has nothing in it.
  static func commit(
    _ reason: String, at time: Instant, of story: StoryID, tree: ObjectID, parent: ObjectID?
  ) -> Commit {
    let signature = Commit.Signature(
      name: "Stet", email: "stet@stet.invalid", seconds: time.seconds,
      offsetMinutes: time.offsetMinutes)
    let line = CommitMessage.line(reason, length: reasonLength)
    return Commit(
      tree: tree, parents: parent.map { [$0] } ?? [], author: signature, committer: signature,
      message: "\(subject)\(line)\n\nStory: \(story)\n")
  }
}

extension StoryArchive {
  /// Keeps that a check of a story failed, after those that failed before. On disk when it returns.
  ///
  /// - Parameter reason: Why; of it one line of 200 code points is kept.
  public func recordFailure(
    _ reason: String, at time: Instant, of story: StoryID
  ) throws -> FailedCheck {
    guard time.seconds >= 0, Instant(time.description) == time else {
      throw ArchiveError.cannotKeep(story, because: "git keeps no time such as \(time)")
    }
    guard try targets(of: story) != nil else {
      throw ArchiveError.noSuchStory(story.description, close: [])
    }
    return try writeStory(story) { repository in
      guard let ref = try repository.state(of: story)?.ref else {
        throw ArchiveError.noSuchStory(story.description, close: [])
      }
      let before = try repository.target(of: ref.failureName)
      let commit = FailedCheck.commit(
        reason, at: time, of: story, tree: try repository.write([], as: .tree), parent: before)
      let id = try repository.write(commit.content, as: .commit)
      guard let check = FailedCheck(commit, id: id, of: story) else {
        throw ArchiveError.cannotKeep(story, because: "its reason cannot be kept")
      }
      settleNotes()
      try repository.publish(ref.failureName, to: id, from: before)
      return check
    }
  }

  /// The checks of a story that failed, the last first, and of one time the one that was told of last.
  /// O(their number · its logarithm).
  public func failures(of story: StoryID, limit: Int = .max) throws -> [FailedCheck] {
    try read(story) { repository in
      guard let ref = try repository.state(of: story)?.ref else {
        throw ArchiveError.noSuchStory(story.description, close: [])
      }
      var checks: [FailedCheck] = []
      var next = try repository.target(of: ref.failureName)
      while let id = next {
        let content = try repository.object(id, as: .commit, story: story, revision: nil)
        guard let commit = Commit(content: content),
          let check = FailedCheck(commit, id: id, of: story)
        else {
          throw ArchiveError.damaged(
            object: id, story: story, revision: nil,
            because: "it is not the commit of a failed check")
        }
        checks.append(check)
        next = check.parent
      }
      // They are kept in the order in which they were told of.
      checks.sort { $0.time.seconds > $1.time.seconds }
      return Array(checks.prefix(limit))
    }
  }
}
