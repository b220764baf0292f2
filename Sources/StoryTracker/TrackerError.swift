import StoryArchive

/// Why two revisions could not be compared.
public enum TrackerError: Error, Sendable, CustomStringConvertible {
  /// It is the story's first revision.
  case nothingBefore(Revision)

  public var description: String {
    switch self {
    case .nothingBefore(let revision):
      "there is nothing to compare revision \(revision.number) of '\(revision.story)' with:"
        + " it is the first"
    }
  }
}
