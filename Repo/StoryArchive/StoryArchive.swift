import Git
import StoryModel
import Synchronization

/// Stories and their revisions in a bare git repository; `FORMAT.md` says how they are kept.
///
/// Any number of threads and processes may read and write one archive at the same time: readers
/// never wait for writers, and writers wait for one another.
///
/// One that holds as many stories as one repository should takes no new ones; those are in archives
/// below it, its shards, which it finds by itself.
public final class StoryArchive: Sendable {
  public let path: String
  /// The path of the outermost archive.
  let root: String
  /// How many archives this one is below: 0 for the whole.
  let level: Int
  /// Stories from which on it is full.
  let capacity: Int
  /// Whether it was seen to be full, which it then stays; and its shards, as far as they were opened.
  let isKnownToBeFull = Mutex(false)
  let shards = Mutex<[String: StoryArchive]>([:])
  /// One handle for reading and one for writing, so that a reader does not wait for a disk.
  private let reader: Mutex<Repository>
  private let writer: Mutex<Repository>
  /// Whether what stopped writers left was looked for.
  private let isTidy = Mutex(false)

  init(path: String, root: String, level: Int, capacity: Int) throws(ArchiveError) {
    self.path = path
    self.root = root
    self.level = level
    self.capacity = capacity
    let reader = try Self.openRepository(at: path)
    let writer = try Self.openRepository(at: path)
    self.reader = Mutex(reader)
    self.writer = Mutex(writer)
  }

  static func openRepository(at path: String) throws(ArchiveError) -> Repository {
    do {
      return try Repository(openingBare: path)
    } catch {
      throw .git(error, at: path, writing: false)
    }
  }

  /// Reads; what goes wrong becomes an `ArchiveError`.
  func read<T: Sendable>(
    _ body: (borrowing Repository) throws -> T
  ) throws(ArchiveError) -> T {
    try archiveErrors(at: path, writing: false) {
      try reader.withLock { repository in try body(repository) }
    }
  }

  /// Writes, under the lock of the archive; what goes wrong becomes an `ArchiveError`.
  func write<T: Sendable>(
    _ body: (borrowing Repository) throws -> T
  ) throws(ArchiveError) -> T {
    try archiveErrors(at: path, writing: true) {
      try writer.withLock { repository in
        let lock = try ArchiveLock(archive: path)
        defer { lock.release() }
        tidy()
        return try body(repository)
      }
    }
  }

  /// Removes, once, what writers that were killed have left; only while the lock is held.
  func tidy() {
    isTidy.withLock { isTidy in
      if !isTidy { Leftovers.remove(archive: path) }
      isTidy = true
    }
  }
}
