/// Reads objects from the files of a repository itself, each checked against its name: for a check,
/// which may not trust anything and must go on whatever it meets. For one thread at a time.
public final class ObjectReader {
  /// Where an object was found.
  public enum Place: Sendable, Hashable {
    /// In a file of its own; whether that is compressed to the bytes that git and Stet write.
    case loose(isUsual: Bool)
    /// In one of the packs, at a position of its index.
    case packed(pack: Int, position: Int)
    /// In a pack that came after the others were listed.
    case late
  }

  /// An object that was read.
  public struct Object {
    public let kind: ObjectKind
    public let content: [UInt8]
    public let place: Place
  }

  private static let cacheLimit = 32 << 20, chainLimit = 10_000

  private let path: String
  private var packs: [PackFile]
  /// How many packs there were to begin with.
  private let listed: Int
  private let deflater = Deflater(level: 1)
  /// What was read of each pack last, by offset: the bases of what comes next.
  private var cache: [Key: (kind: ObjectKind, content: [UInt8])] = [:]
  private var cached = 0

  private struct Key: Hashable {
    let pack, offset: Int
  }

  /// - Parameter path: The repository's folder, ending in a slash.
  public init(repository path: String, packs: [PackFile]) {
    self.path = path
    self.packs = packs
    listed = packs.count
  }

  /// The object `id`; nil where there is none. Throws where it is damaged, or has more than `limit`
  /// bytes. Where one copy is damaged and another is whole, the latter is given.
  public func read(_ id: ObjectID, limit: Int) throws(GitError) -> Object? {
    var failure: GitError?
    do {
      if let object = try loose(id, limit: limit) { return object }
    } catch {
      failure = error
    }
    for (index, pack) in packs.enumerated() {
      guard let position = pack.position(of: id) else { continue }
      do {
        return try packed(index, position, limit: limit)
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return try late(id, limit: limit)
  }

  /// The object in a pack that was made meanwhile: whoever packs removes what is packed.
  private func late(_ id: ObjectID, limit: Int) throws(GitError) -> Object? {
    // Packs that came may be joined in their turn, while they are listed or afterwards: so they are listed
    // until two lists say the same.
    var listed: [String]?
    for _ in 0..<20 {
      let names = try PackFile.names(repository: path)
      let known = Set(packs.map(\.name))
      var isWhole = true
      for name in names where !known.contains(name) {
        guard let pack = try PackFile.open(name, repository: path) else {
          isWhole = false
          continue
        }
        packs.append(pack)
        if let position = pack.position(of: id) {
          return try packed(packs.count - 1, position, limit: limit)
        }
      }
      if isWhole, names == listed { break }
      listed = names
    }
    // One that was written again meanwhile has a file of its own once more.
    return try loose(id, limit: limit)
  }

  /// The object in its own file; nil where it has none.
  public func loose(_ id: ObjectID, limit: Int) throws(GitError) -> Object? {
    guard let found = try LooseObject.read(id, limit: limit, repository: path) else { return nil }
    var usual: [UInt8] = []
    try deflater.append(
      Array("\(found.kind) \(found.content.count)".utf8) + [0] + found.content, to: &usual)
    return Object(
      kind: found.kind, content: found.content,
      place: .loose(isUsual: usual == found.compressed))
  }

  /// The object at a position of a pack's index.
  public func packed(_ index: Int, _ position: Int, limit: Int) throws(GitError) -> Object {
    let pack = packs[index]
    guard let id = pack.id(at: position) else { throw .damaged("its name is unreadable") }
    // Down to what is no delta, then up again.
    var chain: [(entry: PackFile.Entry, key: Key)] = []
    var (kind, content): (ObjectKind, [UInt8])
    var next = position
    while true {
      let key = Key(pack: index, offset: pack.offset(at: next))
      if !chain.isEmpty, let known = cache[key] {
        (kind, content) = known
        break
      }
      // A small object may be a delta of a large one.
      let most = chain.isEmpty ? limit : max(limit, PackedObjects.baseLimit)
      let entry = try pack.entry(at: next, limit: most)
      guard entry.size <= most else {
        throw .damaged("it has \(entry.size) bytes, and \(most) is the most")
      }
      if case .none(let found) = entry.link {
        (kind, content) = (found, try inflate(entry))
        keep(kind, content, at: key)
        break
      }
      chain.append((entry, key))
      guard chain.count <= ObjectReader.chainLimit else { throw .damaged("its deltas never end") }
      let base: Int? =
        switch entry.link {
        case .offset(let offset): pack.position(atOffset: offset)
        case .name(let id): pack.position(of: id)
        case .none: nil
        }
      guard let base else { throw .damaged("the base of its delta is not in the pack") }
      next = base
    }
    while let last = chain.popLast() {
      let most = chain.isEmpty ? limit : max(limit, PackedObjects.baseLimit)
      content = try Delta.apply(inflate(last.entry), to: content, limit: most)
      keep(kind, content, at: last.key)
    }
    guard try Repository.id(of: content, as: kind) == id else {
      throw .damaged("its content is not what its name says")
    }
    return Object(
      kind: kind, content: content,
      place: index < listed ? .packed(pack: index, position: position) : .late)
  }

  private func inflate(_ entry: PackFile.Entry) throws(GitError) -> [UInt8] {
    let inflated = try Inflater.inflate(entry.compressed, from: entry.start, size: entry.size)
    guard entry.start + inflated.consumed == entry.compressed.count else {
      throw .damaged("something follows it in the pack")
    }
    return inflated.content
  }

  private func keep(_ kind: ObjectKind, _ content: [UInt8], at key: Key) {
    if cached + content.count > ObjectReader.cacheLimit {
      cache.removeAll(keepingCapacity: true)
      cached = 0
    }
    if cache.updateValue((kind, content), forKey: key) == nil { cached += content.count }
  }
}

extension ObjectReader {
  /// The names of the objects that have files of their own, and the files under `objects/` that are
  /// none, as paths in the repository. Throws where a folder cannot be read, unless `complain` takes it.
  public static func looseObjects(
    repository path: String, complain: ((_ folder: String, GitError) -> Void)? = nil
  ) throws(GitError) -> (ids: [ObjectID], strangers: [String]) {
    var ids: [ObjectID] = []
    var strangers: [String] = []
    for folder in try FileBytes.names(in: path + "objects") {
      if folder.name == "pack" || folder.name == "info" { continue }
      guard folder.isFolder, folder.name.utf8.count == 2 else {
        // Drafts that a stopped writer left are no strangers.
        if !folder.name.hasPrefix("tmp_") { strangers.append("objects/\(folder.name)") }
        continue
      }
      let files: [(name: String, isFolder: Bool)]
      do {
        files = try FileBytes.names(in: "\(path)objects/\(folder.name)")
      } catch {
        guard let complain else { throw error }
        complain("objects/\(folder.name)", error)
        continue
      }
      for file in files {
        if !file.isFolder, let id = ObjectID(folder.name + file.name),
          "\(id)" == folder.name + file.name
        {
          ids.append(id)
        } else if !file.name.hasPrefix("tmp_obj_") {
          strangers.append("objects/\(folder.name)/\(file.name)")
        }
      }
    }
    return (ids, strangers)
  }
}
