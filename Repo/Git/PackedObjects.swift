import Glibc
import Synchronization

/// Reads objects from the packs of a repository ("git help format-pack"), each checked against its name.
///
/// Here rather than by libgit2, which takes as much memory as the deltas of a pack ask for: a small
/// object may be a delta of a huge one. Nothing of a pack is read but what an object needs, however
/// large the pack is. For one thread at a time.
final class PackedObjects {
  /// Bytes that an object may have which others are deltas of.
  static let baseLimit = 256 << 20
  private static let chainLimit = 10_000, cacheEntryLimit = 2 << 20
  /// Bytes that are kept, and those that a process keeps in all, of which each may have some: an archive
  /// has as many readers as it has shards.
  private static let cacheLimit = 16 << 20, sharedLimit = 48 << 20, cacheShare = 1 << 20
  private static let shared = Atomic<Int>(0)

  private let path: String
  /// Those that an object was found in come first.
  private var packs: [OpenPack] = []
  /// What was read last: the bases of what comes next.
  private var cache: [Key: (kind: ObjectKind, content: [UInt8])] = [:]
  private var cached = 0

  private struct Key: Hashable {
    let pack: ObjectIdentifier
    let offset: Int
  }

  /// - Parameter path: The repository's folder, ending in a slash.
  init(repository path: String) { self.path = path }

  deinit { PackedObjects.shared.subtract(cached, ordering: .relaxed) }

  /// The object; nil where no pack holds it. Throws where it is damaged, or of more than `limit` bytes.
  func read(_ id: ObjectID, limit: Int) throws(GitError) -> (kind: ObjectKind, content: [UInt8])? {
    var failure: GitError?
    if let found = try search(id, limit, &failure) { return found }
    // Its pack may have come, or replaced another, since they were listed. Where they are joined while they
    // are listed, the list may lack both the old and the new: so they are, until two lists say the same.
    var listed: [String]?
    for _ in 0..<20 {
      let names = try PackFile.names(repository: path)
      let isWhole = open(names)
      if let found = try search(id, limit, &failure) { return found }
      if isWhole, names == listed { break }
      listed = names
    }
    if let failure { throw failure }
    return nil
  }

  /// Looks for packs that came, and lets go of those that went.
  func refresh() throws(GitError) { _ = open(try PackFile.names(repository: path)) }

  /// Holds the packs of these names open and no others; false where one of them is gone already.
  private func open(_ names: [String]) -> Bool {
    packs.removeAll { !names.contains($0.name) }
    let known = Set(packs.map(\.name))
    var isWhole = true
    for name in names where !known.contains(name) {
      // One that cannot be opened hides no other.
      if let pack = try? OpenPack(folder: path + "objects/pack", name: name) {
        packs.append(pack)
      } else if access("\(path)objects/pack/\(name).idx", F_OK) != 0 {
        isWhole = false
      }
    }
    forget()
    return isWhole
  }

  private func search(
    _ id: ObjectID, _ limit: Int, _ failure: inout GitError?
  ) throws(GitError) -> (kind: ObjectKind, content: [UInt8])? {
    for index in packs.indices {
      let pack = packs[index]
      do throws(GitError) {
        guard let offset = try pack.offset(of: id) else { continue }
        let found = try read(pack, offset, limit: limit)
        guard try Repository.id(of: found.content, as: found.kind) == id else {
          throw GitError.damaged("its content is not what its name says")
        }
        packs.swapAt(0, index)
        return found
      } catch {
        failure = error
      }
    }
    return nil
  }

  /// The object at an offset: down to what is no delta, then up again.
  private func read(
    _ pack: OpenPack, _ offset: Int, limit: Int
  ) throws(GitError) -> (kind: ObjectKind, content: [UInt8]) {
    var chain: [(delta: [UInt8], key: Key)] = []
    var (kind, content): (ObjectKind, [UInt8])
    var next = offset
    while true {
      let key = Key(pack: ObjectIdentifier(pack), offset: next)
      if let known = cache[key] {
        (kind, content) = known
        break
      }
      let entry = try pack.entry(
        at: next, limit: chain.isEmpty ? max(limit, 1 << 20) : PackedObjects.baseLimit)
      switch entry.link {
      case .none(let found):
        if chain.isEmpty { try PackedObjects.check(entry.content.count, limit) }
        (kind, content) = (found, entry.content)
        keep(kind, content, at: key)
      case .offset(let base):
        chain.append((entry.content, key))
        next = base
        guard chain.count <= PackedObjects.chainLimit else {
          throw .damaged("its deltas never end")
        }
        continue
      case .name(let id):
        chain.append((entry.content, key))
        guard chain.count <= PackedObjects.chainLimit, let base = try pack.offset(of: id) else {
          throw .damaged("the base of its delta is not in the pack")
        }
        next = base
        continue
      }
      break
    }
    while let last = chain.popLast() {
      content = try Delta.apply(
        last.delta, to: content, limit: chain.isEmpty ? limit : PackedObjects.baseLimit)
      keep(kind, content, at: last.key)
    }
    try PackedObjects.check(content.count, limit)
    return (kind, content)
  }

