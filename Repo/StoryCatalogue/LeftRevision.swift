import GRDB
import StoryArchive
import StoryModel

/// The latest revision that the catalogue knew of a story, where the story's history has it no more: somebody
/// set its reference back, and git says nothing of what it led to.
///
/// It is remembered until the catalogue is made anew.
struct LeftRevision {
  let story: StoryID
  let commit: ObjectID
  let number: Int

  init(story: StoryID, commit: ObjectID, number: Int) {
    (self.story, self.commit, self.number) = (story, commit, number)
  }

  init(_ row: Row) { self.init(story: row.story, commit: row.tip, number: row.revisions) }

  var problem: String {
    "its reference was set back: revision \(number), commit \(commit), is in its history no more"
  }

  var complaint: ArchiveError {
    .damaged(
      object: nil, story: story, revision: nil, because: "\(problem); \(Catalogue.lostAdvice)")
  }

  func save(_ database: Database) throws {
    try database.execute(
      sql: "INSERT OR IGNORE INTO left VALUES (?, ?, ?)",
      arguments: [commit.description, story.description, number])
  }
}

extension Catalogue {
  /// Whether the story's history has the revision of the row no more. What cannot be read tells of nothing.
  func hasLeft(_ row: Row) throws -> Bool {
    try row.isWhole && isOutside(LeftRevision(row))
  }

  private func isOutside(_ revision: LeftRevision) throws -> Bool {
    do {
      guard try archive.targets(of: revision.story) != nil else { return false }
      return try !archive.hasRevision(
        revision.commit, numbered: revision.number, of: revision.story)
    } catch let error as ArchiveError where !error.isRefusal {
      return false
    }
  }

  /// The revisions that are in no history. One that is again, since its reference was mended, is none.
  func left(in database: DatabaseQueue) throws -> [LeftRevision] {
    try database.read(Row.left).filter(isOutside)
  }
}
