import Git
import Glibc
import StoryModel

/// One run of a repair: what the archive needs first, then references, packs and objects.
final class ArchiveRepairer {
  let folder: String, copy: String
  /// The path of the outermost archive.
  let root: String
  var result = Repair()
  /// What is in the archive, as far as it can be opened, and in the copy.
  var reader: ObjectReader
  let source: ObjectReader
  let sourceReferences: [Reference]
  /// What each of them leads to.
  let sourceTargets: [ExactText: ObjectID]
  private let damaged: String
  private var reached: Set<ObjectID> = []
  /// The archive with all its shards; nil where the outermost cannot be opened yet.
  private(set) lazy var whole = try? StoryArchive.open(at: root)
  /// Made where a reference is lost.
  private(set) lazy var family = CommitFamily(folder: folder, reader)

  /// - Parameters:
  ///   - folder: The archive, and `copy` the one that it is mended from; both end in a slash.
  ///   - root: The outermost archive.
  init(folder: String, copy: String, root: String) throws {
    self.folder = folder
    self.copy = copy
    self.root = root
    damaged = "damaged/\(time(nil))-\(getpid())"
    reader = try ArchiveRepairer.reader(folder)
    source = try ArchiveRepairer.reader(copy)
    sourceReferences = ReferenceFiles(repository: copy).references
    sourceTargets = Dictionary(
      uniqueKeysWithValues: sourceReferences.map { (ExactText($0.name), $0.target) })
  }

  /// A reader of all that can be opened.
  static func reader(_ folder: String) throws(GitError) -> ObjectReader {
    ObjectReader(repository: folder, packs: packs(folder))
  }

  /// The packs that can be opened: where an index is lost or damaged and the pack is whole, with one that is
  /// made anew.
  static func packs(_ folder: String) -> [PackFile] {
    let place = folder + "objects/pack"
    return ((try? PackFile.allNames(repository: folder)) ?? []).compactMap { name in
      let pack = try? PackFile(folder: place, name: name)
      if let pack, pack.hasSoundIndex { return pack }
      let index = try? PackIndexer.index(
        ofPack: "\(place)/\(name).pack", limit: Repository.fileLimit)
      return index.flatMap { try? PackFile(folder: place, name: name, index: $0) } ?? pack
    }
  }

  func run(_ progress: (Int, Int) -> Void) throws {
    try mendFixedFiles()
    try mendPacks()
    try mendLooseObjects()
    try mendPackedReferences()
    let repository = try StoryArchive.openRepository(at: folder)
    try mendMarkers(repository)
    try mendReferences(repository)
    let references = ReferenceFiles(repository: folder).references
    for (number, reference) in references.enumerated() {
      reach(reference.target)
      progress(number + 1, references.count)
    }
    try mendDerived()
  }

  // MARK: Objects

  /// Makes what an object leads to readable, as far as the copy has it.
  private func reach(_ id: ObjectID) {
    var next = [id]
    while let id = next.popLast() {
      guard reached.insert(id).inserted, let object = mended(id) else { continue }
      switch object.kind {
      case .commit:
        guard let commit = Commit(content: object.content) else { continue }
        next += commit.parents + [commit.tree]
      case .tree:
        next +=
          Tree(content: object.content)?.entries.filter { $0.mode != .submodule }.map(\.id) ?? []
      case .blob, .tag: break
      }
    }
  }

  /// The object, read from the archive, or taken over from the copy; nil where neither has it whole.
  @discardableResult
  func mended(_ id: ObjectID) -> ObjectReader.Object? {
    if let object = (try? reader.read(id, limit: Repository.fileLimit)) ?? nil { return object }
    guard let object = (try? source.read(id, limit: Repository.fileLimit)) ?? nil,
      (try? ObjectFiles.write(object.content, as: object.kind, id: id, repository: folder)) != nil
    else { return nil }
    result.mendedObject(id)
    return object
  }

  /// The object, from the archive or else from the copy; nil where neither has it whole, or with no more than `limit`
  /// bytes.
  func either(_ id: ObjectID, limit: Int = Repository.fileLimit) -> ObjectReader.Object? {
    (try? reader.read(id, limit: limit)) ?? nil ?? ((try? source.read(id, limit: limit)) ?? nil)
  }

