import Git
import StoryModel

/// The end of a story's history, while older captures are put into it.
///
/// A list of texts, each with the time at which it was first and last seen; it says which text stood
/// when, and nothing of commits.
struct Timeline {
  struct Entry {
    enum Origin {
      case kept(Revision)
      case added(PreparedSnapshot)
      /// A revision that was last seen after another text had stood.
      case again(Revision, sightings: Int)
    }

    var id: Int
    let origin: Origin
    var capturedAt: Instant
    var lastSeenAt: Instant
    /// How often the tip was seen after its capture; 0 for others, which do not say.
    var sightings = 0
    /// Captures of the same text that lie within it, as far as they came with what is put in.
    var within: [Entry] = []
  }

  enum Outcome {
    case known(entry: Int, isFollowed: Bool), seen(entry: Int), inserted(entry: Int)

    var entry: Int {
      switch self {
      case .known(let entry, _), .seen(let entry), .inserted(let entry): entry
      }
    }
  }

  private(set) var entries: [Entry] = []
  private var nextID = 0
  /// The second of the snapshot that was put in last, and its entry: those of that second that come next
  /// are not before it.
  private var last: (seconds: Int64, entry: Int)?
  private let run: SnapshotRun?

  /// - Parameters:
  ///   - revisions: From the oldest that matters to the latest.
  ///   - sightings: How often the latest was seen after its capture.
  ///   - run: What the snapshots go on with, if they do.
  init(_ revisions: [Revision], sightings: Int, in run: SnapshotRun? = nil) {
    self.run = run
    for revision in revisions {
      entries.append(
        entry(.kept(revision), revision.capturedAt, lastSeenAt: revision.lastSeenAt))
    }
    if !entries.isEmpty { entries[entries.count - 1].sightings = sightings }
  }

  private mutating func entry(
    _ origin: Entry.Origin, _ capturedAt: Instant, lastSeenAt: Instant? = nil
  ) -> Entry {
    nextID += 1
    return Entry(
      id: nextID, origin: origin, capturedAt: capturedAt, lastSeenAt: lastSeenAt ?? capturedAt)
  }

  /// Puts a capture at its place.
  ///
  /// Of a text that stood before or after it without a break, it makes the time longer for which
  /// that is known; a text that is known to have stood before and after it is parted in two. Those of one
  /// second come in their order.
  ///
  /// - Parameter superseded: Revisions of superseded histories that say what an entry says.
  mutating func insert(
    _ snapshot: PreparedSnapshot,
    saysTheSame: (Revision, PreparedSnapshot) throws -> Bool,
    superseded: (Entry) throws -> [Revision]
  ) throws -> Outcome {
    let outcome = try place(snapshot, saysTheSame, superseded)
    last = (snapshot.snapshot.capture.capturedAt.seconds, outcome.entry)
    return outcome
  }

  private mutating func place(
    _ snapshot: PreparedSnapshot, _ saysTheSame: (Revision, PreparedSnapshot) throws -> Bool,
    _ superseded: (Entry) throws -> [Revision]
  ) throws -> Outcome {
    func isSame(_ entry: Entry) throws -> Bool {
      switch entry.origin {
      case .kept(let revision), .again(let revision, _): try saysTheSame(revision, snapshot)
      case .added(let other):
        other.documentID == snapshot.documentID
          || other.snapshot.document.saysTheSame(as: snapshot.snapshot.document)
      }
    }
    let time = snapshot.snapshot.capture.capturedAt
    let next =
      entries.firstIndex { $0.capturedAt.seconds > time.seconds } ?? entries.count
    // Within one second several may have stood.
    let first = first(at: time)
    var known: Int?
    for index in entries[..<next].indices.reversed() where index >= first {
      guard entries[index].lastSeenAt.seconds >= time.seconds else { break }
      if try isSame(entries[index]) { known = index }
      if snapshot.snapshot.capture.isOfTheClock { break }
    }
    let new = entry(.added(snapshot), time)
    if let known {
      entries[known].within.append(new)
      let isFollowed = try known < next - 1 && !isSame(entries[next - 1])
      return .known(entry: entries[known].id, isFollowed: isFollowed)
    }
    if next > 0, entries[next - 1].lastSeenAt.seconds > time.seconds {
      let others = try superseded(entries[next - 1]).map {
        entry(.kept($0), $0.capturedAt, lastSeenAt: $0.lastSeenAt)
      }
      part(next - 1, at: time, others)
    } else {
      if next > 0, try isSame(entries[next - 1]) {
        if new.isAssumed { return .known(entry: entries[next - 1].id, isFollowed: false) }
        entries[next - 1].lastSeenAt = time
        entries[next - 1].within.append(new)
        if next == entries.count { entries[next - 1].sightings += 1 }
        return .seen(entry: entries[next - 1].id)
      }
      if next < entries.count, try isSame(entries[next]) {
        var later = entries[next]
        if new.isAssumed { return .known(entry: later.id, isFollowed: false) }
        var earlier = new
        let isSeen = !later.isAssumed || later.lastSeenAt.seconds > later.capturedAt.seconds
        if isSeen { earlier.lastSeenAt = later.lastSeenAt }
        if next + 1 == entries.count {
          earlier.sightings = later.sightings + (later.isAssumed ? 0 : 1)
        }
        // Who was told of the one is told of the other.
        swap(&earlier.id, &later.id)
        earlier.within = later.within + [later]
        entries[next] = earlier
        return .inserted(entry: earlier.id)
      }
    }
    entries.insert(new, at: next)
    return .inserted(entry: new.id)
  }

