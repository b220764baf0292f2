import GRDB
import StoryArchive
import StoryModel

extension Catalogue {
  /// Something that the catalogue says otherwise than git does.
  public struct Difference {
    public let story: StoryID?
    public let problem: String
    /// Whether the catalogue had the story or its latest revision, and no reference leads there any more.
    public let isLost: Bool

    init(_ story: StoryID? = nil, _ problem: String, isLost: Bool = false) {
      (self.story, self.problem, self.isLost) = (story, problem, isLost)
    }
  }

  /// What the catalogue says otherwise than git does; nothing where there is none. Nothing is changed.
  ///
  /// What writers have noted and nobody has taken up yet is left out, and so is all of it where it cannot be
  /// written: SQLite cannot open it then, and nothing is wrong with it. O(stories).
  public func differences() throws -> [Difference] {
    guard CatalogueFile.exists(path) else { return [] }
    var found: [Difference] = []
    do {
      let database = try CatalogueFile.open(path, engine: engine)
      let noted = { try Set(ChangeNotes.read(archive: self.archive.path).notes.map(\.story)) }
      let before = try noted()
      if let problem = try database.read(CatalogueFile.integrity) {
        found.append(Difference(nil, problem))
      }
      var stories = 0
      try archive.tips(complain: { _ in }) { tips in
        let rows = try database.read { database in
          try tips.map { try Row.one(database, $0.listing.id) }
        }
        for (tip, row) in zip(tips, rows) {
          if row != nil { stories += 1 }
          let isTrue = row.map { $0.isWhole && $0 == Row(tip, $0, [:]) } ?? false
          if !isTrue, let row, try hasLeft(row) {
            found.append(Difference(row.story, LeftRevision(row).problem, isLost: true))
            continue
          }
          if isTrue || before.contains(tip.listing.id) { continue }
          if try noted().contains(tip.listing.id) { continue }
          found.append(
            Difference(tip.listing.id, row == nil ? "it is not in it" : "it is not as it says"))
        }
      }
      let counts = try database.read { try Row.counts($0) }
      found += try lost(in: database, isComplete: counts.stories == stories)
      if found.isEmpty, before.isEmpty, counts.stories != stories {
        found.append(Difference(nil, "it has stories that are not in the archive"))
      }
    } catch let error as DatabaseError where error.isRefusal {
      // Whoever may only read the archive has its lists from git, and the catalogue is not what they need.
    } catch let error as DatabaseError {
      found.append(Difference(nil, error.message ?? "it cannot be read"))
    } catch is CatalogueFile.UnusableError {
      found.append(Difference(nil, "it is unfinished, or of another version"))
    }
    return found
  }

  /// Whether git has no reference to the story; one that cannot be read is one.
  private func isGone(_ story: StoryID) throws -> Bool {
    do {
      return try archive.targets(of: story) == nil
    } catch let error as ArchiveError where !error.isRefusal {
      return false
    }
  }

  /// What the catalogue had and git has not: stories, of which with `isComplete` no row is one's, and revisions
  /// that their stories left. A row that is not as it was written tells of none.
  func lost(in database: DatabaseQueue, isComplete: Bool) throws -> [Difference] {
    var ids = try database.read(Row.damaged)
    var last: StoryID?
    while !isComplete {
      let more = try database.read { try Row.ids($0, after: last, limit: 4096) }
      guard let final = more.last else { break }
      ids += more
      last = final
    }
    return try ids.compactMap { story in
      let row = try database.read { try Row.one($0, story) }
      guard row?.isWhole ?? true, try isGone(story) else { return nil }
      let stood = row.map { " (it stood at revision \($0.revisions), commit \($0.tip))" } ?? ""
      return Difference(story, "its reference is lost\(stood)", isLost: true)
    } + left(in: database).map { Difference($0.story, $0.problem, isLost: true) }
  }
}
