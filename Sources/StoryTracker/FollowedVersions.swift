import StoryArchive

/// Versions of a line that say what earlier revisions of their second say, and after which nothing of that
/// second comes in the line.
struct FollowedVersions {
  private var found: [(version: TimedVersion, revision: Revision)] = []
  private var last: Int64?

  mutating func follow(_ outcome: RecordOutcome, of version: TimedVersion) {
    if last == version.time.seconds, found.last?.version.time.seconds == last { found.removeLast() }
    last = version.time.seconds
    if case .alreadyFollowed(let revision) = outcome { found.append((version, revision)) }
  }

  func notes(line: Int) -> [LineError] {
    found.map { version, revision in
      LineError(
        line: line,
        problem: "version \(version.number): "
          + SnapshotResult.followedNote(revision, at: version.time))
    }
  }
}
