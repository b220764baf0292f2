import Glibc

/// Writes many objects as one pack and its index ("git help format-pack", version 2).
///
/// Nothing of it is seen by readers until `finish`, and a writer that goes without it leaves
/// nothing. Written with `write`, so that a full disk is an error; libgit2's own indexer writes
/// through mapped memory, where a full disk is a signal that kills the process.
public final class PackWriter {
  /// An object that a later one may be a delta of.
  public struct Base {
    public let id: ObjectID
    let content: [UInt8]
    let offset: Int
    let depth: Int
  }

  /// 32 bytes: there may be millions.
  private struct Entry {
    let id: ObjectID
    let checksum: UInt32
    private let place: UInt64

    init(_ id: ObjectID, offset: Int, depth: Int, checksum: UInt32) {
      (self.id, self.checksum) = (id, checksum)
      place = UInt64(depth) << 56 | UInt64(offset)
    }

    var offset: Int { Int(place & (1 << 56 - 1)) }
    var depth: Int { Int(place >> 56) }
  }

  /// Who writes a pack, as the name of its draft says: whoever may remove those that were left.
  public enum Use: String, Sendable {
    /// A writer that holds the archive's lock.
    case writing = "tmp_pack_stet_"
    /// Maintenance, which has a lock of its own.
    case maintaining = "tmp_pack_maintain_"
  }

  private static let bufferSize = 1 << 18, depthLimit = 50

  private let folder: String
  private let draft: String
  private var file: Int32 = -1
  private let deflater: Deflater
  private var entries: [Entry] = []
  private var numbers = ObjectTable()
  private var buffer: [UInt8] = []
  private var isFinished = false
  /// Why some of it could not be written: how much of that is in the file is not known.
  private var failure: GitError?
  /// Bytes of the pack so far.
  public private(set) var size = 0
  /// Objects so far.
  public var count: Int { entries.count }

  /// Begins a pack in the repository whose git folder is `path`, with zlib's `level`. Nothing is written
  /// to the disk as long as it is small.
  public init(repository path: String, for use: Use = .writing, level: Int32 = 6) {
    folder = path + (path.hasSuffix("/") ? "" : "/") + "objects/pack/"
    draft = "\(folder)\(use.rawValue)\(getpid())_\(UInt32.random(in: 0 ... .max))"
    deflater = Deflater(level: level)
    // The number of objects is put in at the end.
    append(Array("PACK".utf8) + [0, 0, 0, 2, 0, 0, 0, 0])
  }

  deinit {
    guard file >= 0 else { return }
    close(file)
    if !isFinished { unlink(draft) }
  }

