import CLibgit2
import Glibc

/// References, read and moved in their files as git does it ("git help gitrepository-layout"), each at
/// the cost of its own name: libgit2 reads all of `packed-refs` before it writes one.
extension Repository {
  /// What the reference points at; nil where there is none.
  public func target(of name: String) throws(GitError) -> ObjectID? {
    guard Repository.isValid(name) else { return nil }
    switch try Repository.looseTarget(path + name) {
    case .id(let id): return id
    // Looked for second: whoever packs a reference removes its own file last.
    case .none: return try packedReferences.current().target(of: name)
    // libgit2 would wait for a pipe to say something.
    case .odd: throw .damaged("the reference '\(name)' is no plain file")
    // A symbolic one, or damage, of which libgit2 says what it is.
    case .other: break
    }
    var oid = git_oid()
    let code = git_reference_name_to_id(&oid, handle, name)
    if code == GIT_ENOTFOUND.rawValue || code == GIT_EINVALIDSPEC.rawValue { return nil }
    try check(code)
    return ObjectID(oid)
  }

  /// Points the reference at `target`, if it still points at `expected` (nil: if there is none).
  ///
  /// Throws an error that is `isModified` or `isExisting` where it does not, or where another's name
  /// leaves no room for a new one, and one that is `isLocked` where somebody else is about to move it.
  /// On disk when it returns, with the folders that lead to it.
  public func setReference(
    _ name: String, to target: ObjectID, from expected: ObjectID?
  ) throws(GitError) {
    guard Repository.isValid(name) else {
      throw GitError(
        code: GIT_EINVALIDSPEC.rawValue, errorClass: Int32(GIT_ERROR_REFERENCE.rawValue),
        message: "'\(name)' is no name of a reference")
    }
    let folder = path
    let place = folder + name
    var locks: [String] = []
    defer { for lock in locks { unlink(lock) } }
    let draft = try Repository.lock(reference: name, in: folder, &locks, isDurable: true)
    let found = try self.target(of: name)
    guard found == expected else {
      throw expected == nil ? .existing(name) : .modified(name)
    }
    if expected == nil {
      guard try PackedSearch(repository: folder).hasRoom(for: name) else { throw .existing(name) }
    }
    // Folders that are empty are of references that were packed or removed.
    if Repository.isFolder(place), !Repository.removeEmptyFolders(place) { throw .existing(name) }
    // Once the draft has become the file, the lock is gone, and another's may be there.
    locks.removeLast()
    try DurableFile.write(Array("\(target)\n".utf8), to: place, draft: draft)
    try DurableFile.syncFolder(Repository.folder(of: place))
  }

  /// Removes the reference, if it still points at `expected`; false where it did not. It may be there
  /// again after a power cut.
  @discardableResult
  public func removeReference(
    _ name: String, from expected: ObjectID
  ) throws(GitError) -> Bool {
    let folder = path
    let isPacked = try PackedSearch(repository: folder).target(of: name) != nil
    if isPacked { return try removePackedReference(name, from: expected) }
    guard Repository.isValid(name) else { return false }
    var locks: [String] = []
    do {
      defer { for lock in locks { unlink(lock) } }
      guard try target(of: name) == expected else { return false }
      try Repository.lock(reference: name, in: folder, &locks)
      guard try target(of: name) == expected else { return false }
      guard unlink(folder + name) == 0 else {
        throw GitError.system(errno, "'\(name)' cannot be removed")
      }
    }
    // `refs/seen` itself stays.
    var above = name.split(separator: "/").dropLast()
    while above.count > 2, rmdir(folder + above.joined(separator: "/")) == 0 { above.removeLast() }
    return true
  }

  private func removePackedReference(
    _ name: String, from expected: ObjectID
  ) throws(GitError) -> Bool {
    var found: OpaquePointer?
    let code = git_reference_lookup(&found, handle, name)
    if code == GIT_ENOTFOUND.rawValue { return false }
    try check(code)
    defer { git_reference_free(found) }
    guard let target = git_reference_target(found), ObjectID(target.pointee) == expected else {
      return false
    }
    let outcome = git_reference_delete(found)
    if outcome == GIT_EMODIFIED.rawValue || outcome == GIT_ENOTFOUND.rawValue { return false }
    try check(outcome)
    return true
  }

