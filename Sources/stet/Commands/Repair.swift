import ArgumentParser
import StoryArchive
import StoryModel
import StoryTracker

/// `stet repair`
struct Repair: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Mend an archive from a copy of it.",
    discussion: """
      What is damaged or missing in the archive (objects, packs, references) is taken from the \
      copy, each object checked against its name; the copy is only read, and may be damaged \
      elsewhere. A story that the archive has no reference to, and the copy has, is lost and set again. \
      What is mended is named. What can be read is never given up, and a file that is replaced is set aside in the \
      archive's folder 'damaged'. Afterwards the archive is checked: the exit code is 2 where faults \
      are left.

      EXAMPLE
        $ stet repair --from copy
      """)

  @Option(
    help: ArgumentHelp("The copy: another archive's folder.", valueName: "copy"),
    completion: .directory)
  var from: String

  @OptionGroup var archive: ArchiveOptions

  func run() async throws {
    let path = try archive.path()
    var bar = ProgressBar()
    let result = try sayingCopy(path) {
      try StoryArchive.repair(at: path, from: from) { done, all in
        bar.show(Double(done) / Double(max(1, all)), "\(done) of \(all) references")
      }
    }
    bar.clear()
    let left = try await StoryTracker.verify(archiveAt: path)
    try Output.standard.write(
      """
      objects mended     \(result.objects)
      references mended  \(result.references)
      files mended       \(result.files)
      faults left        \(left.faultCount)

      """)
    for name in result.mended { Output.error("stet: mended: \(name)") }
    let others = result.objects + result.references - result.mended.count
    if others > 0 { Output.error("stet: mended: \(others) more") }
    for file in result.setAside { Output.error("stet: set aside: \(file)") }
    if result.ahead > 0 {
      Output.error(
        "stet: of \(result.ahead) stories the copy has later revisions, which were not taken over"
      )
    }
    if left.faultCount > 0 {
      throw Failure(
        "the copy did not have all that is needed: 'stet verify' says what is left;"
          + " another copy may have it")
    }
  }

  /// Has an error say so where it is the copy that is no archive: what to do about one that is missing is no
  /// advice for a copy.
  private func sayingCopy<T>(_ path: String, _ mend: () throws -> T) throws -> T {
    do {
      return try mend()
    } catch ArchiveError.missing(let missing) where missing == from && from != path {
      throw Failure("--from: there is no copy of an archive at '\(from)'")
    } catch ArchiveError.notAnArchive(let other, let reason) where other == from && from != path {
      throw Failure("--from: '\(from)' is no copy of an archive: \(reason)")
    }
  }
}
