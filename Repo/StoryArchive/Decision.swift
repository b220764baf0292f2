import Git
import StoryModel

/// What a snapshot means to a story.
enum Decision {
  /// A new revision after the given one.
  case new(previous: Revision?)
  /// The latest revision still stood.
  case seen
  /// Nothing new: the given revision is known to have stood then. `isFollowed` where the latest that stood
  /// in that second says something else, so that whether the text came back is not known.
  case known(Revision, isFollowed: Bool)
}

extension Decision {
  /// Decides by the times and by what the revisions say.
  ///
  /// - Parameters:
  ///   - run: What it is one of, where snapshots are given in their order.
  ///   - saysTheSame: Whether a revision says what the snapshot says.
  ///   - before: The revision before one.
  init(
    _ snapshot: Snapshot, of story: StoryID, tip: Revision?, in run: SnapshotRun? = nil,
    saysTheSame: (Revision) throws -> Bool, before: (Revision) throws -> Revision?
  ) throws {
    guard let tip else {
      self = .new(previous: nil)
      return
    }
    let time = snapshot.capture.capturedAt
    if time.seconds > tip.lastSeenAt.seconds {
      if try !saysTheSame(tip) {
        self = .new(previous: tip)
      } else {
        // An assumed time is none at which it was seen.
        let isAssumed = snapshot.capture.timeSource == .assumed
        self = isAssumed ? .known(tip, isFollowed: false) : .seen
      }
      return
    }
    // Revisions follow one another within a second at times, so several may have stood then.
    let place = run?.place(at: time)
    var found: Revision?
    var isFollowed = false
    var isLatest = true
    var next: Revision? = tip
    var later: Revision?
    while let revision = next, revision.lastSeenAt.seconds >= time.seconds {
      if revision.stood(at: time) {
        if try saysTheSame(revision) {
          found = revision
        } else if isLatest {
          isFollowed = true
        }
        // A single one is the latest that it can be; one of a run leaves room for those after it.
        if snapshot.capture.isOfTheClock || run == nil && found != nil { break }
        if revision.commit == place { break }
        isLatest = false
      }
      later = revision
      next = try before(revision)
    }
    // At an assumed time nothing was seen, so what stands before it or after it may have stood then, too.
    if snapshot.capture.timeSource == .assumed {
      if let before = next, !before.stood(at: time), try saysTheSame(before) {
        (found, isFollowed) = (before, false)
      } else if found == nil, let later, try saysTheSame(later) {
        found = later
      }
    }
    if let found {
      self = .known(found, isFollowed: isFollowed)
    } else if time.seconds == tip.lastSeenAt.seconds {
      self = .new(previous: tip)
    } else {
      throw ArchiveError.olderThanTip(
        story, time: time, tip: tip.lastSeenAt,
        tipWasSeenAgain: tip.lastSeenAt.seconds > tip.capturedAt.seconds)
    }
  }
}

extension CaptureRecord {
  /// Whether its time is that of its recording: then nothing of that second came after it, and a text that
  /// another followed within the second has come back. With any other time it may be one that was
  /// recorded before.
  var isOfTheClock: Bool { timeSource == .clock }
}
