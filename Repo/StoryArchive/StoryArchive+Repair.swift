import Git
import Glibc

extension StoryArchive {
  /// Mends the archive at `path` from a copy of it, as far as the copy has what is damaged or missing.
  ///
  /// Each object is checked against its name, wherever it is taken from; the copy may be damaged too,
  /// and is only read. What is readable stays as it is, and a file that is replaced is set aside in the
  /// folder `damaged`. Writers wait meanwhile, up to their patience. It may be interrupted and run
  /// again. Shards are mended from the copy's. O(bytes of the archive once inflated).
  ///
  /// - Throws: Where either is no archive, or one cannot be read or written at all.
  public static func repair(
    at path: String, from copy: String, progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws -> Repair {
    for folder in [path, copy] { try check(folder) }
    guard let here = realpath(path, nil), let there = realpath(copy, nil) else {
      throw ArchiveError.missing(path: copy)
    }
    defer {
      free(here)
      free(there)
    }
    guard strcmp(here, there) != 0 else {
      throw ArchiveError.failed(path: path, because: "it cannot be mended from itself")
    }
    var result = Repair()
    // An archive comes before its shards, which are not found before it says that it is full.
    for shard in [""] + (try shardFolders(of: copy)) {
      let place = shard.isEmpty ? path : folder(path) + shard
      result.add(try repairOne(place, from: folder(copy) + shard, in: path, progress), in: shard)
    }
    return result
  }

  /// Mends one of the archives in the archive at `root`.
  private static func repairOne(
    _ path: String, from copy: String, in root: String,
    _ progress: (_ done: Int, _ all: Int) -> Void
  ) throws -> Repair {
    if path != root {
      do {
        try check(path)
      } catch ArchiveError.missing {
        _ = try openOrCreate(at: path, capacity: capacity)
      }
    }
    return try archiveErrors(at: path, writing: true) {
      // Of an archive that lost all its objects none can be read, and all of them are mended.
      try ObjectFiles.makeFolders(above: "objects/pack/x", in: folder(path))
      let turn = try MaintenanceTurn(archive: path, patience: Maintenance.time * 2)
      defer { turn.end() }
      let lock = try ArchiveLock(archive: path)
      defer { lock.release() }
      let job = try ArchiveRepairer(folder: folder(path), copy: folder(copy), root: root)
      try job.run(progress)
      return job.result
    }
  }

  /// Whether the folder has the mark of an archive, or a story.
  static func hasReferences(_ path: String) -> Bool {
    ReferenceFiles(repository: folder(path)).references.contains {
      $0.name == ArchiveFormat.reference || $0.name.begins(with: StoryRef.stories)
    }
  }

  /// Whether the folder has the object that says what an archive is, though no reference may lead to it.
  private static func hasMarker(_ path: String) -> Bool {
    guard let marker = try? ArchiveFormat.objects().last?.id,
      let reader = try? ArchiveRepairer.reader(folder(path))
    else { return false }
    return ((try? reader.read(marker, limit: Repository.headerLimit)) ?? nil) != nil
  }

  /// Throws where the folder is none of an archive, be it damaged.
  private static func check(_ path: String) throws(ArchiveError) {
    do {
      _ = try StoryArchive.open(at: path)
    } catch {
      switch error {
      case .damaged, .failed: return
      case .notAnArchive:
        guard hasReferences(path) || hasMarker(path), wayOut(of: path) == nil else { throw error }
      default: throw error
      }
    }
  }
}
