import Git
import StoryModel
import Synchronization

/// What a check of an archive found.
public struct Verification: Sendable {
  /// Something that was met, and where.
  public struct Finding: Sendable, Hashable {
    public let story: StoryID?
    /// The number of the revision, where it is known.
    public let revision: Int?
    public let object: ObjectID?
    /// The file, as a path in the archive, where it is about one that is no object's.
    public let file: String?
    public let problem: String
  }

  /// Stories, revisions and objects that were looked at, and bytes that the objects hold.
  public internal(set) var stories = 0, revisions = 0, objects = 0, bytes = 0
  /// How many of the revisions are of superseded histories.
  public internal(set) var superseded = 0
  /// Revisions whose text was not read again from their source, because another extractor, or
  /// another version of it, made it.
  public internal(set) var otherExtractors = 0
  /// Objects that no reference leads to: what killed writers and replaced sightings leave.
  public internal(set) var unreferenced = 0
  /// What is wrong, by story and revision; no more than `findingLimit`.
  public internal(set) var faults: [Finding] = []
  /// How many faults there are.
  public internal(set) var faultCount = 0
  /// What a person should know, and is no fault; no more than `findingLimit`.
  public internal(set) var notes: [Finding] = []

  public static let findingLimit = 10_000

  public var isWhole: Bool { faultCount == 0 }
}

extension Verification {
  /// What comes of reading a revision's source again.
  public enum Extraction: Sendable {
    /// The extractor that the record names reads this.
    case document(Document)
    /// The record names an extractor that is not at hand.
    case otherExtractor
    case failure(String)
  }

  /// How far a check has come.
  public struct Progress: Sendable {
    public let stories, revisions, objects, faults: Int
    /// How many stories and objects there are.
    public let allStories, allObjects: Int
  }
}

extension Verification.Finding: Comparable {
  /// What is of no story comes first.
  public static func < (a: Self, b: Self) -> Bool { a.key < b.key }

  private var key: (String, Int, String, String, String) {
    (
      story?.description ?? "", revision ?? 0, file ?? "", object?.description ?? "", problem
    )
  }
}

extension Verification {
  /// Adds what was found in the shard at that path in the archive, which ends in a slash.
  mutating func add(_ other: Verification, in shard: String) {
    stories += other.stories
    revisions += other.revisions
    superseded += other.superseded
    objects += other.objects
    bytes += other.bytes
    otherExtractors += other.otherExtractors
    unreferenced += other.unreferenced
    faultCount += other.faultCount
    func placed(_ finding: Finding) -> Finding {
      let file = finding.file.map { shard + $0 } ?? (shard.isEmpty ? nil : shard)
      return Finding(
        story: finding.story, revision: finding.revision, object: finding.object, file: file,
        problem: finding.problem)
    }
    let room = (Verification.findingLimit - faults.count, Verification.findingLimit - notes.count)
    faults += other.faults.prefix(room.0).map(placed)
    notes += other.notes.prefix(room.1).map(placed)
  }

  /// How far a check is that has found this in other archives before, of so many stories and objects in
  /// all of them.
  func progress(adding now: Progress, of all: (stories: Int, objects: Int)) -> Progress {
    Progress(
      stories: stories + now.stories, revisions: revisions + now.revisions,
      objects: objects + now.objects, faults: faultCount + now.faults,
      allStories: max(all.stories, stories + now.allStories),
      allObjects: max(all.objects, now.allObjects))
  }
}

/// Where the workers of a check put what they find.
final class Findings: Sendable {
  private let state = Mutex(Verification())

  func fault(_ finding: Verification.Finding) {
    state.withLock { state in
      state.faultCount += 1
      if state.faults.count < Verification.findingLimit { state.faults.append(finding) }
    }
  }

  func fault(
    _ problem: String, story: StoryID? = nil, revision: Int? = nil, object: ObjectID? = nil,
    file: String? = nil
  ) {
    fault(
      Verification.Finding(
        story: story, revision: revision, object: object, file: file, problem: problem))
  }

  func note(
    _ problem: String, story: StoryID? = nil, revision: Int? = nil, object: ObjectID? = nil,
    file: String? = nil
  ) {
    state.withLock { state in
      guard state.notes.count < Verification.findingLimit else { return }
      state.notes.append(
        Verification.Finding(
          story: story, revision: revision, object: object, file: file, problem: problem))
    }
  }

  /// Whether a fault names the object.
  func hasFault(of object: ObjectID) -> Bool {
    state.withLock { $0.faults.contains { $0.object == object } }
  }

  func count(_ body: (inout Verification) -> Void) { state.withLock { body(&$0) } }

  var current: Verification { state.withLock { $0 } }

  /// That the system let too little be opened or held to say anything of the archive, where a fault is that.
  func shortage(at path: String) -> ArchiveError? {
    for fault in current.faults {
      // The reason of what could not be read may stand in brackets.
      let problem = fault.problem.hasSuffix(")") ? String(fault.problem.dropLast()) : fault.problem
      let refusal = ArchiveError.refusal(in: problem, at: path)
      if case .outOfResources? = refusal { return refusal }
    }
    return nil
  }
}

/// Which objects a check has read.
final class ReadObjects: Sendable {
  private final class Bits: Sendable {
    let words: Mutex<[UInt64]>
    init(_ count: Int) { words = Mutex([UInt64](repeating: 0, count: (count + 63) / 64)) }
  }

  private let packs: [PackFile]
  private let packed: [Bits]
  private let loose = Mutex(Set<ObjectID>())

  init(_ packs: [PackFile]) {
    self.packs = packs
    packed = packs.map { Bits($0.count) }
  }

  /// Puts an object down as read; false where it was already.
  func insert(_ id: ObjectID, at place: ObjectReader.Place) -> Bool {
    switch place {
    case .loose: return loose.withLock { $0.insert(id).inserted }
    case .packed(let pack, let position):
      return packed[pack].words.withLock { words in
        let bit: UInt64 = 1 << UInt64(position % 64)
        defer { words[position / 64] |= bit }
        return words[position / 64] & bit == 0
      }
    case .late: return true
    }
  }

  func containsLoose(_ id: ObjectID) -> Bool { loose.withLock { $0.contains(id) } }

  func contains(pack: Int, position: Int) -> Bool {
    packed[pack].words.withLock { $0[position / 64] & 1 << UInt64(position % 64) != 0 }
  }

  /// Whether any copy of the object was read.
  func contains(_ id: ObjectID) -> Bool {
    containsLoose(id)
      || packs.indices.contains { index in
        packs[index].position(of: id).map { contains(pack: index, position: $0) } ?? false
      }
  }
}