  /// The entry before which a snapshot of `time` cannot stand, since one of its second was put in there.
  private func first(at time: Instant) -> Int {
    if let last, last.seconds == time.seconds {
      return entries.firstIndex { $0.id == last.entry } ?? 0
    }
    guard let commit = run?.place(at: time) else { return 0 }
    return entries.firstIndex {
      if case .kept(let revision) = $0.origin { revision.commit == commit } else { false }
    } ?? 0
  }

  /// Parts an entry into what is known to have stood up to `time`, and what is known to have stood
  /// after it.
  ///
  /// - Parameter others: More captures of its text, within it or not.
  private mutating func part(_ index: Int, at time: Instant, _ others: [Entry]) {
    let whole = entries[index]
    let range = whole.capturedAt.seconds + 1..<whole.lastSeenAt.seconds
    var known = (whole.within + others).flatMap { entry in
      entry.lastSeenAt.seconds > entry.capturedAt.seconds
        ? [entry, again(entry, sightings: 1)] : [entry]
    }
    known = known.filter { !$0.isAssumed && range.contains($0.capturedAt.seconds) }
    known.sort { $0.capturedAt.seconds < $1.capturedAt.seconds }
    let before = known.prefix { $0.capturedAt.seconds <= time.seconds }
    let after = known.dropFirst(before.count)
    entries[index].lastSeenAt = before.last?.capturedAt ?? whole.capturedAt
    entries[index].sightings = 0
    entries[index].within = Array(before)
    var later = after.first ?? again(whole, sightings: whole.sightings)
    later.lastSeenAt = whole.lastSeenAt
    later.sightings = after.count
    later.within = Array(after.dropFirst())
    entries.insert(later, at: index + 1)
  }

  /// An entry at the time when it was last seen, of which no more is known.
  private mutating func again(_ whole: Entry, sightings: Int) -> Entry {
    let origin: Entry.Origin =
      switch whole.origin {
      case .kept(let revision), .again(let revision, _): .again(revision, sightings: sightings)
      case .added(let snapshot): .added(snapshot.again(at: whole.lastSeenAt, sightings: 0))
      }
    return entry(origin, whole.lastSeenAt)
  }
}

extension Timeline.Entry {
  /// Whether the time of its capture is not known, so that it was not seen then.
  fileprivate var isAssumed: Bool {
    switch origin {
    case .kept(let revision): revision.timeSource == .assumed
    case .added(let snapshot): snapshot.snapshot.capture.timeSource == .assumed
    case .again: false
    }
  }
}

extension PreparedSnapshot {
  /// The snapshot of a later sighting, of which only the time is known.
  func again(at time: Instant, sightings: Int) -> PreparedSnapshot {
    var later = self
    later.snapshot.capture = snapshot.capture.again(at: time, sightings: sightings)
    return later
  }
}

extension CaptureRecord {
  /// The record of a later sighting that said the same, of which only the time is known.
  func again(at time: Instant, sightings: Int) -> CaptureRecord {
    var later = self
    later.capturedAt = time
    let count = sightings > 1 ? "the last of \(sightings) times" : "then"
    later.warnings.append(
      "seen unchanged \(count); the bytes are those of the capture of \(capturedAt)")
    return later
  }
}
