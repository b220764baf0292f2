import Git

extension MaintenanceJob {
  /// Drops the loose objects that no reference leads to and that nobody has asked for since the grace
  /// period began: what `pack` has met nowhere.
  func drop(grace: Int) throws {
    isPacking = false
    defer { isPacking = true }
    guard case .loose(let left) = wanted else { return }
    let candidates = left.filter { isOld($0, grace) }.sorted()
    var at = 0
    while at < candidates.count {
      // Under the lock, and not for long at a time: no writer of the archive is between an object and
      // the reference that will lead to it, and those that moved meanwhile are looked at.
      let lock = try ArchiveLock(archive: archive.path)
      defer { lock.release() }
      references = try MaintenanceJob.references(folder)
      for reference in references { try add(reference) }
      for id in candidates[at..<min(candidates.count, at + 500)]
      where wanted.contains(id) && isOld(id, grace) {
        result.freed += ObjectFiles.remove(id, repository: folder)
        result.dropped += 1
      }
      at += 500
    }
  }

  private func isOld(_ id: ObjectID, _ grace: Int) -> Bool {
    guard let modified = ObjectFiles.modified(id, repository: folder) else { return false }
    return modified <= started - grace
  }
}
