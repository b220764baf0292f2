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

    let id: Int
    let origin: Origin
    var capturedAt: Instant
    var lastSeenAt: Instant
    /// How often the tip was seen after its capture; 0 for others, which do not say.
    var sightings = 0
  }

  enum Outcome {
    case known(entry: Int), seen(entry: Int), inserted(entry: Int)

    var entry: Int {
      switch self {
      case .known(let entry), .seen(let entry), .inserted(let entry): entry
      }
    }
  }

  private(set) var entries: [Entry] = []
  private var nextID = 0

  /// - Parameters:
  ///   - revisions: From the oldest that matters to the latest.
  ///   - sightings: How often the latest was seen after its capture.
  init(_ revisions: [Revision], sightings: Int) {
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
  /// that is known; a text that is known to have stood before and after it is parted in two.
  mutating func insert(
    _ snapshot: PreparedSnapshot,
    saysTheSame: (Revision, PreparedSnapshot) throws -> Bool
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
    for index in entries[..<next].indices.reversed() {
      guard entries[index].lastSeenAt.seconds >= time.seconds else { break }
      if try isSame(entries[index]) { return .known(entry: entries[index].id) }
      if snapshot.snapshot.capture.isOfTheClock { break }
    }
    if next > 0, entries[next - 1].lastSeenAt.seconds > time.seconds {
      part(next - 1)
    } else {
      if next > 0, try isSame(entries[next - 1]) {
        entries[next - 1].lastSeenAt = time
        if next == entries.count { entries[next - 1].sightings += 1 }
        return .seen(entry: entries[next - 1].id)
      }
      if next < entries.count, try isSame(entries[next]) {
        var earlier = entry(.added(snapshot), time, lastSeenAt: entries[next].lastSeenAt)
        earlier.sightings = next + 1 == entries.count ? entries[next].sightings + 1 : 0
        entries[next] = earlier
        return .inserted(entry: earlier.id)
      }
    }
    let new = entry(.added(snapshot), time)
    entries.insert(new, at: next)
    return .inserted(entry: new.id)
  }

  /// Parts an entry into its capture and its last sighting.
  private mutating func part(_ index: Int) {
    let whole = entries[index]
    let origin: Entry.Origin =
      switch whole.origin {
      case .kept(let revision): .again(revision, sightings: whole.sightings)
      case .again(let revision, _): .again(revision, sightings: whole.sightings)
      case .added(let snapshot): .added(snapshot.again(at: whole.lastSeenAt, sightings: 0))
      }
    entries[index].lastSeenAt = whole.capturedAt
    entries[index].sightings = 0
    entries.insert(entry(origin, whole.lastSeenAt), at: index + 1)
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
