import Git
import StoryModel

/// How a story's references are called.
///
/// A reference is a file, so git cannot have both `a` and `a/b`. Of two stories with such ids the
/// one that comes second is marked: each part of its id that leads to another ends in `%64`, the
/// last one in `%73`. No id holds these, since it escapes only what must be escaped, so neither a
/// plain name nor another marked one can be in the way.
struct StoryRef: Hashable {
  static let stories = "refs/stories/", sightings = "refs/seen/"
  static let superseded = "refs/superseded/", failures = "refs/failed/"
  /// Where the two are.
  static let folders = ["refs/stories", "refs/seen"]
  private static let folderMark = "%64", storyMark = "%73"

  let story: StoryID
  let isMarked: Bool

  init(_ story: StoryID, marked: Bool = false) {
    self.story = story
    isMarked = marked
  }

  /// The story that a reference under `refs/stories/` stands for; nil where its name is none that
  /// an archive gives.
  init?(name: String) {
    guard let tail = name.bytes(after: StoryRef.stories) else { return nil }
    if let story = try? StoryID(tail) {
      self.init(story)
      return
    }
    var parts = tail.partsOfPath
    for index in parts.indices {
      let mark = index == parts.count - 1 ? StoryRef.storyMark : StoryRef.folderMark
      guard parts[index].hasSuffix(mark) else { return nil }
      parts[index].removeLast(mark.count)
    }
    guard let story = try? StoryID(parts.joined(separator: "/")) else { return nil }
    self.init(story, marked: true)
  }

  /// The stories among references, ordered by id, each with the reference that counts.
  static func stories(among references: [Reference]) -> [(ref: StoryRef, target: ObjectID)] {
    var found: [StoryID: (ref: StoryRef, target: ObjectID)] = [:]
    for reference in references {
      guard let ref = StoryRef(name: reference.name) else { continue }
      if let other = found[ref.story], !other.ref.isMarked { continue }
      found[ref.story] = (ref, reference.target)
    }
    return found.values.sorted { $0.ref.story < $1.ref.story }
  }

  private var tail: String {
    guard isMarked else { return story.description }
    return story.description.partsOfPath.joined(separator: StoryRef.folderMark + "/")
      + StoryRef.storyMark
  }

  /// The reference to the latest revision.
  var name: String { StoryRef.stories + tail }

  /// The reference to the sighting of it.
  var sightingName: String { StoryRef.sightings + tail }

  /// The reference to the last check that failed.
  var failureName: String { StoryRef.failures + tail }

  /// What the names of the references to a story's superseded histories begin with. No part of an id
  /// is the mark, so that one story's are never in the way of another's.
  static func supersededPrefix(of story: StoryID) -> String {
    "\(superseded)\(story)/\(storyMark)/"
  }

  /// The reference to the latest revision of a superseded history.
  static func superseded(_ tip: ObjectID, of story: StoryID) -> String {
    supersededPrefix(of: story) + "\(tip)"
  }

  /// The story and the revision that the name of a reference to a superseded history says.
  static func superseded(name: String) -> (story: StoryID, tip: ObjectID)? {
    // The last two parts are the mark and the revision.
    guard let tail = name.bytes(after: superseded), case let parts = tail.partsOfPath,
      parts.count > 2, let last = parts.last, let tip = ObjectID(last),
      let story = try? StoryID(parts.dropLast(2).joined(separator: "/")),
      StoryRef.superseded(tip, of: story).hasSameBytes(as: name)
    else { return nil }
    return (story, tip)
  }

  /// The plain names of which one in use makes a plain name for `story` impossible, and the
  /// beginning of those that do so too.
  static func conflicts(of story: StoryID) -> (names: [String], prefix: String) {
    let parts = story.description.partsOfPath
    let names = (1..<max(1, parts.count)).map {
      stories + parts.prefix($0).joined(separator: "/")
    }
    return (names, stories + story.description + "/")
  }
}
