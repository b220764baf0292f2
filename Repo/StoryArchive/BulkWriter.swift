import Git
import StoryModel

/// Writes many snapshots of many stories, for an import.
public final class BulkWriter {
  private let archive: StoryArchive

  init(_ archive: StoryArchive) { self.archive = archive }

  /// Adds a snapshot; durable after the next `flush`.
  public func record(_ snapshot: Snapshot, of story: StoryID) throws -> RecordOutcome {
    try archive.record(snapshot, of: story)
  }

  /// Makes everything so far durable.
  public func flush() throws {}
}

extension StoryArchive {
  /// A writer for an import: many snapshots of many stories.
  public func bulkWriter() throws -> BulkWriter { BulkWriter(self) }
}
