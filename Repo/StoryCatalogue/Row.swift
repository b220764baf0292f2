import GRDB
import StoryArchive
import StoryModel

/// A story in the table.
struct Row: Hashable {
  let story: StoryID
  let headline: String
  let revisions: Int
  let changed, seen: Instant
  /// What the story's references lead to.
  let tip: ObjectID
  let sighting: ObjectID?
  /// The most that a revision up to the commit `measured` changed the one before.
  var significance: Int?
  var measured: ObjectID?
  /// Whether it is as it was written.
  private(set) var isWhole = true

  var entry: Catalogue.Entry {
    Catalogue.Entry(
      listing: StoryListing(
        id: story, headline: headline, revisions: revisions, lastChanged: changed, lastSeen: seen),
      significance: measured == tip ? significance : nil)
  }

  /// Where the story stands now; what was measured before holds as far as `measures` lead on from it.
  init(_ tip: StoryTip, _ old: Row?, _ measures: [ObjectID: ChangeNotes.Measure]) {
    story = tip.listing.id
    headline = tip.listing.headline
    revisions = tip.listing.revisions
    (changed, seen) = (tip.listing.lastChanged, tip.listing.lastSeen)
    self.tip = tip.commit
    sighting = tip.sighting
    (significance, measured) = (old?.significance, old?.measured)
    if revisions == 1 {
      (significance, measured) = (nil, tip.commit)
    } else if old?.measured != tip.commit {
      var most = 0, steps = 0
      var at = tip.commit
      while at != old?.measured, steps < revisions - 1, let measure = measures[at] {
        most = max(most, measure.significance)
        steps += 1
        at = measure.parent
      }
      if at == old?.measured {
        (significance, measured) = (max(most, old?.significance ?? 0), tip.commit)
      } else if steps == revisions - 1 {
        (significance, measured) = (most, tip.commit)
      }
    }
  }

  // MARK: SQL

  static let tables = """
    CREATE TABLE stories (
      id TEXT PRIMARY KEY NOT NULL, headline TEXT NOT NULL, revisions INTEGER NOT NULL,
      changed INTEGER NOT NULL, changedOffset INTEGER NOT NULL, seen INTEGER NOT NULL,
      seenOffset INTEGER NOT NULL, tip TEXT NOT NULL, sighting BLOB, significance INTEGER,
      measured TEXT, checksum INTEGER NOT NULL, headlineKey TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE damaged (id TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;
    CREATE TABLE left (
      tip TEXT NOT NULL, id TEXT NOT NULL, revisions INTEGER NOT NULL, PRIMARY KEY (id, tip))
      WITHOUT ROWID;
    CREATE TABLE counts (stories INTEGER NOT NULL, revisions INTEGER NOT NULL);
    INSERT INTO counts VALUES (0, 0);
    CREATE TRIGGER added AFTER INSERT ON stories BEGIN
      UPDATE counts SET stories = stories + 1, revisions = revisions + new.revisions;
    END;
    CREATE TRIGGER changed AFTER UPDATE OF revisions ON stories BEGIN
      UPDATE counts SET revisions = revisions - old.revisions + new.revisions;
    END;
    CREATE TRIGGER removed AFTER DELETE ON stories BEGIN
      UPDATE counts SET stories = stories - 1, revisions = revisions - old.revisions;
    END;
    """

  /// Made once the rows are there, which is quicker. Each ends in the id, as the table is ordered by it.
  static let indexes = """
    CREATE INDEX byHeadline ON stories (headlineKey, headline);
    CREATE INDEX byRevisions ON stories (revisions DESC);
    CREATE INDEX byChanged ON stories (changed DESC);
    CREATE INDEX bySeen ON stories (seen DESC);
    CREATE INDEX bySignificance ON stories (significance DESC);
    CREATE INDEX unmeasured ON stories (id) WHERE measured IS NOT tip;
    """

  /// Gives `take` the rows from `offset` on in `order`, `limit` of them at most, some at a time.
  static func pages(
    _ database: Database, _ order: Catalogue.Order, offset: Int, limit: Int,
    _ take: ([Row]) throws -> Void
  ) throws {
    let by =
      switch order {
      case .id: "id"
      case .headline: "headlineKey, headline, id"
      case .changed, .seen, .revisions, .significance: "\(order.rawValue) DESC, id"
      }
    let found = try GRDB.Row.fetchCursor(
      database, sql: "SELECT * FROM stories ORDER BY \(by) LIMIT ? OFFSET ?",
      arguments: [limit, offset])
    var rows: [Row] = []
    while let row = try found.next() {
      rows.append(try Row(row))
      if rows.count == pageSize {
        try take(rows)
        rows.removeAll(keepingCapacity: true)
      }
    }
    if !rows.isEmpty { try take(rows) }
  }

  private static let pageSize = 1024

