import StoryArchive
import StoryCatalogue
import StoryDiff
import StoryModel

extension StoryTracker {
  /// Makes the catalogue anew from git alone, and measures every change; returns how many stories and
  /// revisions there are.
  ///
  /// `progress` is told how many stories were measured.
  public func reindex(
    progress: @Sendable (Int) -> Void = { _ in }, complain: (ArchiveError) -> Void
  ) async throws -> (stories: Int, revisions: Int) {
    let catalogue = catalogue
    try catalogue.rebuild(complain: complain)
    try catalogue.tellOfDamage(complain)
    _ = try await measure(in: catalogue, progress: progress)
    let counts = try catalogue.counts()
    return (counts.stories, counts.revisions)
  }

  /// The stories of which the catalogue had revisions that git leads to no more; none where there is no catalogue.
  public func lostStories() throws -> [StoryID] { try catalogue.lostStories() }

  /// Has the catalogue, where there is one, take up all that changed, be it by git itself.
  public func keepCatalogueUp() throws { try catalogue.keepUp(all: true) }

  /// Measures what is not measured yet, on all cores, and returns how many stories that were.
  func measure(
    in catalogue: Catalogue, progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> Int {
    var last: StoryID?
    var done = 0
    while true {
      let open = try catalogue.unmeasured(after: last, limit: 64 * Processor.count)
      guard let final = open.last?.story else { return done }
      let values = await withTaskGroup(
        of: [(story: StoryID, upTo: ObjectID, significance: Int?)].self
      ) { group in
        for share in 0..<Processor.count {
          group.addTask {
            stride(from: share, to: open.count, by: Processor.count).compactMap { index in
              let (story, upTo, known) = open[index]
              // One that is damaged is for a check to tell of.
              guard let found = try? self.significance(of: story, upTo: upTo, known: known) else {
                return nil
              }
              return (story, found.tip, found.significance)
            }
          }
        }
        return await group.reduce(into: []) { $0 += $1 }
      }
      try catalogue.measure(values)
      last = final
      done += open.count
      progress(done)
    }
  }

  /// The most that a revision of the story changed the one before, and the latest revision; where it was
  /// measured up to a commit, only what follows that is.
  func significance(
    of story: StoryID, upTo: ObjectID?, known: Int?
  ) throws -> (tip: ObjectID, significance: Int?)? {
    let revisions = try archive.history(of: story)
    guard let tip = revisions.first?.commit else { return nil }
    // After an older capture was inserted it is none of the history's.
    let end = revisions.firstIndex { $0.commit == upTo }
    var most = end == nil ? nil : known
    var newer: (revision: Revision, document: Document)?
    for revision in revisions[...(end ?? revisions.count - 1)] {
      let document = try archive.document(of: revision)
      if let newer {
        let diff = StoryDiff(from: (revision, document), to: newer)
        most = max(most ?? 0, diff.summary.significance)
      }
      newer = (revision, document)
    }
    return (tip, most)
  }
}
