import FoundationEssentials
import Git
import Glibc

/// What writers that were killed leave on the disk: nothing reads it, and nobody need remove it.
enum Leftovers {
  /// Seconds after which a file that somebody may be writing is one that was left.
  static let age = 3600
  /// Seconds between two looks at an archive.
  static let interval = 86_400

  /// Removes, once a day at most, drafts of packs and of objects, and of archives beside this one;
  /// only while the archive's lock is held.
  ///
  /// Costs one look at a file's time where it is not due, else a reading of three folders: what an
  /// archive grows in, its packs and its objects of two digits, is not gone through.
  static func remove(archive path: String) {
    // No other writer of Stet is at work, and only Stet has these.
    PackWriter.removeDrafts(repository: path)
    guard isDue(path + "/stet.lock") else { return }
    removeOld(in: path + "/objects") { $0.hasPrefix("tmp_object_git2_") }
    removeOld(in: path + "/objects/pack") { $0.hasPrefix("tmp_pack_") }
    guard let place = realpath(path, nil) else { return }
    defer { free(place) }
    removeDrafts(of: String(cString: place))
  }

  /// Removes the locks of references that processes left which were killed, by the rule that writers go
  /// by. O(references): a writer looks at those of its own story only.
  static func removeLocks(in folder: String) {
    for entry in (try? FileBytes.names(in: folder)) ?? [] {
      let path = "\(folder)/\(entry.name)"
      var status = stat()
      if entry.isFolder {
        removeLocks(in: path)
      } else if entry.name.hasSuffix(".lock"), lstat(path, &status) == 0,
        time(nil) - status.st_mtim.tv_sec > LockPatience.staleAfterSeconds
      {
        unlink(path)
      }
    }
  }

  /// Removes what became of making an archive in `place`, beside it: folders `<name>.<n>-<n>.new`.
  static func removeDrafts(of place: String) {
    let slash = place.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(place[...$0]) } ?? "./"
    let name = (slash.map { place[place.index(after: $0)...] } ?? place[...]) + "."
    removeOld(in: folder) { entry in
      guard entry.hasPrefix(name), entry.hasSuffix(".new") else { return false }
      let numbers = entry.dropFirst(name.count).dropLast(4).split(
        separator: "-", omittingEmptySubsequences: false)
      return numbers.count == 2 && numbers.allSatisfy { UInt32($0) != nil }
        && isDraftOfArchive("\(folder)\(entry)")
    }
  }

  /// Whether a folder holds nothing but what an empty repository does: somebody's own folder may be
  /// called like a draft, and an archive that was written to has more.
  private static func isDraftOfArchive(_ folder: String) -> Bool {
    let usual: Set = ["HEAD", "config", "description", "hooks", "info", "objects", "refs"]
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder),
      let refs = try? FileManager.default.contentsOfDirectory(atPath: folder + "/refs")
    else { return false }
    return usual.isSuperset(of: names) && Set(["heads", "tags"]).isSuperset(of: refs)
  }

  /// Whether the last look is long ago. The lock's file, which is empty and stays so, has its time.
  private static func isDue(_ stamp: String) -> Bool {
    var status = stat()
    guard stat(stamp, &status) == 0, time(nil) - status.st_mtim.tv_sec > interval else {
      return false
    }
    return utimensat(AT_FDCWD, stamp, nil, 0) == 0
  }

  private static func removeOld(in folder: String, where isDraft: (String) -> Bool) {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard isDraft(name) else { continue }
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0, time(nil) - status.st_mtim.tv_sec > age else { continue }
      try? FileManager.default.removeItem(atPath: path)
    }
  }
}
