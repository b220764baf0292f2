import FoundationEssentials
import Git
import Glibc

/// What writers that were killed leave on the disk: nothing reads it, and nobody need remove it.
enum Leftovers {
  /// Seconds after which a file that a foreign process may be writing is one that was left.
  static let age = 600

  /// Removes drafts of packs and of objects; only while the archive's lock is held.
  static func remove(archive path: String) {
    // No other writer of Stet is at work, and only Stet has these.
    PackWriter.removeDrafts(repository: path)
    // These may be those of another program that uses libgit2.
    for file in (try? FileBytes.names(in: path + "/objects")) ?? []
    where file.name.hasPrefix("tmp_object_git2_") && isOld("\(path)/objects/\(file.name)") {
      unlink("\(path)/objects/\(file.name)")
    }
  }

  /// Removes what became of making an archive in `place`, beside it: folders `<name>.<n>-<n>.new`.
  static func removeDrafts(of place: String) {
    guard let slash = place.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    let folder = place[..<slash]
    let name = place[slash...].dropFirst() + "."
    for entry in (try? FileBytes.names(in: String(folder))) ?? [] where entry.isFolder {
      guard entry.name.hasPrefix(name), entry.name.hasSuffix(".new") else { continue }
      let middle = entry.name.dropFirst(name.count).dropLast(4).split(
        separator: "-", omittingEmptySubsequences: false)
      guard middle.count == 2, middle.allSatisfy({ UInt64($0) != nil }) else { continue }
      let draft = "\(folder)/\(entry.name)"
      if isOld(draft) { try? FileManager.default.removeItem(atPath: draft) }
    }
  }

  private static func isOld(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && Glibc.time(nil) - status.st_mtim.tv_sec > age
  }
}
