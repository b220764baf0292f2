import Git
import StoryModel

/// Why the archive could not do what it was asked. Whatever it was, the archive is as it was.
public enum ArchiveError: Error, Sendable, Equatable {
  /// Nothing is at the path.
  case missing(path: String)
  /// A file is where the archive's folder should be.
  case notAFolder(path: String)
  /// The folder holds something that is no archive.
  case notAnArchive(path: String, because: String)
  /// A repository with a working tree.
  case notBare(path: String)
  /// An archive of another format version.
  case otherFormat(path: String, found: String, supported: String)
  /// The archive cannot be written: the file system or the permissions forbid it.
  case readOnly(path: String, because: String)
  /// The archive cannot be read.
  case noPermission(path: String)
  /// The system has nothing left to read it with: files that may be open, memory.
  case outOfResources(path: String, because: String)
  /// The disk, or the user's share of it, is full.
  case diskFull(path: String)
  /// No story has that name; `close` are ids that resemble it.
  case noSuchStory(String, close: [StoryID])
  /// The story has no such revision.
  case noSuchRevision(String, of: StoryID, revisions: Int)
  /// Several revisions' commits begin so.
  case ambiguousCommit(String, of: StoryID)
  /// The text names no revision.
  case notARevision(String)
  /// The snapshot is older than what the archive knows of the story.
  case olderThanTip(StoryID, time: Instant, tip: Instant, tipWasSeenAgain: Bool)
  /// The snapshot holds what the format cannot keep.
  case cannotKeep(StoryID, because: String)
  /// An object is missing, truncated, or not what the format says.
  case damaged(object: ObjectID?, story: StoryID?, revision: Int?, because: String)
  /// Another writer holds the archive.
  case busy(path: String, because: String)
  /// A foreign writer (`git` itself) has moved a story meanwhile.
  case overtaken(path: String, because: String)
  /// Anything else that libgit2 or the system refused.
  case failed(path: String, because: String)
}

extension ArchiveError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path):
      "there is no archive at '\(path)' (the first snapshot makes one)"
    case .notAFolder(let path):
      "'\(path)' is a file, and an archive is a folder"
    case .notAnArchive(let path, let reason):
      "'\(path)' is no Stet archive: \(reason) (name a new or an empty folder)"
    case .notBare(let path):
      "'\(path)' is a git repository with a working tree, and an archive is a bare one"
        + " (name a new or an empty folder)"
    case .otherFormat(let path, let found, let supported):
      "'\(path)' is an archive of the format '\(found)', and this version of Stet knows"
        + " '\(supported)'"
    case .readOnly(let path, let reason):
      "the archive '\(path)' cannot be written: \(reason)"
    case .noPermission(let path):
      "'\(path)' cannot be read: permission denied"
    case .outOfResources(let path, let reason):
      "the archive '\(path)' cannot be read now: \(reason) (try again with a higher limit: ulimit -n)"
    case .diskFull(let path):
      "no space is left on the disk for the archive '\(path)'; nothing was changed"
    case .noSuchStory(let name, let close):
      close.isEmpty
        ? "there is no story '\(name)'"
        : "there is no story '\(name)'; is it "
          + close.map { "'\($0)'" }.joined(separator: " or ") + "?"
    case .noSuchRevision(let selector, let story, let revisions) where selector.hasPrefix("@"):
      "'\(story)' had no revision yet at \(selector.dropFirst()): "
        + (revisions == 1 ? "its one revision is" : "all \(revisions) are") + " later"
    case .noSuchRevision(let selector, let story, let revisions):
      "'\(story)' has no revision '\(selector)'; it has "
        + (revisions == 1 ? "one revision" : "\(revisions) revisions")
    case .ambiguousCommit(let prefix, let story):
      "several revisions of '\(story)' have a commit that begins with '\(prefix)'"
    case .notARevision(let text):
      "'\(text)' is no revision: write a number, 'latest', 'first', '-1' (the one before the"
        + " latest), a commit's first four or more digits, or '@' and a time"
        + " ('@2025-05-14T20:00Z', the revision that stood then)"
    case .olderThanTip(let story, let time, let tip, let wasSeenAgain):
      "the snapshot is of \(time), but the latest revision of '\(story)' "
        + (wasSeenAgain ? "still stood at" : "is of") + " \(tip);"
        + " '--backfill' inserts it"
    case .cannotKeep(let story, let reason):
      "the snapshot of '\(story)' cannot be kept: \(reason)"
    case .damaged(let object, let story, let revision, let reason):
      "the archive is damaged: "
        + [
          object.map { "object \($0)" }, revision.map { "of revision \($0)" },
          story.map { "of '\($0)'" },
        ].compactMap { $0 }.joined(separator: " ")
        + (object != nil || revision != nil || story != nil ? ": " : "") + reason
        + " ('stet verify' lists what else is)"
    case .busy(let path, let reason):
      "the archive '\(path)' is being written by another process: \(reason)"
        + " (run the command again in ten seconds)"
    case .overtaken(let path, let reason), .failed(let path, let reason):
      "the archive '\(path)': \(reason)"
    }
  }
}
