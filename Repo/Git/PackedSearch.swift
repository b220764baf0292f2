import Glibc

/// The file `packed-refs`, searched where it lies: a name costs a look at a few of its lines, however
/// many references there are ("git help pack-refs").
final class PackedSearch {
  /// The file in memory. Git and Stet put another in its place and never change one, so that it stays
  /// as it was when it was opened.
  private let bytes: UnsafeRawBufferPointer
  private let isSorted: Bool
  /// Where the first reference's line begins.
  private let start: Int
  /// Which file it is; nil where there is none.
  private let identity: FileIdentity?

  /// Opens the file of the repository whose folder is `path`, which ends in a slash; where there is
  /// none, there are no references.
  init(repository path: String) throws(GitError) {
    let file = open(path + "packed-refs", O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else {
      guard errno == ENOENT else { throw .system(errno, "'packed-refs' cannot be read") }
      (bytes, isSorted, start) = (UnsafeRawBufferPointer(start: nil, count: 0), true, 0)
      identity = nil
      return
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(errno, "'packed-refs' cannot be read") }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .damaged("'packed-refs' is no plain file")
    }
    identity = FileIdentity(status)
    guard status.st_size > 0 else {
      (bytes, isSorted, start) = (UnsafeRawBufferPointer(start: nil, count: 0), true, 0)
      return
    }
    guard let address = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0),
      address != MAP_FAILED
    else { throw .system(errno, "'packed-refs' cannot be read") }
    bytes = UnsafeRawBufferPointer(start: address, count: Int(status.st_size))
    guard bytes[0] == UInt8(ascii: "#") else {
      (isSorted, start) = (false, 0)
      return
    }
    let end = bytes.firstIndex(of: 10) ?? bytes.count - 1
    isSorted = bytes[..<end].split(separator: 32).contains { $0.elementsEqual("sorted".utf8) }
    start = end + 1
  }

  deinit {
    if let address = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: address), bytes.count)
    }
  }

  /// Whether the file in that place is still this one.
  func isCurrent(repository path: String) -> Bool {
    var status = stat()
    guard let identity else { return lstat(path + "packed-refs", &status) != 0 && errno == ENOENT }
    return lstat(path + "packed-refs", &status) == 0 && FileIdentity(status) == identity
  }

  /// What the reference leads to; nil where it is not in the file.
  func target(of name: String) -> ObjectID? {
    let name = Array(name.utf8)
    var found: ObjectID?
    visit(from: name) { other, line in
      if other.elementsEqual(name) { found = ObjectID(hex: bytes[line..<line + 40]) }
      return isSorted ? false : found == nil
    }
    return found
  }

  /// Gives `take` the references whose names begin with `prefix`, until it returns false.
  func references(under prefix: String, _ take: (Reference) -> Bool) {
    let prefix = Array(prefix.utf8)
    visit(from: prefix) { name, line in
      guard name.starts(with: prefix) else { return !isSorted }
      guard let target = ObjectID(hex: bytes[line..<line + 40]) else { return true }
      return take(Reference(name: String(decoding: name, as: UTF8.self), target: target))
    }
  }

  /// Gives `body` the name of each reference and where its line begins, from the first on that does
  /// not come before `name`, until it returns false; all of them where they are in no order.
  private func visit(
    from name: [UInt8], _ body: (Slice<UnsafeRawBufferPointer>, Int) -> Bool
  ) {
    var at = isSorted ? lowerBound(name) : start
    while at < bytes.count {
      let end = self.end(of: at)
      if isReference(at, end), !body(bytes[at + 41..<end], at) { return }
      at = end + 1
    }
  }

  /// Where the first line begins whose name does not come before `name`.
  private func lowerBound(_ name: [UInt8]) -> Int {
    var (low, high) = (start, bytes.count)
    while low < high {
      var line = begin(of: (low + high) / 2)
      // What a tag leads to has a line of its own, after that of the tag.
      while line > low, bytes[line] == UInt8(ascii: "^") { line = begin(of: line - 1) }
      let end = self.end(of: line)
      if isReference(line, end), !bytes[line + 41..<end].lexicographicallyPrecedes(name) {
        high = line
      } else {
        low = end + 1
        while low < bytes.count, bytes[low] == UInt8(ascii: "^") { low = self.end(of: low) + 1 }
      }
    }
    return low
  }

  private func isReference(_ start: Int, _ end: Int) -> Bool {
    end > start + 41 && bytes[start] != UInt8(ascii: "^") && bytes[start + 40] == 32
  }

  private func begin(of offset: Int) -> Int {
    var at = offset
    while at > start, bytes[at - 1] != 10 { at -= 1 }
    return at
  }

  private func end(of start: Int) -> Int {
    bytes[start...].firstIndex(of: 10) ?? bytes.count
  }
}

/// Which of the files it is that were in one place one after another.
struct FileIdentity: Equatable {
  private let device, inode, size, seconds, nanoseconds: Int

  init(_ status: stat) {
    device = Int(truncatingIfNeeded: status.st_dev)
    inode = Int(truncatingIfNeeded: status.st_ino)
    size = Int(status.st_size)
    (seconds, nanoseconds) = (status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
  }
}

/// `packed-refs`, opened once for as long as no other is in its place: what is looked up by the thousand
/// costs the file's pages once. For one thread at a time.
final class KnownPackedReferences {
  private let path: String
  private var known: PackedSearch?

  /// - Parameter path: The repository's folder, ending in a slash.
  init(repository path: String) { self.path = path }

  func current() throws(GitError) -> PackedSearch {
    // A mapped file keeps its inode, so that no other can have the same.
    if let known, known.isCurrent(repository: path) { return known }
    known = nil
    let opened = try PackedSearch(repository: path)
    known = opened
    return opened
  }
}

extension Repository {
  /// How many references in the folder `prefix`, which ends in a slash, `packed-refs` holds.
  public func packedReferences(under prefix: String) throws(GitError) -> Int {
    var count = 0
    try PackedSearch(repository: path).references(under: prefix) { _ in
      count += 1
      return true
    }
    return count
  }
}
