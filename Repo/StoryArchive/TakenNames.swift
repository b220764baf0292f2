import Git
import StoryModel

/// The names of references that are about to be made, so that each new one finds its own.
struct TakenNames {
  private var names: Set<ExactText> = []
  /// What stands before each slash of a name: a folder, where references are files.
  private var folders: Set<ExactText> = []

  /// The reference for a story that has none: its plain name, unless another is in the way.
  ///
  /// - Parameter ref: What it would be if there were none but those that are made already.
  mutating func take(_ ref: StoryRef) -> StoryRef {
    let plain = StoryRef(ref.story)
    let isBlocked =
      ref.isMarked || folders.contains(ExactText(plain.name))
      || StoryRef.conflicts(of: ref.story).names.contains { names.contains(ExactText($0)) }
    let taken = StoryRef(ref.story, marked: isBlocked)
    insert(taken.name)
    return taken
  }

  private mutating func insert(_ name: String) {
    names.insert(ExactText(name))
    var parts = name.partsOfPath.dropLast()
    while parts.count > 2 {
      // Whoever has a folder has those above it.
      guard folders.insert(ExactText(parts.joined(separator: "/"))).inserted else { return }
      parts.removeLast()
    }
  }
}
