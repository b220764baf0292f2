import ArgumentParser
import StoryArchive
import StoryModel
import StoryTracker

/// Where the archive is.
struct ArchiveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The archive's folder (default: $STET_ARCHIVE, else stet in the XDG data folder).",
      valueName: "path"),
    completion: .directory)
  var archive: String?

  /// The archive's path: the option, `STET_ARCHIVE`, `$XDG_DATA_HOME/stet`, `~/.local/share/stet`.
  func path() throws -> String {
    if let archive {
      if archive.isEmpty { throw Failure("--archive names no folder: it is empty") }
      return archive
    }
    if let path = Terminal.variable("STET_ARCHIVE") { return path }
    // The XDG specification has a relative path passed over.
    if let data = Terminal.variable("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/stet" }
    if let home = Terminal.variable("HOME") { return home + "/.local/share/stet" }
    throw Failure("where the archive is, is not known: give --archive PATH, or set STET_ARCHIVE")
  }

  /// The archive, which has to be there.
  func open() throws -> StoryTracker { StoryTracker(try StoryArchive.open(at: path())) }

  /// The archive, made where there is none.
  func openOrCreate() throws -> StoryTracker {
    StoryTracker(try StoryArchive.openOrCreate(at: path()))
  }
}

/// A time that a person gives: of a capture, or of something that has happened (`isPast`).
func instant(_ text: String, option: String, isPast: Bool = false) throws -> Instant {
  let instant = try Instant(given: text, for: option)
  if !text.contains(":") {
    Output.error("stet: \(option): '\(text)' has no time of day; its midnight in UTC is taken")
  }
  if instant.seconds < 0 {
    throw Failure("\(option): \(instant) is before 1970, and git keeps no such time")
  }
  do {
    try StoryTracker.check(instant)
  } catch {
    throw Failure("\(option): \(isPast ? "\(instant) is not yet" : "\(error)")")
  }
  return instant
}

extension Instant {
  /// What was given for an option. A command asks in its `validate()`, so that its own usage is shown.
  init(given text: String, for option: String) throws {
    guard let instant = Instant(text) else {
      throw ValidationError(
        "\(option): '\(text.prefix(60))' is no time; write one as RFC 3339 has it, with its offset:"
          + " 2025-05-14T20:00:00Z, 2025-05-14T21:00+01:00")
    }
    self = instant
  }
}