  /// The references in the folder `prefix`, which ends in a slash, in no particular order; symbolic
  /// ones, and files that are no references, are left out.
  public func references(under prefix: String, limit: Int = .max) throws(GitError)
    -> [Reference]
  {
    var found: [ExactText: ObjectID] = [:]
    var folders = [String(prefix.dropLast())]
    while let folder = folders.popLast(), found.count < limit {
      for entry in try FileBytes.names(in: path + folder) where found.count < limit {
        let name = "\(folder)/\(entry.name)"
        if entry.isFolder {
          folders.append(name)
        } else if case .id(let id) = try Repository.looseTarget(path + name),
          Repository.isValid(name)
        {
          found[ExactText(name)] = id
        }
      }
    }
    guard found.count < limit else { return found.map { Reference(name: $0.text, target: $1) } }
    try packedReferences.current().references(under: prefix) { reference in
      let name = ExactText(reference.name)
      if found[name] == nil { found[name] = reference.target }
      return found.count < limit
    }
    return found.map { Reference(name: $0.text, target: $1) }
  }

  // MARK: Files

  private enum Loose { case none, other, odd, id(ObjectID) }

  /// What a file of one reference says. Throws where the system refuses it, which says nothing of the file.
  private static func looseTarget(_ place: String) throws(GitError) -> Loose {
    let file = open(place, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: return .none
      case EACCES, EPERM, EMFILE, ENFILE, ENOMEM:
        throw .system(errno, "'\(place)' cannot be read")
      default: return .other
      }
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return .other }
    if status.st_mode & S_IFMT == S_IFDIR { return .none }
    guard status.st_mode & S_IFMT == S_IFREG else { return .odd }
    guard status.st_size == 41,
      let bytes = try? FileBytes.read(file, from: 0, count: 41), bytes.count == 41,
      bytes[40] == 10, let id = ObjectID(hex: bytes[..<40])
    else { return .other }
    return .id(id)
  }

  private static func isValid(_ name: String) -> Bool {
    var isValid: Int32 = 0
    return git_reference_name_is_valid(&isValid, name) == 0 && isValid == 1
      && name.hasPrefix("refs/")
  }

  static func folder(of place: String) -> String {
    place.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(place[..<$0]) } ?? "."
  }

  /// Whether a folder is there, and not a link to one.
  public static func isFolder(_ place: String) -> Bool {
    var status = stat()
    return lstat(place, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Removes a folder that holds none but empty folders; false where it holds more.
  private static func removeEmptyFolders(_ place: String) -> Bool {
    guard let entries = try? FileBytes.names(in: place) else { return false }
    return entries.allSatisfy { $0.isFolder && removeEmptyFolders("\(place)/\($0.name)") }
      && rmdir(place) == 0
  }

  /// Locks a reference as git does, and makes the folders that lead to it.
  @discardableResult
  static func lock(
    reference name: String, in folder: String, _ locks: inout [String], isDurable: Bool = false
  ) throws(GitError) -> String {
    var attempts = 0
    while true {
      guard try makeFolders(above: name, in: folder, isDurable: isDurable) else {
        throw .existing(name)
      }
      do {
        return try lock(folder + name, &locks)
      } catch {
        // Whoever removes a reference removes the folders that it leaves empty.
        attempts += 1
        guard error.isSystemError(ENOENT), attempts < 100 else { throw error }
      }
    }
  }

  /// Locks a file as git does: by another beside it, whose path is returned.
  @discardableResult
  static func lock(
    _ place: String, _ locks: inout [String]
  ) throws(GitError) -> String {
    let name = place + ".lock"
    let file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      if errno == EEXIST { throw .locked(name) }
      throw .system(errno, "'\(name)' cannot be written")
    }
    close(file)
    locks.append(name)
    return name
  }

  /// Makes the folders that the reference's file would be in; false where a file is in the way.
  static func makeFolders(
    above name: String, in folder: String, isDurable: Bool = false
  ) throws(GitError) -> Bool {
    guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else { return true }
    let above = String(name[..<slash])
    if isFolder(folder + above) { return true }
    var made = mkdir(folder + above, 0o777) == 0
    if !made, errno == ENOENT {
      guard try makeFolders(above: above, in: folder, isDurable: isDurable) else { return false }
      made = mkdir(folder + above, 0o777) == 0
    }
    if made {
      if isDurable { try DurableFile.syncFolder(Repository.folder(of: folder + above)) }
      return true
    }
    switch errno {
    case EEXIST, ENOTDIR: return isFolder(folder + above)
    default: throw .system(errno, "'\(folder + above)' cannot be made")
    }
  }
}

extension PackedSearch {
  /// Whether a reference of that name can be added: none is there, nor one that is a folder of it or
  /// that it would be a folder of.
  func hasRoom(for name: String) -> Bool {
    var isFree = true
    references(under: name + "/") { _ in
      isFree = false
      return false
    }
    guard isFree else { return false }
    let bytes = name.utf8
    return (bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") } + [bytes.endIndex]).allSatisfy {
      target(of: String(name[..<$0])) == nil
    }
  }
}
