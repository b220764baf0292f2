import GRDB
import StoryArchive
import StoryModel
import Synchronization

/// The stories of an archive in a table, for what git cannot answer fast: any order, any page, counts.
///
/// It is derived from git and never believed over it: what it shows of a story is held against the
/// story's references, what changed is noted by every writer (`ChangeNotes`), and where it is lost,
/// damaged, or of another version, it is made anew. A process on another machine, or git itself, leaves
/// no notes; `keepUp(all:)` finds what they did.
public final class Catalogue: Sendable {
  /// What a list of stories is sorted by.
  public enum Order: String, Sendable, CaseIterable {
    /// From A on.
    case id, headline
    /// The latest, or the most, first.
    case changed, seen, revisions, significance
  }

  /// A story, and how much the most significant of its changes changed it.
  public struct Entry: Sendable, Hashable {
    public let listing: StoryListing
    /// 0 to 100; nil for a story of one revision, and where it was not measured yet.
    public let significance: Int?
  }

  /// How many stories and revisions there are.
  public struct Counts: Sendable, Hashable {
    public let stories, revisions: Int
  }

  let archive: StoryArchive
  /// The version of what measures significance; what another has measured is not counted.
  let engine: Int
  let opened: Mutex<DatabaseQueue?> = Mutex(nil)

  /// The catalogue of an archive; nothing is opened until something is asked.
  public init(of archive: StoryArchive, engine: Int) {
    self.archive = archive
    self.engine = engine
  }

  /// The file, in the folder of the archive.
  var path: String {
    (archive.path.hasSuffix("/") ? archive.path : archive.path + "/") + ChangeNotes.catalogueFile
  }

  // MARK: Asking

  /// Gives `take` the stories from `offset` on in `order`, `limit` of them at most, a page at a time, each
  /// with how many the whole has; equals stand by their ids. An empty list is one empty page.
  ///
  /// All of it is as it was at one instant, and no more than a page is held. O(offset + limit) in the
  /// table; each story that is shown costs a look at its references. `complain` is told of stories that
  /// are damaged, where the catalogue is made anew. Once `take` was called nothing is begun again.
  public func stories(
    _ order: Order, offset: Int = 0, limit: Int = .max,
    complain: (ArchiveError) -> Void = { _ in },
    _ take: (_ page: [Entry], _ all: Counts) throws -> Void
  ) throws {
    do {
      try current(complain) { database in
        var told: Set<StoryID> = []
        try self.lookAgain(in: database, &told, complain)
        // A connection of its own: what is read stays as it is while the other takes up what is not true.
        let snapshot = try CatalogueFile.open(path, engine: engine)
        var attempts = 0
        var isShown = false
        while !isShown {
          attempts += 1
          isShown = try snapshot.read { rows in
            let first = try self.check(rows, order, offset, limit, in: database)
            // A story that changes all the time is shown as it was a moment ago.
            guard first.isTrue || attempts == 4 else {
              try self.lookAgain(in: database, &told, complain)
              return false
            }
            do {
              try self.show(rows, order, offset, limit, first, take)
            } catch {
              throw ShownError(reason: error)
            }
            return true
          }
        }
      }
    } catch let error as ShownError {
      if let reason = error.reason as? DatabaseError {
        throw CatalogueError(description: "the catalogue: \(reason.message ?? "\(reason)")")
      }
      throw error.reason
    }
  }

  /// What went wrong when a part was shown already, so that nothing may be shown anew.
  private struct ShownError: Error {
    let reason: any Error
  }

  /// Whether all that is to be shown is true; takes up what is not. With the page, where it is but one.
  private func check(
    _ rows: Database, _ order: Order, _ offset: Int, _ limit: Int, in database: DatabaseQueue
  ) throws -> (isTrue: Bool, page: [Row]?) {
    var isTrue = true
    var pages = 0
    var page: [Row] = []
    try Row.pages(rows, order, offset: offset, limit: limit) { found in
      pages += 1
      page = pages == 1 ? found : []
      let wrong = try found.filter { try !self.isTrue($0) }
      if wrong.isEmpty { return }
      isTrue = false
      try self.take(wrong.map { ChangeNotes.Note($0.story) }, in: database)
    }
    return (isTrue, pages > 1 ? nil : page)
  }

  private func show(
    _ rows: Database, _ order: Order, _ offset: Int, _ limit: Int,
    _ first: (isTrue: Bool, page: [Row]?), _ take: ([Entry], Counts) throws -> Void
  ) throws {
    let counts = try Row.counts(rows)
    if let page = first.page { return try take(page.map(\.entry), counts) }
    try Row.pages(rows, order, offset: offset, limit: limit) { page in
      try take(page.map(\.entry), counts)
    }
  }

  /// How many stories and revisions there are. O(1).
  public func counts() throws -> Counts {
    try current { database in try database.read { try Row.counts($0) } }
  }

