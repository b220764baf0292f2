import Git
import StoryModel

/// What revisions say that were written last, and which were before them.
///
/// A story may change many times within a second, and then what comes next is held against each of
/// those. It stays true whoever else writes, since a commit never changes.
struct RecentRevisions {
  /// How many are kept: with their texts, those that one group brings and some before.
  private static let limit = 256, byteLimit = 16 << 20

  private struct Entry {
    let document: Document
    let documentID: ObjectID
    let before: Revision?
  }

  private var entries: [ObjectID: Entry] = [:]
  private var bytes = 0

  /// Keeps a revision that was just written, and the one before it.
  mutating func add(_ revision: Revision, of snapshot: PreparedSnapshot, after before: Revision?) {
    bytes += snapshot.document.count
    if entries.count >= RecentRevisions.limit || bytes > RecentRevisions.byteLimit {
      entries = [:]
      bytes = snapshot.document.count
    }
    entries[revision.commit] = Entry(
      document: snapshot.snapshot.document, documentID: snapshot.documentID, before: before)
  }

  /// Whether the revision says what the snapshot says; nil where it is not known.
  func saysTheSame(_ revision: Revision, as snapshot: PreparedSnapshot) -> Bool? {
    guard let entry = entries[revision.commit] else { return nil }
    return entry.documentID == snapshot.documentID
      || entry.document.saysTheSame(as: snapshot.snapshot.document)
  }

  /// The revision before one, which may have none; nil where that is not known.
  func before(_ revision: Revision) -> Revision?? {
    entries[revision.commit].map { $0.before }
  }
}
