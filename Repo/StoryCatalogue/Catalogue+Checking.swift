import GRDB
import StoryArchive
import StoryModel

extension Catalogue {
  /// What the catalogue says otherwise than git does; nothing where there is none. Nothing is changed.
  ///
  /// What writers have noted and nobody has taken up yet is left out, and so is all of it where it cannot be
  /// written: SQLite cannot open it then, and nothing is wrong with it. O(stories).
  public func differences() throws -> [(story: StoryID?, problem: String)] {
    guard CatalogueFile.exists(path) else { return [] }
    var found: [(story: StoryID?, problem: String)] = []
    do {
      let database = try CatalogueFile.open(path, engine: engine)
      let noted = { try Set(ChangeNotes.read(archive: self.archive.path).notes.map(\.story)) }
      let before = try noted()
      if let problem = try database.read(CatalogueFile.integrity) { found.append((nil, problem)) }
      var stories = 0
      try archive.tips(complain: { _ in }) { tips in
        let rows = try database.read { database in
          try tips.map { try Row.one(database, $0.listing.id) }
        }
        for (tip, row) in zip(tips, rows) {
          if row != nil { stories += 1 }
          let isTrue = row.map { $0.isWhole && $0 == Row(tip, $0, [:]) } ?? false
          if isTrue || before.contains(tip.listing.id) { continue }
          if try noted().contains(tip.listing.id) { continue }
          found.append((tip.listing.id, row == nil ? "it is not in it" : "it is not as it says"))
        }
      }
      let counts = try database.read { try Row.counts($0) }
      if found.isEmpty, before.isEmpty, counts.stories != stories {
        found.append((nil, "it has stories that are not in the archive"))
      }
    } catch let error as DatabaseError where error.isRefusal {
      // Whoever may only read the archive has its lists from git, and the catalogue is not what they need.
    } catch let error as DatabaseError {
      found.append((nil, "\(error.message ?? "it cannot be read")"))
    } catch is CatalogueFile.UnusableError {
      found.append((nil, "it is unfinished, or of another version"))
    }
    return found
  }
}
