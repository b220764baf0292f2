import GRDB
import Glibc
import StoryArchive

/// The file of a catalogue: SQLite in its write-ahead mode, so that readers and a writer do not wait for
/// one another.
enum CatalogueFile {
  /// The file is not finished, of another version, or cannot be written.
  struct UnusableError: Error, CustomStringConvertible {
    var description: String {
      "the archive's catalogue cannot be used: look whether its folder, with catalogue.sqlite in it, "
        + "can be written"
    }
  }

  /// Raised where the tables change.
  static let version = 2

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Removes the file, and those that SQLite keeps beside it.
  static func remove(_ path: String) {
    for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
  }

  /// Opens a catalogue; throws where it is not one that can be used.
  static func open(_ path: String, engine: Int) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    let database = try DatabaseQueue(path: path, configuration: configuration)
    let (found, measuredBy) = try database.read { database in
      (
        try Int.fetchOne(database, sql: "PRAGMA user_version"),
        try Int.fetchOne(database, sql: "PRAGMA application_id")
      )
    }
    guard found == version else { throw UnusableError() }
    if measuredBy != engine {
      try database.write { database in
        try database.execute(sql: "UPDATE stories SET measured = NULL, significance = NULL")
        try database.execute(sql: "PRAGMA application_id = \(engine)")
      }
    }
    return database
  }

  /// Makes a catalogue that `fill` fills.
  ///
  /// Until its end it has no version, so that one that was not finished is made anew; and it is on the
  /// disk before it has one.
  static func build(
    _ path: String, engine: Int, fill: (Database) throws -> Void
  ) throws -> DatabaseQueue {
    let database = try DatabaseQueue(path: path)
    try database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      try database.inTransaction {
        try database.execute(sql: Row.tables)
        return .commit
      }
      try database.inTransaction {
        try fill(database)
        try database.execute(sql: Row.indexes)
        return .commit
      }
    }
    try sync(path)
    try database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
      try database.execute(sql: "PRAGMA application_id = \(engine)")
      try database.execute(sql: "PRAGMA user_version = \(version)")
    }
    return database
  }

  private static func sync(_ path: String) throws {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw UnusableError() }
    defer { close(file) }
    guard fsync(file) == 0 else { throw UnusableError() }
  }

  /// What SQLite finds wrong with the file; nil where that is nothing.
  static func integrity(_ database: Database) throws -> String? {
    let found = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)") ?? ""
    return found == "ok" ? nil : found
  }

  /// Runs `body` while no other process opens or makes the catalogue: a lock of the kernel, which goes
  /// with its process.
  static func locked<T>(_ path: String, _ body: () throws -> T) throws -> T {
    let file = Glibc.open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard file >= 0 else { throw UnusableError() }
    defer { close(file) }
    while flock(file, LOCK_EX) != 0 {
      guard errno == EINTR else { throw UnusableError() }
    }
    defer { flock(file, LOCK_UN) }
    return try body()
  }
}
