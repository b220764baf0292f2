import Glibc

/// A pack and its index, read for checking: nothing that stands in them is believed
/// ("git help format-pack").
public final class PackFile: Sendable {
  /// Without its folder and ending: `pack-…`.
  public let name: String
  /// Objects in it.
  public let count: Int
  let folder: String
  private let file: Int32
  /// Bytes of the pack.
  public let size: Int
  private let index: [UInt8]
  /// The numbers of the objects, in the order in which they stand in the pack.
  private let order: [UInt32]

  private static let tables = 8 + 1024

  /// Opens the pack `name` of a folder. Throws where its index is unreadable, or it cannot be read.
  public convenience init(folder: String, name: String) throws(GitError) {
    guard let index = try FileBytes.read("\(folder)/\(name).idx", limit: 1 << 34) else {
      throw .damaged("its index is missing")
    }
    try self.init(folder: folder, name: name, index: index)
  }

  /// Opens the pack with an index that was made anew (`PackIndexer`).
  public init(folder: String, name: String, index: [UInt8]) throws(GitError) {
    self.folder = folder
    self.name = name
    guard index.count >= PackFile.tables + 40,
      index.starts(with: [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2])
    else { throw .damaged("its index is no index of version 2") }
    let counts = (0..<256).map { PackFile.number(index, 8 + 4 * $0) }
    let count = counts[255]
    guard zip(counts, counts.dropFirst()).allSatisfy({ $0 <= $1 }),
      index.count >= PackFile.tables + 28 * count + 40
    else { throw .damaged("its index is truncated or damaged") }
    let file = Glibc.open("\(folder)/\(name).pack", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw .system(errno, "it cannot be read") }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw .damaged("it is no plain file")
    }
    let offsets = (0..<count).map { PackFile.offset(index, count, $0) }
    order = (0..<UInt32(count)).sorted { offsets[Int($0)] < offsets[Int($1)] }
    (self.index, self.count, self.file, size) = (index, count, file, Int(status.st_size))
  }

  deinit { close(file) }

  private static func number(_ index: [UInt8], _ at: Int) -> Int {
    index.withUnsafeBytes {
      Int(UInt32(bigEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
    }
  }

  /// Where the index of so many objects says that one begins; `Int.max` where it says nothing.
  private static func offset(_ index: [UInt8], _ count: Int, _ position: Int) -> Int {
    let near = number(index, tables + 24 * count + 4 * position)
    guard near >= 1 << 31 else { return near }
    let at = tables + 28 * count + 8 * (near - 1 << 31)
    return at + 8 <= index.count - 40
      ? (number(index, at) & 0x7FFF_FFFF) << 32 | number(index, at + 4) : Int.max
  }

  /// The pack `name` of a repository; nil where it is gone, since it was joined with others after it was
  /// listed.
  public static func open(_ name: String, repository path: String) throws(GitError) -> PackFile? {
    do {
      return try PackFile(folder: path + "objects/pack", name: name)
    } catch {
      var status = stat()
      let isGone = lstat("\(path)objects/pack/\(name).idx", &status) != 0 && errno == ENOENT
      if isGone { return nil }
      throw error
    }
  }

  /// The names of the packs of a repository.
  public static func names(repository path: String) throws(GitError) -> [String] {
    try FileBytes.names(in: path + "objects/pack").map(\.name)
      .filter { $0.hasPrefix("pack-") && $0.hasSuffix(".idx") }.map { String($0.dropLast(4)) }
  }

  /// The names of the packs of a repository, of whose two files one may be lost.
  public static func allNames(repository path: String) throws(GitError) -> [String] {
    let files = try FileBytes.names(in: path + "objects/pack").map(\.name)
    let names = files.compactMap { file in
      [".idx", ".pack"].first(where: file.hasSuffix).map { String(file.dropLast($0.count)) }
    }
    return Set(names.filter { $0.hasPrefix("pack-") }).sorted()
  }

  /// How many objects the index of a pack says that it has; nil where it cannot be read.
  public static func count(of name: String, repository path: String) -> Int? {
    let file = Glibc.open("\(path)objects/pack/\(name).idx", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard let bytes = try? FileBytes.read(file, from: tables - 4, count: 4), bytes.count == 4 else {
      return nil
    }
    return number(bytes, 0)
  }

  /// The name of the object that the index has at `position`; nil where it has none there.
  public func id(at position: Int) -> ObjectID? {
    guard (0..<count).contains(position) else { return nil }
    return index.withUnsafeBytes { ObjectID(in: $0, at: PackFile.tables + 20 * position) }
  }

  /// Where the index has an object; nil where the pack does not. O(log objects).
  public func position(of id: ObjectID) -> Int? {
    index.withUnsafeBytes { index in
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        let other = ObjectID(in: index, at: PackFile.tables + 20 * middle)
        if other == id { return middle }
        if other < id { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }

  /// Positions in the order in which the objects stand in the pack.
  public func position(inOrder rank: Int) -> Int { Int(order[rank]) }

  /// Whether the index is as it was written, as far as its checksum says.
  public var hasSoundIndex: Bool {
    FileBytes.endsInChecksum(index)
  }

  /// What is wrong with the two files as files: sizes, header, and the checksums that each ends in.
  public func faults() -> [(ending: String, reason: String)] {
    var faults: [(String, String)] = []
    if !hasSoundIndex {
      faults.append(("idx", "its checksum is not that of its content"))
    }
    let far = (0..<count).count { offset(at: $0) >= 1 << 31 }
    if index.count != PackFile.tables + 28 * count + 8 * far + 40 {
      faults.append(("idx", "it is of the wrong size"))
    }
    do {
      let header = try FileBytes.read(file, from: 0, count: 12)
      let expected = withUnsafeBytes(of: UInt32(truncatingIfNeeded: count).bigEndian) { Array($0) }
      if header != Array("PACK".utf8) + [0, 0, 0, 2] + expected {
        faults.append(("pack", "its header is not that of \(count) objects"))
      }
      let last = try FileBytes.read(file, from: size - 20, count: 20)
      if try FileBytes.checksum(file, size: size) != last {
        faults.append(("pack", "its checksum is not that of its content"))
      } else if last != Array(index.suffix(40).prefix(20)) {
        faults.append(("idx", "it is the index of another pack"))
      }
    } catch {
      faults.append(("pack", error.message))
    }
    return faults
  }

  // MARK: Entries

  enum Link { case none(ObjectKind), offset(Int), name(ObjectID) }

  struct Entry {
    let link: Link
    /// Bytes once inflated: of the object, or of the delta.
    let size: Int
    let compressed: [UInt8]
    /// Where the zlib stream begins in `compressed`.
    let start: Int
  }

  /// Where the object at `position` begins.
  func offset(at position: Int) -> Int { PackFile.offset(index, count, position) }

  /// The object that begins at `offset`; nil where none does.
  func position(atOffset offset: Int) -> Int? {
    let rank = rank(ofOffset: offset)
    guard rank < order.count, self.offset(at: Int(order[rank])) == offset else { return nil }
    return Int(order[rank])
  }

  private func rank(ofOffset offset: Int) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if self.offset(at: Int(order[middle])) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bytes of the entry at `position`; its checksum in the index is checked.
  func entry(at position: Int, limit: Int) throws(GitError) -> Entry {
    let start = offset(at: position)
    let rank = rank(ofOffset: start)
    let next = rank + 1 < order.count ? offset(at: Int(order[rank + 1])) : size - 20
    let end = min(next, size - 20)
    guard start >= 12, start < end else { throw .damaged("its place in the pack is impossible") }
    guard end - start <= limit + limit / 512 + 1024 else {
      throw .damaged("it is too large to be read")
    }
    let bytes = try FileBytes.read(file, from: start, count: end - start)
    let checksum = PackFile.tables + 20 * count + 4 * position
    let expected = index[checksum..<checksum + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard bytes.count == end - start, Deflater.crc32(bytes[...]) == expected else {
      throw .damaged("its bytes in the pack are not those that were written")
    }
    let header = try PackFile.header(bytes, at: start)
    return Entry(link: header.link, size: header.size, compressed: bytes, start: header.start)
  }

  /// What an entry is that begins at `start`, its size once inflated, and where in its bytes the zlib
  /// stream begins.
  static func header(
    _ bytes: [UInt8], at start: Int
  ) throws(GitError) -> (link: Link, size: Int, start: Int) {
    var at = 0
    func byte() throws(GitError) -> Int {
      guard at < bytes.count else { throw .damaged("its header in the pack is unreadable") }
      defer { at += 1 }
      return Int(bytes[at])
    }
    var next = try byte()
    let type = next >> 4 & 7
    var (size, shift) = (next & 15, 4)
    while next >= 128 {
      next = try byte()
      guard shift < 45 else { throw .damaged("its header in the pack is unreadable") }
      size |= (next & 127) << shift
      shift += 7
    }
    let link: Link
    switch type {
    case 1: link = .none(.commit)
    case 2: link = .none(.tree)
    case 3: link = .none(.blob)
    case 4: link = .none(.tag)
    case 6:
      next = try byte()
      var distance = next & 127
      while next >= 128 {
        next = try byte()
        guard distance < 1 << 48 else { throw .damaged("its header in the pack is unreadable") }
        distance = (distance + 1) << 7 | next & 127
      }
      guard distance > 0, distance <= start else { throw .damaged("its delta has no base") }
      link = .offset(start - distance)
    case 7:
      guard at + 20 <= bytes.count, let base = ObjectID(bytes: bytes[at..<at + 20]) else {
        throw .damaged("its header in the pack is unreadable")
      }
      at += 20
      link = .name(base)
    default: throw .damaged("it is of no kind that git has")
    }
    return (link, size, at)
  }
}
