import CLibgit2
import Glibc

/// What the file `packed-refs` holds ("git help pack-refs"): many references in one file, ordered by name, where
/// each would else be a file of its own that is to be brought to the disk.
struct PackedReferences {
  static let header = Array("# pack-refs with: peeled fully-peeled sorted \n".utf8)

  private let bytes: [UInt8]
  /// Where each reference's name stands, ordered; and its line, with that of what a tag leads to.
  private var names: [Range<Int>] = []
  private var lines: [Range<Int>] = []

  /// Nil where the file does not say that it is ordered and tells all that tags lead to, or is none
  /// that can be read.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard !bytes.isEmpty else { return }
    guard bytes.last == 10 else { return nil }
    var start = 0
    while let end = bytes[start...].firstIndex(of: 10) {
      let next = end + 1
      switch bytes[start] {
      case UInt8(ascii: "#"):
        guard start == 0 else { return nil }
        let traits = bytes[..<end].split(separator: 32)
        for trait in ["peeled", "fully-peeled", "sorted"]
        where !traits.contains(where: { $0.elementsEqual(trait.utf8) }) { return nil }
      case UInt8(ascii: "^"):
        guard let last = lines.indices.last else { return nil }
        lines[last] = lines[last].lowerBound..<next
      default:
        guard start > 0, end > start + 41, bytes[start + 40] == 32 else { return nil }
        names.append(start + 41..<end)
        lines.append(start..<next)
      }
      start = next
    }
  }

  /// Whether a reference of that name can be added: none is there, nor one that is a folder of it or
  /// that it would be a folder of.
  func hasRoom(for name: String) -> Bool {
    let name = Array(name.utf8)
    let folder = name + [UInt8(ascii: "/")]
    let next = index(of: folder[...])
    if next < names.count, bytes[names[next]].starts(with: folder) { return false }
    return (name.indices.filter { name[$0] == UInt8(ascii: "/") } + [name.count]).allSatisfy {
      end in
      let place = index(of: name[..<end])
      return place == names.count || !bytes[names[place]].elementsEqual(name[..<end])
    }
  }

  /// The file with these references, too, none of which leads to a tag.
  func adding(_ references: [Reference]) -> [UInt8] {
    var output = PackedReferences.header
    output.reserveCapacity(bytes.count + references.count * 100)
    var done = 0
    for reference in references.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    {
      let place = index(of: Array(reference.name.utf8)[...])
      for line in lines[done..<place] { output += bytes[line] }
      done = place
      output += Array("\(reference.target) \(reference.name)\n".utf8)
    }
    for line in lines[done...] { output += bytes[line] }
    return output
  }

  /// How many names stand before `name`.
  private func index(of name: ArraySlice<UInt8>) -> Int {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if bytes[names[middle]].lexicographicallyPrecedes(name) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}

extension Repository {
  /// Makes new references in one write of `packed-refs`, and returns those that are left to
  /// `setReference`: their names are in use in some way, or the file is none that can be added to.
  ///
  /// No target may be a tag. Throws an error that is `isLocked` where somebody else has locked one of
  /// them or the file. All that were made are on disk when it returns; at any instant all of them are
  /// there or none.
  ///
  /// The file is locked as git locks it, and the references are not, since a file for each would take
  /// longer than all else: rather than keep others from making one of them it looks, once the file is
  /// in its place, whether they did. Git reads what a reference was after it has locked it, so whoever
  /// locks one later finds it in the file.
  public func packNewReferences(_ references: [Reference]) throws(GitError) -> [Reference] {
    let folder = path
    var locks: [String] = []
    defer { for lock in locks { unlink(lock) } }
    // The draft of the file is its lock, as git has it.
    let file = folder + "packed-refs"
    let draft = try Repository.lock(file, &locks)
    var free: [Reference] = []
    var left: [Reference] = []
    for reference in references {
      let place = folder + reference.name
      if Repository.isThere(place + ".lock") { throw .locked(place + ".lock") }
      var status = stat()
      // Where a file is in the place of a folder the reason is another.
      if lstat(place, &status) != 0, errno == ENOENT {
        free.append(reference)
      } else {
        left.append(reference)
      }
    }
    guard let bytes = try Repository.contents(file), let packed = PackedReferences(bytes) else {
      return references
    }
    left += free.filter { !packed.hasRoom(for: $0.name) }
    free.removeAll { !packed.hasRoom(for: $0.name) }
    guard !free.isEmpty else { return left }
    // Once the draft has become the file, the lock is gone, and another's may be there.
    locks.removeLast()
    try DurableFile.write(packed.adding(free), to: file, draft: draft)
    try DurableFile.syncFolder(folder)
    for reference in free where try wasMadeMeanwhile(reference) { left.append(reference) }
    return left
  }

  /// Whether somebody else made a reference that leads elsewhere, while it came into `packed-refs`.
  private func wasMadeMeanwhile(_ reference: Reference) throws(GitError) -> Bool {
    let place = path + reference.name
    var waited = 0
    // Whoever has locked it may not have seen it, and is about to move it or to give up.
    while Repository.isThere(place + ".lock"), waited < 10_000 {
      usleep(1_000)
      waited += 1
    }
    guard Repository.isThere(place) else { return false }
    return try target(of: reference.name) != reference.target
  }

  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// What a file holds; nothing where there is none, nil where it cannot be read.
  private static func contents(_ path: String) throws(GitError) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return errno == ENOENT ? [] : nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count {
        let got = Glibc.read(file, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        if got < 0 && errno == EINTR { continue }
        if got <= 0 { break }
        count += got
      }
      isWhole = count == buffer.count
    }
    return isWhole ? bytes : nil
  }
}
