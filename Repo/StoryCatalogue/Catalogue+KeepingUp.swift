import GRDB
import StoryArchive
import StoryModel

extension Catalogue {
  /// Takes up what writers have noted since the catalogue was last asked; with `all`, whatever else is
  /// otherwise in git, too. Does nothing where there is no catalogue.
  ///
  /// O(what was noted), or O(stories).
  public func keepUp(all: Bool = false) throws {
    guard CatalogueFile.exists(path) else { return }
    try current { database in
      guard all else { return }
      var stories = 0
      try archive.tips(complain: { _ in }) { tips in
        stories += tips.count
        let wrong = try database.read { database in
          try tips.filter { tip in
            guard let row = try Row.one(database, tip.listing.id) else { return true }
            return !row.isWhole || row != Row(tip, row, [:])
          }
        }
        try self.take(wrong.map { ChangeNotes.Note($0.listing.id) }, in: database)
      }
      guard try database.read(Row.counts).stories > stories else { return }
      var last: StoryID?
      while true {
        let ids = try database.read { try Row.ids($0, after: last, limit: 4096) }
        guard let final = ids.last else { return }
        let gone = try ids.filter { try archive.targets(of: $0) == nil }
        try self.take(gone.map { ChangeNotes.Note($0) }, in: database)
        last = final
      }
    }
  }

  /// Stories up to which all their names are looked at for a list; more would take longer than the list.
  private static let nameLimit = 2000

  /// Takes up which stories there are, where they are few: of what git itself removed or put back nobody else
  /// knows, where it is not on the page that is asked for. O(stories).
  public func takeUpNames(complain: (ArchiveError) -> Void = { _ in }) throws {
    try current(complain) { database in
      let (stories, listed, damaged) = try database.read { rows in
        let stories = try Row.counts(rows).stories
        let ids = stories > Catalogue.nameLimit ? [] : try Row.ids(rows, after: nil, limit: stories)
        return (stories, Set(ids), try Row.damaged(rows))
      }
      guard stories <= Catalogue.nameLimit else { return }
      let named = try archive.storyIDs()
      let wrong = listed.symmetricDifference(named).subtracting(damaged)
      try self.take(wrong.sorted().map { ChangeNotes.Note($0) }, in: database)
    }
  }

  /// Makes the catalogue anew from git alone.
  public func rebuild(complain: (ArchiveError) -> Void = { _ in }) throws {
    try CatalogueFile.locked(path) {
      opened.withLock { $0 = nil }
      try build(complain)
    }
  }

  /// Gives `body` the database, with all that is noted taken up; made anew where it is lost or damaged.
  func current<T>(
    _ complain: (ArchiveError) -> Void = { _ in }, _ body: (DatabaseQueue) throws -> T
  ) throws -> T {
    do {
      do {
        return try body(try database(complain))
      } catch let error as DatabaseError where error.isDamage {
        try rebuild(complain: complain)
        return try body(try database(complain))
      }
    } catch let error as DatabaseError {
      throw CatalogueError(description: "the catalogue '\(path)': \(error.message ?? "\(error)")")
    } catch is CatalogueFile.UnusableError {
      throw CatalogueError(description: "'\(path)' cannot be made")
    }
  }

  private func database(_ complain: (ArchiveError) -> Void) throws -> DatabaseQueue {
    let known = opened.withLock { $0 }
    // One that was removed meanwhile is still open, and nobody keeps it up.
    if let known, CatalogueFile.exists(path) {
      try takeNotes(known)
      return known
    }
    return try CatalogueFile.locked(path) {
      var found: DatabaseQueue?
      if CatalogueFile.exists(path) {
        do {
          found = try CatalogueFile.open(path, engine: engine)
        } catch let error as DatabaseError where !error.isDamage {
          throw error
        } catch {}
      }
      let database = try found ?? build(complain)
      opened.withLock { $0 = database }
      try takeNotes(database)
      return database
    }
  }

  @discardableResult
  private func build(_ complain: (ArchiveError) -> Void) throws -> DatabaseQueue {
    CatalogueFile.remove(path)
    return try CatalogueFile.build(path, engine: engine) { database in
      // From here on every writer leaves notes; those that had begun before are waited for.
      try archive.waitForWriters()
      var damaged: [StoryID] = []
      let note: (ArchiveError) -> Void = { error in
        if case .damaged(_, let story?, _, _) = error {
          damaged.append(story)
        } else {
          complain(error)
        }
      }
      try archive.tips(complain: note) { tips in
        for tip in tips { try Row(tip, nil, [:]).insert(database) }
      }
      for story in damaged { try Row.setDamaged(database, story, true) }
    }
  }

  private func takeNotes(_ database: DatabaseQueue) throws {
    let batch = try ChangeNotes.read(archive: archive.path)
    guard !batch.notes.isEmpty else { return }
    try take(batch.notes, in: database)
    try ChangeNotes.drop(batch, archive: archive.path)
  }

  /// Reads the stories of notes anew from git, in steps that others can come between.
  func take(_ notes: [ChangeNotes.Note], in database: DatabaseQueue) throws {
    var at = 0
    while at < notes.count {
      let part = notes[at..<min(notes.count, at + 8192)]
      at += 8192
      var measures: [ObjectID: ChangeNotes.Measure] = [:]
      for case let measure? in part.map(\.measure) { measures[measure.commit] = measure }
      let stories = Set(part.map(\.story))
      let rows = try database.read { database in
        try stories.map { (story: $0, row: try Row.one(database, $0)) }
      }
      var changed: [Row] = []
      var left: [LeftRevision] = []
      // Of those that could not be read, and of those that git has no more, which were there.
      let known = try database.read(Row.damaged).filter(stories.contains)
      var damaged: [StoryID] = []
      for (story, row) in rows {
        do {
          if let tip = try archive.tip(of: story) {
            // What was measured may be what is changed in a row that is not as it was written.
            let new = Row(tip, row?.isWhole == true ? row : nil, measures)
            if new != row || !new.isWhole { changed.append(new) }
            if let row, try hasLeft(row) { left.append(LeftRevision(row)) }
          } else if row != nil || known.contains(story) {
            damaged.append(story)
          }
        } catch let error as ArchiveError where !error.isRefusal {
          damaged.append(story)
        }
      }
      guard !changed.isEmpty || !left.isEmpty || Set(known) != Set(damaged) else { continue }
      try database.write { database in
        for row in changed { try row.save(database) }
        for revision in left { try revision.save(database) }
        for story in damaged { try Row.remove(database, story) }
        for story in known { try Row.setDamaged(database, story, false) }
        for story in damaged { try Row.setDamaged(database, story, true) }
      }
    }
  }
}