  /// Removes what writers that were killed have left; only while no other can be writing.
  public static func removeDrafts(repository path: String, of use: Use = .writing) {
    let folder = path + "/objects/pack"
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(use.rawValue) { unlink(folder + "/" + name) }
    }
  }

  /// Adds an object, where the pack does not have it yet.
  ///
  /// - Parameter bases: Objects of this pack that it may be much like, the likeliest first.
  public func add(
    _ content: [UInt8], as kind: ObjectKind, like bases: [Base] = []
  ) throws(GitError) -> Base {
    let id = try Repository.id(of: content, as: kind)
    if let number = numbers.number(of: id, { entries[$0].id }) {
      let known = entries[number]
      return Base(id: id, content: content, offset: known.offset, depth: known.depth)
    }
    let offset = size
    var depth = 0
    var entry: [UInt8] = []
    let delta = delta(of: content, from: bases)
    if let delta {
      depth = delta.base.depth + 1
      PackWriter.header(6, delta.bytes.count, &entry)
      PackWriter.distance(offset - delta.base.offset, &entry)
    } else {
      let type: UInt8 =
        switch kind {
        case .commit: 1
        case .tree: 2
        case .blob: 3
        case .tag: 4
        }
      PackWriter.header(type, content.count, &entry)
    }
    try deflater.append(delta?.bytes ?? content, to: &entry)
    numbers.add(id) { entries[$0].id }
    entries.append(Entry(id, offset: offset, depth: depth, checksum: Deflater.crc32(entry[...])))
    append(entry)
    if buffer.count >= PackWriter.bufferSize { try drain() }
    return Base(id: id, content: content, offset: offset, depth: depth)
  }

  private func delta(
    of content: [UInt8], from bases: [Base]
  ) -> (bytes: [UInt8], base: Base)? {
    guard content.count > 64 else { return nil }
    for base in bases where base.depth < PackWriter.depthLimit {
      if let bytes = Delta.encode(content, from: base.content, limit: content.count / 2) {
        return (bytes, base)
      }
    }
    return nil
  }

  /// Puts the pack and its index in their place; on disk when it returns.
  ///
  /// - Returns: Its name: `pack-…`.
  @discardableResult
  public func finish() throws(GitError) -> String {
    try drain()
    let count = withUnsafeBytes(of: UInt32(entries.count).bigEndian) { Array($0) }
    guard pwrite(file, count, 4, 8) == 4 else {
      throw .system(errno, "the pack cannot be written")
    }
    let checksum = try checksum()
    append(checksum)
    try drain()
    try FileBytes.sync(file, "the pack")
    let name = checksum.map { PackWriter.hex($0) }.joined()
    let index = draft + "_idx"
    try FileBytes.write(self.index(checksum), to: index)
    // A reader takes a pack to be there when it sees the index.
    let place = "\(folder)pack-\(name)"
    guard rename(draft, place + ".pack") == 0, rename(index, place + ".idx") == 0 else {
      let reason = errno
      unlink(index)
      throw .system(reason, "the pack cannot be put in its place")
    }
    isFinished = true
    try FileBytes.sync(folder: folder)
    return "pack-\(name)"
  }

  private func append(_ bytes: [UInt8]) {
    buffer += bytes
    size += bytes.count
  }

  private func drain() throws(GitError) {
    if let failure { throw failure }
    if file < 0 {
      file = open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o444)
      guard file >= 0 else { throw .system(errno, "the pack '\(draft)' cannot be written") }
    }
    do {
      try FileBytes.write(buffer, to: file)
    } catch {
      failure = error
      throw error
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// The SHA-1 of the file, read once more since its header came last.
  private func checksum() throws(GitError) -> [UInt8] {
    var sum = SHA1()
    var offset = 0
    while true {
      var failure: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: PackWriter.bufferSize) { buffer, count in
        count = max(0, pread(file, buffer.baseAddress, PackWriter.bufferSize, offset))
        failure = count > 0 || offset >= size ? 0 : errno
      }
      guard failure == 0 else { throw .system(failure, "the pack cannot be read") }
      if piece.isEmpty { return sum.finish() }
      sum.update(piece)
      offset += piece.count
    }
  }

  /// The index. The entries are in the order of their names from here on, so that nothing more can be added.
  private func index(_ checksum: [UInt8]) -> [UInt8] {
    numbers = ObjectTable()
    entries.sort { $0.id < $1.id }
    return PackIndex.bytes(
      entries.lazy.map { PackIndex.Entry(id: $0.id, checksum: $0.checksum, offset: $0.offset) },
      checksum: checksum)
  }

  /// An entry's type and size: four bits of the size, then seven at a time, the lowest first.
  private static func header(_ type: UInt8, _ size: Int, _ entry: inout [UInt8]) {
    var byte = type << 4 | UInt8(size & 15)
    var rest = size >> 4
    while rest > 0 {
      entry.append(byte | 128)
      byte = UInt8(rest & 127)
      rest >>= 7
    }
    entry.append(byte)
  }

  /// How far back the base of a delta is: seven bits at a time, the highest first, each but the
  /// last less one.
  private static func distance(_ distance: Int, _ entry: inout [UInt8]) {
    var bytes = [UInt8(distance & 127)]
    var rest = distance >> 7
    while rest > 0 {
      rest -= 1
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    entry += bytes.reversed()
  }

  private static func hex(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16)
    return text.count == 1 ? "0" + text : text
  }
}
