import Git
import StoryModel

/// The names of references that are in use, so that a new one finds its own at once.
struct TakenNames {
  private var names: Set<String> = []
  /// What stands before each slash of a name: a folder, where references are files.
  private var folders: Set<String> = []

  init(_ references: [Reference]) {
    for reference in references { insert(reference.name) }
  }

  /// The reference for a story that has none: its plain name, unless another is in the way.
  mutating func take(_ story: StoryID) -> StoryRef {
    let plain = StoryRef(story)
    let isBlocked =
      folders.contains(plain.name)
      || StoryRef.conflicts(of: story).names.contains(where: names.contains)
    let ref = StoryRef(story, marked: isBlocked)
    insert(ref.name)
    return ref
  }

  private mutating func insert(_ name: String) {
    names.insert(name)
    var parts = name.split(separator: "/").dropLast()
    while parts.count > 2 {
      // Whoever has a folder has those above it.
      guard folders.insert(parts.joined(separator: "/")).inserted else { return }
      parts.removeLast()
    }
  }
}