  /// Whether all that a commit leads to can be had; what is not in the archive yet is not taken over.
  func isWhole(_ tip: ObjectID) -> Bool {
    var seen: Set<ObjectID> = []
    var next = [tip]
    while let id = next.popLast() {
      guard seen.insert(id).inserted else { continue }
      guard let found = either(id) else { return false }
      if found.kind == .commit {
        guard let commit = Commit(content: found.content) else { return false }
        next += commit.parents + [commit.tree]
      } else if found.kind == .tree {
        next += Tree(content: found.content)?.entries.map(\.id) ?? []
      }
    }
    return true
  }

  /// Replaces the damaged files of objects by whole ones, from a pack or from the copy.
  private func mendLooseObjects() throws {
    for id in try ObjectReader.looseObjects(repository: folder).ids {
      do {
        _ = try reader.loose(id, limit: Repository.fileLimit)
      } catch {
        // A whole copy in a pack is found by the reader, which passes the damaged one over.
        guard let whole = either(id) else { continue }
        let hex = id.description
        try setAside("objects/\(hex.prefix(2))/\(hex.dropFirst(2))")
        try ObjectFiles.write(whole.content, as: whole.kind, id: id, repository: folder)
        result.mendedObject(id)
      }
    }
  }

  // MARK: Files

  /// Moves a file to where nobody reads it, and where it can be looked at.
  func setAside(_ file: String) throws {
    guard access(folder + file, F_OK) == 0 || errno != ENOENT else { return }
    let place = "\(damaged)/\(file)"
    try ObjectFiles.makeFolders(above: place, in: folder)
    guard rename(folder + file, folder + place) == 0 else {
      throw ArchiveError.system(errno, at: folder, writing: true)
    }
    result.setAside.append(place)
  }

  /// `HEAD` and `config`, which say the same in every archive.
  private func mendFixedFiles() throws {
    let head = try? FileBytes.read(folder + "HEAD", limit: 1 << 20)
    if head != Array("ref: \(ArchiveFormat.reference)\n".utf8) {
      try setAside("HEAD")
      try replace("HEAD", by: Array("ref: \(ArchiveFormat.reference)\n".utf8))
    }
    let config = (try? FileBytes.read(folder + "config", limit: 1 << 20)).flatMap { $0 }
    let text = config.map { String(decoding: $0, as: UTF8.self) }
    if ArchiveVerifier.problem(ofConfiguration: text) != nil {
      try setAside("config")
      try replace("config", by: Array(ArchiveVerifier.usualConfigurations[0].utf8))
    }
    for file in ArchiveVerifier.cutting { try setAside(file) }
    // Without these git takes the folder for none of its own.
    for name in ["objects/pack", "refs/heads"] {
      try ObjectFiles.makeFolders(above: name + "/x", in: folder)
    }
  }

  func replace(_ file: String, by bytes: [UInt8]) throws {
    try ObjectFiles.replace(folder + file, by: bytes)
    result.files += 1
  }

  /// The branches that say what the archive is, and that it is full.
  private func mendMarkers(_ repository: borrowing Repository) throws {
    try mendMarker(ArchiveFormat.reference, try ArchiveFormat.objects(), repository)
    let isFull =
      sourceReferences.contains { $0.name == ArchiveFormat.fullReference }
      || [folder, copy].contains { path in
        ((try? StoryArchive.shardFolders(of: path)) ?? []).contains {
          StoryArchive.hasReferences(path + $0)
        }
      }
    guard isFull else { return }
    try mendMarker(ArchiveFormat.fullReference, try ArchiveFormat.fullObjects(), repository)
  }

  private func mendMarker(
    _ reference: String, _ objects: [ArchiveFormat.Object], _ repository: borrowing Repository
  ) throws {
    for object in objects
    where ((try? reader.read(object.id, limit: Repository.headerLimit)) ?? nil) == nil {
      try ObjectFiles.write(object.content, as: object.kind, id: object.id, repository: folder)
      result.mendedObject(object.id)
    }
    guard let commit = objects.last?.id else { return }
    let target = ReferenceFiles(repository: folder).references.first {
      $0.name == reference
    }?.target
    if target != commit { try set(reference, to: commit, repository) }
  }

  /// Files that git makes from others, where their checksum is wrong.
  private func mendDerived() throws {
    for file in ArchiveVerifier.derivedFiles(folder) {
      guard let content = (try? FileBytes.read(folder + file, limit: 1 << 32)) ?? nil,
        ArchiveVerifier.isWhole(content, of: file)
      else {
        try setAside(file)
        continue
      }
    }
  }
}
