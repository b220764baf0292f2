import Git
import StoryModel

extension Repository {
  /// The revisions of superseded histories, and those that such a history went on from, with what it knew of
  /// their times.
  func supersededRevisions(of story: StoryID) throws -> [Revision] {
    var revisions: [Revision] = []
    let histories = try supersededHistories(of: story) { revisions.append($0) }
    return revisions + histories.compactMap(\.base)
  }

  /// Whether a revision says what an entry says, and was seen while that stood.
  func isKnown(_ revision: Revision, within entry: Timeline.Entry) throws -> Bool {
    guard revision.lastSeenAt.seconds > entry.capturedAt.seconds,
      revision.capturedAt.seconds < entry.lastSeenAt.seconds
    else { return false }
    switch entry.origin {
    case .added(let snapshot): return try saysTheSame(revision, as: snapshot)
    case .kept(let other), .again(let other, _):
      let name = SnapshotFiles.document
      if try file(name, of: revision) == file(name, of: other) { return true }
      return try value(of: name, of: revision, SnapshotFiles.readDocument)
        .saysTheSame(as: value(of: name, of: other, SnapshotFiles.readDocument))
    }
  }
}
