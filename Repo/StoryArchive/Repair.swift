import Git

/// What a repair did, and what it left.
public struct Repair: Sendable, Hashable {
  /// Objects that were taken from the copy, or from another place in the archive.
  public internal(set) var objects = 0
  /// References that were set to what the copy has.
  public internal(set) var references = 0
  /// Packs and other files that were taken from the copy or written again.
  public internal(set) var files = 0
  /// Stories of which the copy has later revisions; they are left as they are.
  public internal(set) var ahead = 0
  /// What was mended: the objects' names, and the references, no more of each than `listLimit`.
  public internal(set) var mended: [String] = []
  public static let listLimit = 1_000
  /// What was damaged and is replaced: in this folder of the archive, nothing being thrown away.
  public internal(set) var setAside: [String] = []

  /// Adds what was done to a shard, whose path in the outermost archive ends in a slash.
  mutating func add(_ other: Repair, in shard: String) {
    objects += other.objects
    references += other.references
    files += other.files
    ahead += other.ahead
    setAside += other.setAside.map { shard + $0 }
    mended += other.mended.map { shard + $0 }
  }

  mutating func mendedObject(_ id: ObjectID) {
    objects += 1
    if objects <= Repair.listLimit { mended.append("object \(id)") }
  }

  mutating func mendedReference(_ name: String) {
    references += 1
    if references <= Repair.listLimit { mended.append(name) }
  }
}
