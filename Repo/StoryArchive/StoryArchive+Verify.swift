import Git
import StoryModel

extension StoryArchive {
  /// Checks an archive to the last byte, on all cores, and goes on after what is wrong.
  ///
  /// Every object's bytes against its name, every revision's tree, commit and place in its story
  /// against `FORMAT.md`, every reference, sighting and pack. It needs no lock and waits for nobody;
  /// what others write meanwhile is not looked at. Of `stories`, where they are given, only those are
  /// checked. O(bytes of the archive once inflated).
  ///
  /// - Parameters:
  ///   - extract: Reads a source again; where it is nil that is not checked.
  ///   - progress: Told after every few objects, from any thread.
  /// - Throws: Where there is no archive at `path`, or it cannot be read at all.
  public static func verify(
    at path: String, stories: [StoryID]? = nil,
    extract: (@Sendable ([UInt8], CaptureRecord) -> Verification.Extraction)? = nil,
    progress: @escaping @Sendable (Verification.Progress) -> Void = { _ in }
  ) async throws -> Verification {
    let whole = StoryArchive.folder(path)
    var result = Verification()
    var wanted = try stories.map { try homes(of: $0, at: path) }
    var above: [String: Set<StoryID>] = [:]
    let shards = [""] + (try shardFolders(of: path))
    let all = stories == nil ? shards.map { amount(in: whole + $0) } : []
    let sum = all.reduce((0, 0)) { ($0.0 + $1.stories, $0.1 + $1.objects) }
    for shard in shards {
      let stories = wanted?.removeValue(forKey: shard)
      if wanted != nil, stories == nil { continue }
      let findings = Findings()
      try opened(at: shard.isEmpty ? path : whole + shard, findings)
      let before = result
      let job = try ArchiveVerifier(
        path: whole + shard, findings: findings, extract: extract,
        progress: { progress(before.progress(adding: $0, of: sum)) })
      try await job.run(stories)
      if let shortage = findings.shortage(at: path) { throw shortage }
      if wanted == nil { job.checkPlaces(of: shard, above: &above) }
      result.add(findings.current, in: shard)
    }
    result.faults.sort()
    result.notes.sort()
    return result
  }

  /// How many stories and objects an archive has, as far as that can be told before they are read.
  private static func amount(in folder: String) -> (stories: Int, objects: Int) {
    let stories = try? ReferenceFiles.names(repository: folder, in: StoryRef.folders[0]).count
    let loose = try? ObjectReader.looseObjects(repository: folder).ids.count
    let packs = (try? PackFile.names(repository: folder)) ?? []
    let packed = packs.map { PackFile.count(of: $0, repository: folder) ?? 0 }.reduce(0, +)
    return (stories ?? 0, (loose ?? 0) + packed)
  }

  /// The stories by the shard that each is in; all in the outermost where that cannot be opened.
  private static func homes(
    of stories: [StoryID], at path: String
  ) throws(ArchiveError) -> [String: [StoryID]] {
    guard let archive = try? StoryArchive.open(at: path) else { return ["": stories] }
    var homes: [String: [StoryID]] = [:]
    for story in stories {
      guard let home = try archive.home(of: story, making: false) else {
        throw .noSuchStory(story.description, close: [])
      }
      let shard = home.level == 0 ? "" : folder(String(home.path.dropFirst(folder(path).count)))
      homes[shard, default: []].append(story)
    }
    return homes
  }

  /// Opens the archive as everybody does; what is wrong with it is a fault, unless it is none.
  private static func opened(at path: String, _ findings: Findings) throws(ArchiveError) {
    do {
      _ = try StoryArchive.open(at: path)
    } catch {
      switch error {
      case .damaged, .failed: break
      case .notAnArchive:
        // An archive that has lost its mark still has its stories.
        guard hasReferences(path) else { throw error }
      default: throw error
      }
      findings.fault("it cannot be opened: \(error)")
    }
  }
}
