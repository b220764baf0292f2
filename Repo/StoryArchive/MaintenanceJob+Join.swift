import Git
import Glibc

extension MaintenanceJob {
  /// Joins small packs into one, so that there are never many: those of which the next larger one has
  /// not `ratio` times as many objects as all of them together (as `git repack --geometric` chooses
  /// them); no more than `most` bytes of them. They go when the new one is on disk and was read back.
  ///
  /// All that they hold is in it, also what no reference leads to: a writer may be about to use it.
  /// Objects are read and written one after another; some tens of bytes are held for each.
  func join(ratio: Int, most: Int, shouldStop: () -> Bool) throws {
    packs = try MaintenanceJob.packs(folder, known: packs)
    let chosen = chosenPacks(ratio, most)
    guard chosen.count > 1 else { return }
    reader = ObjectReader(repository: folder, packs: packs)
    references = try MaintenanceJob.references(folder)
    wanted = WantedObjects(packs: chosen)
    try addWanted(shouldStop: shouldStop)
    if result.wasStopped {
      // Half of it would only take room.
      writer = nil
      return
    }
    current = nil
    for pack in chosen {
      for rank in 0..<pack.count {
        guard let id = pack.id(at: pack.position(inOrder: rank)), wanted.contains(id),
          let object = try read(id)
        else { continue }
        try take(id, object.kind, object.content)
      }
    }
    guard let new = try finish() else { return }
    for pack in chosen {
      for position in 0..<pack.count {
        guard let id = pack.id(at: position), new.position(of: id) != nil else {
          throw ArchiveError.failed(path: archive.path, because: "the joined pack lacks an object")
        }
      }
    }
    // It tells of packs that are about to go.
    unlink(folder + "objects/pack/multi-pack-index")
    for pack in chosen where pack.name != new.name {
      // Without its index a pack is none.
      for ending in ["idx", "rev", "bitmap", "mtimes", "pack"] {
        unlink("\(folder)objects/pack/\(pack.name).\(ending)")
      }
      result.freed += pack.size
    }
    result.joined += chosen.count
  }

  private func chosenPacks(_ ratio: Int, _ most: Int) -> [PackFile] {
    let free = packs.filter {
      access("\(folder)objects/pack/\($0.name).keep", F_OK) != 0
    }.sorted { ($0.count, $0.name) < ($1.count, $1.name) }
    var chosen = 0
    var objects = 0
    for (index, pack) in free.enumerated() {
      if index > 0, pack.count < ratio * objects { chosen = index + 1 }
      objects += pack.count
    }
    var bytes = 0
    return Array(
      free.prefix(chosen).prefix { pack in
        bytes += pack.size
        return bytes <= most
      })
  }
}