  /// Tells of the stories that could not be read, are lost, or were set back.
  public func tellOfDamage(_ complain: (ArchiveError) -> Void) throws {
    try current { database in
      var told: Set<StoryID> = []
      try self.lookAgain(in: database, &told, complain)
    }
  }

  /// Tells of the stories that could not be read or are lost, and takes up those that can be read by now.
  private func lookAgain(
    in database: DatabaseQueue, _ told: inout Set<StoryID>, _ complain: (ArchiveError) -> Void
  ) throws {
    for revision in try left(in: database) where told.insert(revision.story).inserted {
      complain(revision.complaint)
    }
    for story in try database.read(Row.damaged) where told.insert(story).inserted {
      do {
        if try archive.tip(of: story) == nil { complain(Catalogue.lost(story)) }
        try take([ChangeNotes.Note(story)], in: database)
      } catch let error as ArchiveError {
        complain(error)
      }
    }
  }

  /// That git has no reference to a story that was in the catalogue. It is remembered until the catalogue
  /// is made anew, since a lost reference is else seen by nobody.
  static func lost(_ story: StoryID) -> ArchiveError {
    .damaged(
      object: nil, story: story, revision: nil,
      because: "its reference is lost; \(lostAdvice)")
  }

  /// What to do about a reference that is lost, or that was set back.
  public static let lostAdvice =
    "'stet repair --from' a copy sets it again, and 'stet reindex' forgets it, where this was done"
    + " on purpose"

  /// Throws where the catalogue had the story and git has no reference to it: what would be recorded as its first
  /// revision would hide those that it had. O(1); nothing where there is no catalogue, or none to be read.
  public func refuseLost(_ story: StoryID) throws {
    guard CatalogueFile.exists(path), try archive.targets(of: story) == nil else { return }
    let isKnown =
      try asItIs { database in
        try database.read { rows in
          try Row.one(rows, story)?.isWhole ?? Row.damaged(rows).contains(story)
        }
      } ?? false
    // Another writer may have recorded its first revision meanwhile.
    if isKnown, try archive.targets(of: story) == nil { throw Catalogue.lost(story) }
  }

  /// The stories of which it had revisions that git leads to no more, as far as it was kept up (`keepUp(all:)`).
  /// O(those).
  public func lostStories() throws -> [StoryID] {
    let found = try asItIs { try lost(in: $0, isComplete: true).compactMap(\.story) } ?? []
    return Set(found).sorted()
  }

  /// Gives `body` the catalogue with nothing taken up; nil where there is none, or none that can be read.
  private func asItIs<T>(_ body: (DatabaseQueue) throws -> T) throws -> T? {
    guard CatalogueFile.exists(path) else { return nil }
    do {
      return try body(
        try opened.withLock { known in
          let database = try known ?? CatalogueFile.open(path, engine: engine)
          known = database
          return database
        })
    } catch is DatabaseError {
      return nil
    } catch is CatalogueFile.UnusableError {
      return nil
    }
  }

  /// Whether the row says what the references say, and is as it was written.
  private func isTrue(_ row: Row) throws -> Bool {
    guard row.isWhole else { return false }
    do {
      let targets = try archive.targets(of: row.story)
      return targets?.tip == row.tip && targets?.sighting == row.sighting
    } catch let error as ArchiveError where !error.isRefusal {
      return false
    }
  }

  // MARK: Significance

  /// Up to `limit` stories after `last` whose significance is not that of all their revisions, by id:
  /// with the commit up to which it was measured, and what it was there.
  public func unmeasured(
    after last: StoryID?, limit: Int
  ) throws -> [(story: StoryID, upTo: ObjectID?, significance: Int?)] {
    try current { database in
      try database.read { try Row.unmeasured($0, after: last, limit: limit) }
        .map { ($0.story, $0.measured, $0.significance) }
    }
  }

  /// Puts down how significant stories are, measured up to a commit.
  public func measure(
    _ values: [(story: StoryID, upTo: ObjectID, significance: Int?)]
  ) throws {
    try current { database in
      try database.write { database in
        for value in values {
          guard var row = try Row.one(database, value.story) else { continue }
          (row.measured, row.significance) = (value.upTo, value.significance)
          try row.save(database)
        }
      }
    }
  }
}

/// Why there is no catalogue to ask: its file can be neither read nor made.
public struct CatalogueError: Error, Sendable, CustomStringConvertible {
  public let description: String
}

extension DatabaseError {
  /// Whether the system does not let it be written, which says nothing of the file.
  var isRefusal: Bool {
    [.SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_BUSY].contains(
      resultCode.primaryResultCode)
  }

  /// Whether the file itself is the trouble, so that another would do.
  var isDamage: Bool {
    [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_FORMAT].contains(
      resultCode.primaryResultCode)
  }
}
