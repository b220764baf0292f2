import StoryArchive

/// A revision on the command line: `3`, `latest`, `first`, `-1`, a commit prefix, `@TIME`.
enum RevisionArgument {
  /// Stands before a dash so that the parser takes `-1` for a value rather than for an option.
  private static let mark = "\u{1}"

  /// The arguments with every `-1`, `-2` … marked as a value, wherever one may name a revision.
  static func protect(_ arguments: [String]) -> [String] {
    guard let command = arguments.first, ["diff", "show"].contains(command) else {
      return arguments
    }
    return arguments.map { argument in
      let digits = argument.utf8.dropFirst()
      let isRevision =
        argument.utf8.first == UInt8(ascii: "-") && !digits.isEmpty
        && digits.allSatisfy { (48...57).contains($0) }
      return isRevision ? mark + argument : argument
    }
  }

  static func unprotect(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0 != "\u{1}" })
  }

  static func selector(_ text: String) throws -> RevisionSelector {
    try RevisionSelector(parsing: unprotect(text))
  }
}
