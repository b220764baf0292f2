import Git
import Glibc
import StoryModel

/// One run of maintenance of one archive.
final class MaintenanceJob {
  /// Bytes of a pack after which the next one begins.
  private static let packLimit = 512 << 20

  var result = Maintenance()
  let archive: StoryArchive
  let folder: String
  /// Whether it is to be done soon: then what is met nowhere near is left for another time.
  let isQuick: Bool
  var references: [Reference]
  var packs: [PackFile]
  var reader: ObjectReader
  /// What is to be packed, or looked for, and was not met yet.
  var wanted: WantedObjects
  /// Whether what is met is packed, or only taken from what is looked for.
  var isPacking = true
  /// Whether only what is near is looked at: see `addWanted`.
  var isNear = true
  /// The commits that were met, and what else references lead to.
  var reached: Set<ObjectID> = []
  /// The reference that is followed.
  var current: Reference?
  /// The pack that is being written, and what was loose of what is in it.
  var writer: PackWriter?
  var written: [ObjectID] = []
  /// Stories that there are.
  var stories: Int { references.count { $0.name.begins(with: StoryRef.stories) } }
  let started = Int(time(nil))

  init(archive: StoryArchive, folder: String, isQuick: Bool = false) throws {
    self.archive = archive
    self.folder = folder
    self.isQuick = isQuick
    // What is loose is listed first: whatever comes later is left alone.
    wanted = .loose(Set(try ObjectReader.looseObjects(repository: folder).ids))
    references = try MaintenanceJob.references(folder)
    packs = try MaintenanceJob.packs(folder, known: [])
    reader = ObjectReader(repository: folder, packs: packs)
  }

  /// The packs that there are, of which those that are `known` are not opened anew.
  static func packs(_ folder: String, known: [PackFile]) throws(GitError) -> [PackFile] {
    var packs: [PackFile] = []
    for name in try PackFile.names(repository: folder) {
      if let pack = known.first(where: { $0.name == name }) {
        packs.append(pack)
      } else {
        packs.append(try PackFile(folder: folder + "objects/pack", name: name))
      }
    }
    return packs
  }

  /// All references; throws where one cannot be read, since what it leads to must not be dropped.
  static func references(_ folder: String) throws(ArchiveError) -> [Reference] {
    let files = ReferenceFiles(repository: folder)
    if let fault = files.faults.first {
      throw ArchiveError.refusal(in: fault.reason, at: folder)
        ?? .damaged(
          object: nil, story: nil, revision: nil, because: "'\(fault.file)': \(fault.reason)")
    }
    return files.references
  }

  /// Packs the loose objects that references lead to.
  func pack(shouldStop: () -> Bool, progress: (Int, Int) -> Void) throws {
    try addWanted(shouldStop: shouldStop) { number, reference, isAdded in
      if isAdded, reference.name.begins(with: StoryRef.stories) { result.stories += 1 }
      if let writer, writer.size > MaintenanceJob.packLimit { try finish() }
      progress(number + 1, references.count)
    }
    try finish()
  }

  /// Writes an object into the pack, where it is wanted.
  @discardableResult
  func take(
    _ id: ObjectID, _ kind: ObjectKind, _ content: [UInt8], like bases: [PackWriter.Base] = []
  ) throws -> PackWriter.Base? {
    guard wanted.remove(id), isPacking else { return nil }
    let writer = writer ?? PackWriter(repository: folder, for: .maintaining)
    self.writer = writer
    if case .loose = wanted { written.append(id) }
    return try writer.add(content, as: kind, like: bases)
  }

  /// Puts the pack in its place, reads it back, and removes the files that it makes needless.
  @discardableResult
  func finish() throws -> PackFile? {
    guard let writer else { return nil }
    let count = writer.count
    let name = try writer.finish()
    // Its tables go before those of the pack come.
    self.writer = nil
    let pack = try PackFile(folder: folder + "objects/pack", name: name)
    let reader = ObjectReader(repository: folder, packs: [pack])
    for rank in 0..<pack.count {
      _ = try reader.packed(0, pack.position(inOrder: rank), limit: Repository.fileLimit)
    }
    guard pack.count == count, written.allSatisfy({ pack.position(of: $0) != nil }) else {
      throw ArchiveError.failed(path: archive.path, because: "the new pack lacks an object")
    }
    result.freed -= pack.size
    guard !written.isEmpty else { return pack }
    for id in written { result.freed += ObjectFiles.remove(id, repository: folder) }
    result.packs += 1
    result.packed += written.count
    written = []
    return pack
  }
}
