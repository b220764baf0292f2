import Git
import StoryModel

/// What a snapshot means to a story.
enum Decision {
  /// A new revision after the given one.
  case new(previous: Revision?)
  /// The latest revision still stood.
  case seen
  /// Nothing new: the given revision is known to have stood then.
  case known(Revision)
}

extension Decision {
  /// Decides by the times and by what the revisions say.
  ///
  /// - Parameters:
  ///   - saysTheSame: Whether a revision says what the snapshot says.
  ///   - before: The revision before one.
  init(
    _ snapshot: Snapshot, of story: StoryID, tip: Revision?,
    saysTheSame: (Revision) throws -> Bool, before: (Revision) throws -> Revision?
  ) throws {
    guard let tip else {
      self = .new(previous: nil)
      return
    }
    let time = snapshot.capture.capturedAt
    if time.seconds >= tip.capturedAt.seconds, try saysTheSame(tip) {
      self = time.seconds <= tip.lastSeenAt.seconds ? .known(tip) : .seen
      return
    }
    // Revisions follow one another within a second at times, so several may have stood then.
    let isLookedBack =
      time.seconds < tip.capturedAt.seconds
      || time.seconds == tip.capturedAt.seconds && !snapshot.capture.isOfTheClock
    var earlier = isLookedBack ? try before(tip) : nil
    while let revision = earlier, revision.lastSeenAt.seconds >= time.seconds {
      if revision.stood(at: time) {
        if try saysTheSame(revision) {
          self = .known(revision)
          return
        }
        if snapshot.capture.isOfTheClock { break }
      }
      earlier = try before(revision)
    }
    guard time.seconds >= tip.lastSeenAt.seconds else {
      throw ArchiveError.olderThanTip(
        story, time: time, tip: tip.lastSeenAt,
        tipWasSeenAgain: tip.lastSeenAt.seconds > tip.capturedAt.seconds)
    }
    self = .new(previous: tip)
  }
}

extension CaptureRecord {
  /// Whether its time is that of its recording: then nothing of that second came after it, and a text that
  /// another followed within the second has come back. With any other time it may be one that was
  /// recorded before.
  var isOfTheClock: Bool { timeSource == .clock }
}
