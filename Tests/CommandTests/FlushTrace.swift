import Foundation

/// What a trace of system calls (`strace -f -y`) says of a disk: which files and names are not on it yet,
/// and where something was done too early.
struct FlushTrace {
  /// What was done before that which it relies on was on the disk, in words.
  private(set) var violations: [String] = []
  /// How many references moved, and how often something was acknowledged.
  private(set) var moves = 0, acknowledgements = 0

  private let archive: String
  /// Files with bytes that are not on the disk, and names that are not, by their folder.
  private var files: Set<String> = []
  private var names: [String: Set<String>] = [:]
  /// Folders that were made, until something is in them that has to stay.
  private var hollow: Set<String> = []
  /// The first halves of calls that another thread's came in between of.
  private var halves: [Substring: Substring] = [:]

  /// - Parameter archive: The absolute path of the archive; what is beside it and begins with that is
  ///   its draft.
  init(_ trace: String, archive: String) {
    self.archive = archive
    for line in trace.split(separator: "\n") { take(line) }
  }

  private mutating func take(_ line: Substring) {
    guard let space = line.firstIndex(of: " ") else { return }
    let process = line[..<space]
    var call = line[space...].drop { $0 == " " }
    if call.hasSuffix("<unfinished ...>") {
      halves[process] = call.dropLast("<unfinished ...>".count)
      return
    }
    if call.hasPrefix("<... "), let half = halves.removeValue(forKey: process),
      let end = call.range(of: "resumed>")
    {
      // strace sets what a call gave back at a column of its own.
      let rest = call[end.upperBound...].split(separator: " ").joined(separator: " ")
      call = half + Substring(rest)
    }
    guard let open = call.firstIndex(of: "("),
      let result = call.range(of: ") = ", options: .backwards),
      !call[result.upperBound...].hasPrefix("-1")
    else { return }
    let arguments = call[call.index(after: open)..<result.lowerBound]
    apply(String(call[..<open]), String(arguments))
  }

  private mutating func apply(_ name: String, _ arguments: String) {
    let paths = arguments.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    // `3</path/of/it>`: the path of an open file.
    let descriptor = arguments.firstIndex(of: "<").flatMap { start in
      arguments[start...].firstIndex(of: ">").map {
        String(arguments[arguments.index(after: start)..<$0])
      }
    }
    switch name {
    case "write", "pwrite64", "writev", "ftruncate":
      if arguments.hasPrefix("1<") { return acknowledge() }
      if let path = descriptor, path.hasPrefix(archive), !FlushTrace.isDerived(path) {
        files.insert(path)
      }
    case "fsync", "fdatasync":
      guard let path = descriptor else { return }
      files.remove(path)
      names[path] = nil
      for made in hollow where folder(of: made) == path { hollow.remove(made) }
    case "open", "openat", "creat":
      if arguments.contains("O_CREAT") || name == "creat", let path = paths.first { add(path) }
    case "mkdir", "mkdirat": if let path = paths.first { hollow.insert(path) }
    case "unlink", "unlinkat", "rmdir":
      guard let path = paths.first else { return }
      if isObject(path) { check("'\(path)' is removed", ["objects/pack"]) }
      remove(path)
    case "link", "linkat", "rename", "renameat", "renameat2":
      guard paths.count == 2 else { return }
      move(paths[0], to: paths[1], isLink: name.hasPrefix("link"))
    default: break
    }
  }

  private mutating func move(_ old: String, to new: String, isLink: Bool) {
    guard new.hasPrefix(archive) else { return }
    // Nobody sees a draft of an archive, so that in it anything may come first.
    let isDraft = new.hasPrefix(archive + ".")
    if files.contains(old), !isDraft {
      violations.append("'\(new)' gets its name before its bytes are there")
    }
    if new.hasPrefix(archive + "/refs/") || new == archive + "/packed-refs" {
      moves += 1
      check("'\(new)' moves", ["objects", "stet.changed"])
    }
    for path in files where path == old || path.hasPrefix(old + "/") {
      files.insert(new + path.dropFirst(old.count))
      if !isLink { files.remove(path) }
    }
    if !isLink {
      for (folder, entries) in names where folder == old || folder.hasPrefix(old + "/") {
        names[folder] = nil
        names[new + folder.dropFirst(old.count)] = entries
      }
      for path in hollow where path == old || path.hasPrefix(old + "/") {
        hollow.remove(path)
        hollow.insert(new + path.dropFirst(old.count))
      }
      hollow.remove(new)
      remove(old)
    }
    add(new)
  }

  private mutating func acknowledge() {
    acknowledgements += 1
    check("it is acknowledged", [""])
  }

  /// What of the archive's `places` is not on the disk, though `what` happens.
  private mutating func check(_ what: String, _ places: [String]) {
    for place in places {
      let path = place.isEmpty ? archive : archive + "/" + place
      // What the catalogue is told of it needs to be there only before that moves.
      let notes = archive + "/stet.changed"
      let late =
        files.filter { $0.hasPrefix(path) }
        + names.filter {
          $0.key.hasPrefix(path) || $0.value.contains(where: { $0.hasPrefix(path) })
        }
        .flatMap { folder, entries in entries.map { "the name \($0) in \(folder)" } }
      for entry in late.sorted() where path == notes || entry != notes {
        violations.append("\(what) before \(entry) is on the disk")
      }
    }
  }

  private func isObject(_ path: String) -> Bool {
    let tail = path.dropFirst(archive.count + 9)
    return path.hasPrefix(archive + "/objects/") && tail.count == 41
      && tail.dropFirst(2).first == "/"
  }

  /// The catalogue's files, of which nobody relies on what is on the disk.
  private static func isDerived(_ path: String) -> Bool { path.contains("/catalogue.sqlite") }

  private mutating func add(_ path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    // Locks that hold nothing, and drafts: they are there while somebody writes, and no longer.
    let isPassing =
      name.hasPrefix("tmp_") || name.hasPrefix("_git2_") || name.hasSuffix(".lock")
      || name == "stet.waiting" || FlushTrace.isDerived(path)
    guard path.hasPrefix(archive), !isPassing else { return }
    names[folder(of: path), default: []].insert(path)
    if hollow.remove(folder(of: path)) != nil { add(folder(of: path)) }
  }

  private mutating func remove(_ path: String) {
    files.remove(path)
    names[folder(of: path)]?.remove(path)
    if names[folder(of: path)]?.isEmpty == true { names[folder(of: path)] = nil }
  }

  private func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
