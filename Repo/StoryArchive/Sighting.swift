import FoundationEssentials
import Git
import StoryModel

/// That a story was seen again, unchanged since its latest revision.
///
/// Kept beside the revision, since a commit cannot change: `refs/seen/<id>` → a blob of this.
struct Sighting: Hashable {
  /// The revision that was seen.
  let commit: ObjectID
  /// The commit that the revision had before it was moved. Written before the story's reference
  /// moves, it is true before and after.
  var supersedes: ObjectID?
  let lastSeenAt: Instant
  /// How often it was seen, its capture not counted.
  let count: Int

  /// Canonical JSON.
  var content: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("commit", commit.description)
      json.field("supersedes", supersedes?.description)
      json.field("lastSeenAt", lastSeenAt.description)
      json.field("sightings", count)
    }
    return json.bytes
  }

  init(commit: ObjectID, supersedes: ObjectID? = nil, lastSeenAt: Instant, count: Int) {
    self.commit = commit
    self.supersedes = supersedes
    self.lastSeenAt = lastSeenAt
    self.count = count
  }

  /// Reads what `content` writes; nil for anything else.
  init?(content: [UInt8]) {
    struct Fields: Decodable {
      let commit: String
      let supersedes: String?
      let lastSeenAt: String
      let sightings: Int
    }
    guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(content)),
      let commit = ObjectID(fields.commit), let time = Instant(fields.lastSeenAt),
      fields.sightings > 0
    else { return nil }
    self.init(
      commit: commit, supersedes: fields.supersedes.flatMap { ObjectID($0) }, lastSeenAt: time,
      count: fields.sightings)
  }

  /// Whether it is of the revision that has this commit.
  func isOf(_ commit: ObjectID) -> Bool { commit == self.commit || commit == supersedes }
}