  private static func check(_ size: Int, _ limit: Int) throws(GitError) {
    guard size <= limit else { throw .damaged("it has \(size) bytes, and \(limit) is the most") }
  }

  private func keep(_ kind: ObjectKind, _ content: [UInt8], at key: Key) {
    guard content.count <= PackedObjects.cacheEntryLimit else { return }
    let all = PackedObjects.shared.load(ordering: .relaxed) + content.count
    if cached + content.count > PackedObjects.cacheLimit
      || all > PackedObjects.sharedLimit && cached > PackedObjects.cacheShare
    {
      forget()
    }
    if cache.updateValue((kind, content), forKey: key) == nil {
      cached += content.count
      PackedObjects.shared.add(content.count, ordering: .relaxed)
    }
  }

  private func forget() {
    cache.removeAll()
    PackedObjects.shared.subtract(cached, ordering: .relaxed)
    cached = 0
  }
}

/// A pack and its index, of which only what is asked for is read.
private final class OpenPack {
  let name: String
  private let index: Int32, pack: Int32
  private let count: Int, size: Int
  /// How many names begin with each byte or a lower one.
  private let counts: [Int]

  private static let tables = 8 + 1024

  init(folder: String, name: String) throws(GitError) {
    self.name = name
    func opened(_ ending: String) throws(GitError) -> (file: Int32, size: Int) {
      let file = Glibc.open("\(folder)/\(name).\(ending)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      guard file >= 0 else { throw .system(errno, "'\(name).\(ending)' cannot be read") }
      var status = stat()
      guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        close(file)
        throw .damaged("'\(name).\(ending)' is no plain file")
      }
      return (file, Int(status.st_size))
    }
    let index = try opened("idx")
    let pack: (file: Int32, size: Int)
    let counts: [Int]
    do throws(GitError) {
      let head = try FileBytes.read(index.file, from: 0, count: OpenPack.tables)
      guard head.count == OpenPack.tables, head.starts(with: [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2])
      else { throw .damaged("the index of '\(name)' is no index of version 2") }
      counts = (0..<256).map { OpenPack.number(head[(8 + 4 * $0)...]) }
      guard zip(counts, counts.dropFirst()).allSatisfy({ $0 <= $1 }),
        index.size >= OpenPack.tables + 28 * counts[255] + 40
      else { throw .damaged("the index of '\(name)' is truncated or damaged") }
      pack = try opened("pack")
    } catch {
      close(index.file)
      throw error
    }
    (self.index, self.pack, size) = (index.file, pack.file, pack.size)
    (self.counts, count) = (counts, counts[255])
  }

  deinit {
    close(index)
    close(pack)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  /// Where the object begins; nil where the pack does not have it. O(log objects).
  func offset(of id: ObjectID) throws(GitError) -> Int? {
    let first = Int(id.firstByte)
    var (low, high) = (first == 0 ? 0 : counts[first - 1], counts[first])
    // A few names at a time, once they are few.
    while high - low > 64 {
      let middle = (low + high) / 2
      let name = try FileBytes.read(index, from: OpenPack.tables + 20 * middle, count: 20)
      guard let other = ObjectID(bytes: name[...]) else { throw .damaged("its index is truncated") }
      if other <= id { low = middle } else { high = middle }
    }
    let names = try FileBytes.read(
      index, from: OpenPack.tables + 20 * low, count: 20 * (high - low))
    let wanted = id.bytes
    guard
      let found = (0..<names.count / 20).first(where: {
        names[20 * $0..<20 * $0 + 20].elementsEqual(wanted)
      })
    else { return nil }
    let place = OpenPack.tables + 24 * count + 4 * (low + found)
    let near = OpenPack.number(try FileBytes.read(index, from: place, count: 4)[...])
    guard near >= 1 << 31 else { return near }
    let far = try FileBytes.read(
      index, from: OpenPack.tables + 28 * count + 8 * (near - 1 << 31), count: 8)
    guard far.count == 8 else { throw .damaged("its place in the pack is impossible") }
    return (OpenPack.number(far[...]) & 0x7FFF_FFFF) << 32 | OpenPack.number(far[4...])
  }

  /// What stands at an offset: an object or a delta, of no more than `limit` bytes once inflated.
  func entry(
    at start: Int, limit: Int
  ) throws(GitError) -> (link: PackFile.Link, content: [UInt8]) {
    guard start >= 12, start < size - 20 else {
      throw .damaged("its place in the pack is impossible")
    }
    // Most objects are small, and then this is all.
    var bytes = try FileBytes.read(pack, from: start, count: min(4096, size - 20 - start))
    let header = try PackFile.header(bytes, at: start)
    guard header.size <= limit else {
      throw .damaged("it has \(header.size) bytes, and \(limit) is the most")
    }
    // What cannot be compressed grows by a thousandth at most.
    let most = header.start + header.size + header.size / 512 + 1024
    if most > bytes.count {
      bytes = try FileBytes.read(pack, from: start, count: min(most, size - 20 - start))
    }
    return (
      header.link,
      try Inflater.inflate(bytes, from: header.start, size: header.size).content
    )
  }
}
