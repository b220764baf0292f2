import Git
import Glibc
import StoryModel

/// Which stories' references are about to move, for a catalogue that wants to keep up: lines of the file
/// `stet.changed` in the outermost archive.
///
/// They are on the disk before a reference moves, so that whatever stops the writer, a catalogue that
/// has read them all knows no less than git; and they are written only where there is a catalogue.
public enum ChangeNotes {
  /// The catalogue's file, and that of the notes, in the folder of the archive.
  public static let catalogueFile = "catalogue.sqlite", file = "stet.changed"

  /// That a story may have changed, and how much a revision of it changed the one before, where the
  /// writer found out.
  public struct Note: Sendable, Hashable {
    /// When it was written, in seconds since 1970.
    public let time: Int
    public let story: StoryID
    public let measure: Measure?

    /// A note of this moment.
    public init(_ story: StoryID, measure: Measure? = nil) {
      (time, self.story, self.measure) = (Int(Glibc.time(nil)), story, measure)
    }

    /// Reads a line without its end; nil for anything else.
    init?(line: ArraySlice<UInt8>) {
      let parts = line.split(separator: 32, maxSplits: 4, omittingEmptySubsequences: false)
      guard parts.count == 5, let time = Int(String(decoding: parts[0], as: UTF8.self)),
        let story = try? StoryID(String(decoding: parts[4], as: UTF8.self))
      else { return nil }
      (self.time, self.story) = (time, story)
      if let commit = ObjectID(hex: parts[1]), let parent = ObjectID(hex: parts[2]),
        let value = Int(String(decoding: parts[3], as: UTF8.self))
      {
        measure = Measure(commit: commit, parent: parent, significance: value)
      } else {
        measure = nil
      }
    }

    var line: String {
      let measure = measure.map { "\($0.commit) \($0.parent) \($0.significance)" } ?? "- - -"
      return "\(time) \(measure) \(story)\n"
    }
  }

  /// How much a revision changed the one before it.
  public struct Measure: Sendable, Hashable {
    public let commit: ObjectID
    public let parent: ObjectID
    /// 0 to 100.
    public let significance: Int

    public init(commit: ObjectID, parent: ObjectID, significance: Int) {
      (self.commit, self.parent, self.significance) = (commit, parent, significance)
    }
  }

  /// Adds notes, which `settle` brings to the disk. Where that cannot be, the catalogue is removed, which
  /// is the same as to say that all may have changed.
  static func append(_ notes: [Note], archive root: String) {
    let folder = StoryArchive.folder(root)
    guard !notes.isEmpty, access(folder + catalogueFile, F_OK) == 0 else { return }
    let text = notes.map(\.line).joined()
    do {
      let descriptor = try lock(folder + file, LOCK_SH)
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw Failure() }
      // A line that a full disk cut short is nobody's; the next one must not become part of it.
      var last = UInt8(ascii: "\n")
      if status.st_size > 0, pread(descriptor, &last, 1, status.st_size - 1) != 1 {
        throw Failure()
      }
      let isOpen = last != UInt8(ascii: "\n")
      try FileBytes.append(Array(((isOpen ? "\n" : "") + text).utf8), to: descriptor)
      // A file that may have been made just now needs its name, too.
      if status.st_size == 0 { try DurableFolder.sync(folder) }
    } catch {
      unlink(folder + catalogueFile)
    }
  }

  /// Brings to the disk what was added; where that cannot be, the catalogue is removed.
  static func settle(archive root: String) {
    let folder = StoryArchive.folder(root)
    guard access(folder + catalogueFile, F_OK) == 0 else { return }
    // One that a reader has put there meanwhile is on the disk, with what it took over.
    let descriptor = open(folder + file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    // Nothing was added, since there was no catalogue then: whoever makes it waits for this writer.
    if descriptor < 0, errno == ENOENT { return }
    defer { if descriptor >= 0 { close(descriptor) } }
    if descriptor < 0 || fdatasync(descriptor) != 0 { unlink(folder + catalogueFile) }
  }

  private struct Failure: Error {}

  /// Opens the file, locked: the one that has the name then, since a reader may put another there.
  private static func lock(_ path: String, _ kind: Int32) throws -> Int32 {
    while true {
      let flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW
      var descriptor = open(path, flags)
      if descriptor < 0, errno == ENOENT { descriptor = open(path, flags | O_CREAT, 0o666) }
      guard descriptor >= 0 else { throw Failure() }
      var (mine, named) = (stat(), stat())
      while flock(descriptor, kind) != 0 {
        guard errno == EINTR else {
          close(descriptor)
          throw Failure()
        }
      }
      if fstat(descriptor, &mine) == 0, stat(path, &named) == 0, mine.st_ino == named.st_ino {
        return descriptor
      }
      close(descriptor)
    }
  }

  // MARK: Reading

  /// Notes that were read, and how far.
  public struct Batch: Sendable {
    public let notes: [Note]
    fileprivate let bytes: Int
    fileprivate let inode: UInt
  }

  /// Seconds for which a note is kept though it was read: its writer may not have moved the reference.
  static let patience = 120

  /// The notes of the archive at `root`; of those that are being written, what is whole.
  public static func read(archive root: String) throws -> Batch {
    let path = StoryArchive.folder(root) + file
    var status = stat()
    let read = try archiveErrors(at: root, writing: false) {
      try FileBytes.read(path, limit: 1 << 34)
    }
    guard let bytes = read, stat(path, &status) == 0 else {
      return Batch(notes: [], bytes: 0, inode: 0)
    }
    let end = bytes.lastIndex(of: 10).map { $0 + 1 } ?? 0
    let notes = bytes[..<end].split(separator: 10).compactMap(Note.init)
    return Batch(notes: notes, bytes: end, inode: UInt(status.st_ino))
  }

  /// Drops notes that were read and taken up, unless they are of the last two minutes.
  public static func drop(_ batch: Batch, archive root: String) throws {
    let limit = Int(time(nil)) - patience
    let kept = batch.notes.filter { $0.time >= limit }
    guard kept.count < batch.notes.count || (batch.notes.isEmpty && batch.bytes > 0) else { return }
    let path = StoryArchive.folder(root) + file
    let descriptor = try lock(path, LOCK_EX)
    defer { close(descriptor) }
    var status = stat()
    // Somebody else has dropped them meanwhile.
    guard fstat(descriptor, &status) == 0, UInt(status.st_ino) == batch.inode,
      let bytes = try FileBytes.read(path, limit: 1 << 34)
    else { return }
    let rest = Array(kept.map(\.line).joined().utf8) + bytes.dropFirst(batch.bytes)
    let draft = "\(path).\(getpid()).new"
    unlink(draft)
    try FileBytes.replace(path, with: rest, draft: draft)
  }
}

extension StoryArchive {
  /// Tells the catalogue, where there is one, how much revisions changed those before them.
  public func note(_ measures: [(story: StoryID, measure: ChangeNotes.Measure)]) {
    let notes = measures.map { ChangeNotes.Note($0.story, measure: $0.measure) }
    ChangeNotes.append(notes, archive: root)
  }

  /// Tells the catalogue, where there is one, that the stories are about to change; that has to be settled
  /// before they do.
  func noteChange(of stories: [StoryID]) {
    ChangeNotes.append(stories.map { ChangeNotes.Note($0) }, archive: root)
  }

  /// Brings to the disk what the catalogue was told, which costs little once the objects are there.
  func settleNotes() { ChangeNotes.settle(archive: root) }
}
