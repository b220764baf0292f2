import Glibc

/// Makes the index of a pack anew from the pack alone, as `git index-pack` does: for one whose index is lost or
/// damaged.
public struct PackIndexer {
  private struct Item {
    let offset: Int, end: Int
    let checksum: UInt32
    let link: PackFile.Link
    var id: ObjectID?
  }

  private let file: Int32
  private let size: Int
  private let limit: Int
  private var items: [Item] = []
  /// The deltas of what begins at an offset, and of what has a name, by their places in `items`.
  private var byOffset: [Int: [Int]] = [:], byName: [ObjectID: [Int]] = [:]

  /// The bytes of the index of the pack at `path`. Throws where the pack is not whole to the last byte, or one of
  /// its objects has more than `limit` bytes.
  ///
  /// O(bytes of the objects); holds two of them, and some 80 bytes for each.
  public static func index(ofPack path: String, limit: Int) throws(GitError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { throw .system(errno, "it cannot be read") }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .damaged("it is no plain file")
    }
    var indexer = PackIndexer(file: file, size: Int(status.st_size), limit: limit)
    return try indexer.run()
  }

  private init(file: Int32, size: Int, limit: Int) {
    (self.file, self.size, self.limit) = (file, size, limit)
  }

  private mutating func run() throws(GitError) -> [UInt8] {
    let header = try FileBytes.read(file, from: 0, count: 12)
    guard size >= 32, header.starts(with: Array("PACK".utf8) + [0, 0, 0, 2]) else {
      throw .damaged("it is no pack of version 2")
    }
    let count = header[8...].reduce(0) { $0 << 8 | Int($1) }
    let checksum = try FileBytes.read(file, from: size - 20, count: 20)
    guard try FileBytes.checksum(file, size: size) == checksum else {
      throw .damaged("its checksum is not that of its content")
    }
    // No entry has fewer than nine bytes, so that a header alone asks for no memory.
    guard count <= size / 9 else { throw .damaged("its header has more objects than it can hold") }
    items.reserveCapacity(count)
    var at = 12
    for _ in 0..<count { at = try add(at: at) }
    guard at == size - 20 else { throw .damaged("something follows its last object") }
    for place in items.indices {
      if case .none(let kind) = items[place].link { try resolve(place, kind) }
    }
    var entries: [PackIndex.Entry] = []
    entries.reserveCapacity(count)
    for item in items {
      guard let id = item.id else { throw .damaged("the base of a delta is not in it") }
      entries.append(PackIndex.Entry(id: id, checksum: item.checksum, offset: item.offset))
    }
    entries.sort { $0.id < $1.id }
    return PackIndex.bytes(entries, checksum: checksum)
  }

  /// Takes up the entry at an offset; returns where the next begins.
  private mutating func add(at offset: Int) throws(GitError) -> Int {
    let start = try FileBytes.read(file, from: offset, count: min(64, size - 20 - offset))
    let header = try PackFile.header(start, at: offset)
    let entry = try bytes(at: offset, header)
    let end =
      try offset + Inflater.inflate(entry, from: header.start, size: header.size).consumed
      + header.start
    let place = items.count
    items.append(
      Item(
        offset: offset, end: end, checksum: Deflater.crc32(entry[..<(end - offset)]),
        link: header.link))
    switch header.link {
    case .none: break
    case .offset(let base): byOffset[base, default: []].append(place)
    case .name(let base): byName[base, default: []].append(place)
    }
    return end
  }

  /// As many bytes from an offset on as an entry may have; what follows it may be among them.
  private func bytes(
    at offset: Int, _ header: (link: PackFile.Link, size: Int, start: Int)
  ) throws(GitError) -> [UInt8] {
    guard header.size <= limit else { throw .damaged("it is too large to be read") }
    // What zlib makes of bytes that it cannot compress is little more than they are.
    let most = header.start + header.size + header.size / 512 + 1024
    return try FileBytes.read(file, from: offset, count: min(most, size - 20 - offset))
  }

  private func content(_ item: Item) throws(GitError) -> [UInt8] {
    let entry = try FileBytes.read(file, from: item.offset, count: item.end - item.offset)
    let header = try PackFile.header(entry, at: item.offset)
    return try Inflater.inflate(entry, from: header.start, size: header.size).content
  }

  /// Names an object, and all that are deltas of it, deltas of those, and so on.
  private mutating func resolve(_ place: Int, _ kind: ObjectKind) throws(GitError) {
    var next: [(place: Int, base: [UInt8]?)] = [(place, nil)]
    while let (place, base) = next.popLast() {
      let item = items[place]
      // A delta of two things is none; one that was met is named.
      guard item.id == nil else { continue }
      var content = try content(item)
      if let base { content = try Delta.apply(content, to: base, limit: limit) }
      let id = try Repository.id(of: content, as: kind)
      items[place].id = id
      for delta in (byOffset[item.offset] ?? []) + (byName[id] ?? []) {
        next.append((delta, content))
      }
    }
  }
}
