import ArgumentParser
import StoryArchive
import StoryTracker

/// `stet maintain`
struct Maintain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maintain",
    abstract: "Pack an archive, and drop what nothing needs.",
    discussion: """
      Each snapshot writes its objects as files of their own; this puts them into packs, each story's \
      versions as deltas of those before. What no reference has led to for the grace period (what \
      stopped writers left) is dropped; nothing that belongs to a story or to its superseded \
      histories ever is. Small packs are joined. Others may read and write meanwhile, and it may be interrupted.

      EXAMPLE
        $ stet maintain
      """)

  @Option(
    help: ArgumentHelp(
      "For how many days an object that no reference leads to is kept.", valueName: "days"))
  var grace = Maintenance.grace / 86_400

  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    if !(0...36_500).contains(grace) { throw ValidationError("--grace has to be 0 to 36500.") }
  }

  func run() throws {
    let tracker = try archive.open()
    Interruption.watch()
    // A catalogue that cannot be written keeps nobody from packing.
    let keptUp = Result { try tracker.keepCatalogueUp() }
    let lost = try tracker.lostStories()
    if !lost.isEmpty {
      Output.error(
        "stet: the reference of \(lost.count == 1 ? "'\(lost[0])'" : "\(lost.count) stories") is lost or was set back,"
          + " so nothing is dropped: 'stet verify' says more")
    }
    var bar = ProgressBar()
    // What such a story had is all that is left of it.
    let kept = lost.isEmpty ? grace * 86_400 : Maintenance.unlimitedGrace
    let result = try tracker.archive.maintain(
      grace: kept, shouldStop: { Interruption.isAsked }
    ) { done, all, number, archives in
      let part = Double(done) / Double(max(1, all))
      let place = archives == 1 ? "" : ", archive \(number + 1) of \(archives)"
      bar.show(
        (Double(number) + part) / Double(archives), "\(done) of \(all) references\(place)")
    }
    bar.clear()
    let freed = (result.freed < 0 ? "-" : "") + Import.readable(abs(result.freed))
    try Output.standard.write(
      """
      stories packed   \(result.stories)
      objects packed   \(result.packed)
      packs joined     \(result.joined)
      objects dropped  \(result.dropped)
      disk freed       \(freed)

      """)
    if result.wasStopped {
      throw Failure(
        "interrupted: what was packed stays; run the same command again to go on",
        code: Failure.interrupted)
    }
    try keptUp.get()
  }
}