  /// The stories after `last`, by id.
  static func ids(
    _ database: Database, after last: StoryID?, limit: Int
  ) throws -> [StoryID] {
    try String.fetchAll(
      database, sql: "SELECT id FROM stories WHERE id > ? ORDER BY id LIMIT ?",
      arguments: [last?.description ?? "", limit]
    ).map { try StoryID($0) }
  }

  static func unmeasured(_ database: Database, after last: StoryID?, limit: Int) throws -> [Row] {
    try GRDB.Row.fetchAll(
      database,
      sql: "SELECT * FROM stories WHERE measured IS NOT tip AND id > ? ORDER BY id LIMIT ?",
      arguments: [last?.description ?? "", limit]
    ).map { try Row($0) }
  }

  static func one(_ database: Database, _ story: StoryID) throws -> Row? {
    try GRDB.Row.fetchOne(
      database.cachedStatement(sql: "SELECT * FROM stories WHERE id = ?"),
      arguments: [story.description]
    ).map { try Row($0) }
  }

  static func remove(_ database: Database, _ story: StoryID) throws {
    try database.execute(sql: "DELETE FROM stories WHERE id = ?", arguments: [story.description])
  }

  /// The stories that could not be read, by id; no more than 10,000.
  static func damaged(_ database: Database) throws -> [StoryID] {
    try String.fetchAll(database, sql: "SELECT id FROM damaged ORDER BY id LIMIT 10000")
      .compactMap { try? StoryID($0) }
  }

  static func setDamaged(_ database: Database, _ story: StoryID, _ isDamaged: Bool) throws {
    try database.execute(
      sql: isDamaged
        ? "INSERT OR IGNORE INTO damaged VALUES (?)" : "DELETE FROM damaged WHERE id = ?",
      arguments: [story.description])
  }

  /// The latest revisions that stories had and that are in their histories no more, by id; no more than 10,000.
  static func left(_ database: Database) throws -> [LeftRevision] {
    try GRDB.Row.fetchAll(
      database, sql: "SELECT id, tip, revisions FROM left ORDER BY id LIMIT 10000"
    ).compactMap { row in
      guard let id = String.fromDatabaseValue(row["id"]), let story = try? StoryID(id),
        let tip = String.fromDatabaseValue(row["tip"]).flatMap({ ObjectID($0) }),
        let number = Int.fromDatabaseValue(row["revisions"])
      else { return nil }
      return LeftRevision(story: story, commit: tip, number: number)
    }
  }

  static func counts(_ database: Database) throws -> Catalogue.Counts {
    guard let row = try GRDB.Row.fetchOne(database, sql: "SELECT * FROM counts") else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT)
    }
    return Catalogue.Counts(stories: row["stories"], revisions: row["revisions"])
  }

  private var arguments: StatementArguments {
    [
      story.description, headline, revisions, changed.seconds, changed.offsetMinutes, seen.seconds,
      seen.offsetMinutes, tip.description, sighting?.description, significance,
      measured?.description, checksum, HeadlineOrder.key(of: headline),
    ]
  }

  func insert(_ database: Database) throws {
    try database.cachedStatement(
      sql: "INSERT INTO stories VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
    ).execute(arguments: arguments)
  }

  func save(_ database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO stories VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET
          headline = excluded.headline, revisions = excluded.revisions,
          changed = excluded.changed, changedOffset = excluded.changedOffset,
          seen = excluded.seen, seenOffset = excluded.seenOffset, tip = excluded.tip,
          sighting = excluded.sighting, significance = excluded.significance,
          measured = excluded.measured, checksum = excluded.checksum,
          headlineKey = excluded.headlineKey
        """
    ).execute(arguments: arguments)
  }

  /// Reads a row; one that no writer could have written is damage.
  init(_ row: GRDB.Row) throws {
    func value<T: DatabaseValueConvertible>(_ name: String) throws -> T {
      guard let value = T.fromDatabaseValue(row[name]) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT)
      }
      return value
    }
    func object(_ name: String) throws -> ObjectID? {
      guard let text = try value(name) as String? else { return nil }
      guard let id = ObjectID(text) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
      return id
    }
    guard let story = try? StoryID(try value("id")), let tip = try object("tip") else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT)
    }
    self.story = story
    self.tip = tip
    headline = try value("headline")
    revisions = try value("revisions")
    changed = Instant(seconds: try value("changed"), offsetMinutes: try value("changedOffset"))
    seen = Instant(seconds: try value("seen"), offsetMinutes: try value("seenOffset"))
    sighting = try object("sighting")
    significance = try value("significance") as Int?
    measured = try object("measured")
    let key = try value("headlineKey") as String
    isWhole =
      checksum == (try value("checksum") as Int64) && HeadlineOrder.key(of: headline) == key
  }

  /// FNV-1a of all that it holds: SQLite has no checksums of its own.
  private var checksum: Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let text =
      "\(story)\n\(headline)\n\(revisions)\n\(changed)\n\(seen)\n\(tip)\n"
      + "\(sighting?.description ?? "")\n\(significance ?? -1)\n\(measured?.description ?? "")"
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int64(bitPattern: hash)
  }
}
