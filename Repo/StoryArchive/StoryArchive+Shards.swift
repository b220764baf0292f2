import Git
import Glibc
import StoryModel

/// Where a story is: in this archive, or in one of those below it.
///
/// A full archive keeps its stories and takes no new ones, so that none ever moves: a story that it
/// does not have is looked for in the shard that its id's hash names. `FORMAT.md` says so for readers.
extension StoryArchive {
  /// Stories from which on an archive takes no new ones: few enough that all that is done to one
  /// repository at a time stays a matter of seconds.
  static let capacity = 1 << 16
  /// How deep archives may be in one another; eight levels are for 10¹⁴ stories.
  static let deepest = 8

  /// Whether new stories are in shards.
  var isFull: Bool {
    get throws(ArchiveError) {
      if isKnownToBeFull.withLock({ $0 }) { return true }
      let isFull = try read { try $0.target(of: ArchiveFormat.fullReference) != nil }
      if isFull { isKnownToBeFull.withLock { $0 = true } }
      return isFull
    }
  }

  /// Whether the story is here, and not in a shard.
  func holds(_ story: StoryID) throws(ArchiveError) -> Bool {
    try read { repository in
      for ref in [StoryRef(story), StoryRef(story, marked: true)]
      where try repository.target(of: ref.name) != nil { return true }
      return false
    }
  }

  /// Whether the story is here, or would be.
  func takes(_ story: StoryID) throws(ArchiveError) -> Bool {
    // In this order: once it is full, no story comes any more.
    guard try isFull else { return true }
    return try holds(story)
  }

  /// The archive that holds the story, or that would. Where its shard is not there yet, that is made,
  /// or nil is the answer. O(levels).
  func home(of story: StoryID, making: Bool) throws(ArchiveError) -> StoryArchive? {
    var archive = self
    while try !archive.takes(story) {
      guard let shard = try archive.shard(for: story, making: making) else { return nil }
      archive = shard
    }
    return archive
  }

  /// The shard of this archive that the story would be in.
  private func shard(
    for story: StoryID, making: Bool
  ) throws(ArchiveError) -> StoryArchive? {
    let digit = try archiveErrors(at: path, writing: false) {
      try StoryArchive.shardName(of: story, level: level)
    }
    if let known = shards.withLock({ $0[digit] }) { return known }
    let place = "\(StoryArchive.folder(path))shards/\(digit).git"
    guard level < StoryArchive.deepest else {
      throw .failed(path: place, because: "archives are in one another too deep")
    }
    for folder in [StoryArchive.folder(path) + "shards", place] {
      var status = stat()
      guard lstat(folder, &status) == 0 else {
        if making { break }
        return nil
      }
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: folder) }
    }
    if !making, !StoryArchive.isRepository(place + "/") { return nil }
    let opened =
      making
      ? try StoryArchive.openOrCreate(at: place, root: root, level: level + 1, capacity: capacity)
      : try StoryArchive.open(at: place, root: root, level: level + 1, capacity: capacity)
    return shards.withLock { shards in
      if let known = shards[digit] { return known }
      shards[digit] = opened
      return opened
    }
  }

  /// The digit of the hash of a story's id that names its shard in an archive of that level.
  static func shardName(of story: StoryID, level: Int) throws(GitError) -> String {
    let hash = try Repository.id(of: Array(story.description.utf8), as: .blob).description
    return String(hash.dropFirst(level).prefix(1))
  }

  /// The path of the folder, ending in a slash.
  static func folder(_ path: String) -> String { path.hasSuffix("/") ? path : path + "/" }

  /// The folders of the shards of the archive at `path` and of theirs, as paths in it that end in a
  /// slash; nothing is opened. Links are not followed.
  static func shardFolders(of path: String) throws(ArchiveError) -> [String] {
    try archiveErrors(at: path, writing: false) {
      var found: [String] = []
      var next = [(folder: "", level: 0)]
      while let (above, level) = next.popLast() {
        guard level < deepest else { break }
        for entry in try FileBytes.names(in: "\(folder(path))\(above)shards") where entry.isFolder {
          guard entry.name.utf8.count == 5, entry.name.hasSuffix(".git"),
            "0123456789abcdef".contains(entry.name.prefix(1))
          else { continue }
          let shard = "\(above)shards/\(entry.name)/"
          // A folder that holds nothing of a repository is nobody's.
          guard isRepository(folder(path) + shard) else { continue }
          found.append(shard)
          next.append((shard, level + 1))
        }
      }
      return found.sorted()
    }
  }

  /// Whether a folder, whose path ends in a slash, holds something of a repository.
  private static func isRepository(_ folder: String) -> Bool {
    ["HEAD", "objects", "refs"].contains { exists(folder + $0) }
  }

  /// This archive and all those below it.
  func allArchives() throws(ArchiveError) -> [StoryArchive] {
    guard try isFull else { return [self] }
    var archives = [self]
    for shard in try StoryArchive.shardFolders(of: path) {
      archives.append(
        try StoryArchive.open(
          at: StoryArchive.folder(path) + shard, root: root,
          level: level + shard.split(separator: "/").count / 2, capacity: capacity))
    }
    return archives
  }

  /// Reads where the story is.
  func read<T: Sendable>(
    _ story: StoryID, _ body: (borrowing Repository) throws -> T
  ) throws(ArchiveError) -> T {
    guard let home = try home(of: story, making: false) else {
      throw .noSuchStory(story.description, close: [])
    }
    return try home.read(body)
  }

  /// Writes where the story is, or is to be, under the lock of that archive; `body` is given its path.
  func write<T: Sendable>(
    _ story: StoryID, _ body: (borrowing Repository, _ path: String) throws -> T
  ) throws(ArchiveError) -> T {
    while true {
      guard let home = try home(of: story, making: true) else { continue }
      let result: T? = try home.write { repository in
        // While it waited for the lock, another writer may have filled it.
        try home.takes(story) ? try body(repository, home.path) : nil
      }
      if let result { return result }
    }
  }
}
