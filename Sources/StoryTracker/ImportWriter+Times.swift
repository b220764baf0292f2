import StoryArchive
import StoryCapture
import StoryModel

/// A version and the time that it is recorded with.
struct TimedVersion {
  /// From 1, among the versions of its record.
  let number: Int
  let version: StoryRecord.Version
  let time: Instant
  let source: CaptureRecord.TimeSource

  var snapshot: Snapshot {
    Snapshot(
      source: version.source, document: version.document,
      capture: version.capture.record(capturedAt: time, timeSource: source))
  }
}

/// What of a record is to be recorded.
struct TimedRecord {
  var versions: [TimedVersion]
  var run = SnapshotRun()
  /// How many versions without a time say what the one before them says, which is to be recorded.
  var repeats = 0
  /// Whether no version without a time was given one that counts from the start.
  var hasNoUseOfStart = false
}

extension ImportWriter {
  /// The versions that are to be recorded, each with its time.
  ///
  /// Where the record gives times, all of them: the archive itself knows which it has. Where it
  /// gives none, those that follow what the archive has of the story: versions that stand among its
  /// revisions in the same order are there already. Nobody knows when the others were seen, and not one
  /// was seen later than now: the last of them is of now, each before it of a minute earlier, or, where a
  /// start is given, each a minute after the one before and none later than now.
  func timed(
    _ versions: [StoryRecord.Version], of story: StoryID
  ) throws -> TimedRecord {
    if versions.contains(where: { $0.capturedAt != nil }) {
      return TimedRecord(
        versions: partlyTimed(versions),
        hasNoUseOfStart: versions.contains { $0.capturedAt == nil })
    }
    if unflushed.contains(story) { try flush() }
    var remaining = versions.enumerated().filter { index, version in
      index == 0 || !versions[index - 1].document.saysTheSame(as: version.document)
    }[...]
    let known = try knownRevisions(of: story)
    for revision in known {
      guard let next = remaining.first else { break }
      if try archive.document(of: revision).saysTheSame(as: next.element.document) {
        remaining.removeFirst()
      }
    }
    let now = Instant.now, latest = known.last?.lastSeenAt
    let firstNew = remaining.first?.offset ?? versions.count
    var record = TimedRecord(
      versions: [], run: known.last.map { SnapshotRun(after: $0) } ?? SnapshotRun(),
      repeats: versions.count - firstNew - remaining.count, hasNoUseOfStart: true)
    record.versions = remaining.map { index, version in
      var time: Instant
      if let assumedStart {
        time = assumedStart.advanced(bySeconds: Int64(index) * 60)
        let last = max(assumedStart, now)
        if time.seconds > last.seconds { time = last }
      } else {
        time = now.advanced(bySeconds: Int64(index + 1 - versions.count) * 60)
      }
      // What goes on with what the archive has is never before that, whose own times may be assumed, too.
      // Of a record that it has nothing of a start says where it stands.
      if let latest, time.seconds < latest.seconds, assumedStart == nil || firstNew > 0 {
        time = latest
      } else {
        record.hasNoUseOfStart = false
      }
      return TimedVersion(number: index + 1, version: version, time: time, source: .assumed)
    }
    return record
  }

  /// Where only some versions have a time, the others are a minute after the one before them, but
  /// not later than the next time given, nor than now; before the first one given, a minute before the next.
  private func partlyTimed(_ versions: [StoryRecord.Version]) -> [TimedVersion] {
    let now = Instant.now
    var times = versions.map(\.capturedAt)
    for index in times.indices.dropFirst() where times[index] == nil {
      guard let before = times[index - 1] else { continue }
      let later = before.advanced(bySeconds: 60)
      let next = versions[index...].lazy.compactMap(\.capturedAt).first
      times[index] = min(next ?? max(before, now), later)
    }
    for index in times.indices.dropLast().reversed() where times[index] == nil {
      times[index] = times[index + 1]?.advanced(bySeconds: -60)
    }
    return zip(versions, times).enumerated().compactMap { index, pair in
      guard let time = pair.1 else { return nil }
      return TimedVersion(
        number: index + 1, version: pair.0, time: time,
        source: pair.0.capturedAt == nil ? .assumed : .given)
    }
  }

  /// The story's revisions, oldest first; none where the archive does not have it.
  private func knownRevisions(of story: StoryID) throws -> [Revision] {
    do {
      return try archive.history(of: story).reversed()
    } catch ArchiveError.noSuchStory {
      return []
    }
  }
}
