/// The references of a repository as its files spell them, read without libgit2 and strictly: for a
/// check, where a byte that git would pass over counts.
public struct ReferenceFiles: Sendable {
  /// Ordered by name.
  public private(set) var references: [Reference] = []
  /// Files that are not what git writes, as paths in the repository.
  public private(set) var faults: [(file: String, reason: String)] = []

  /// Reads the references of the repository in the folder `path`, which ends in a slash; those in
  /// `folders` (`refs/heads`) alone.
  public init(repository path: String, in wanted: [String] = ["refs"]) {
    var found: [ExactText: ObjectID] = [:]
    var folders = wanted
    while let folder = folders.popLast() {
      do {
        for entry in try FileBytes.names(in: path + folder) {
          let name = "\(folder)/\(entry.name)"
          if entry.isFolder {
            folders.append(name)
          } else if !entry.name.hasSuffix(".lock") {
            if let id = loose(name, path) { found[ExactText(name)] = id }
          }
        }
      } catch {
        faults.append((folder, error.message))
      }
    }
    // Loose ones first and hold: git packs a reference before it removes the file.
    let prefixes = wanted.map { $0 + "/" }
    for (name, id) in packed(path)
    where found[ExactText(name)] == nil
      && prefixes.contains(where: name.begins)
    {
      found[ExactText(name)] = id
    }
    references = found.sorted { $0.key < $1.key }
      .map { Reference(name: $0.key.text, target: $0.value) }
  }

  /// The names alone, in no order; no reference is read, so that a damaged one is named, too.
  public static func names(repository path: String, in folder: String) throws(GitError) -> [String]
  {
    var names: Set<ExactText> = []
    var folders = [folder]
    while let folder = folders.popLast() {
      for entry in try FileBytes.names(in: path + folder) {
        let name = "\(folder)/\(entry.name)"
        if entry.isFolder {
          folders.append(name)
        } else if !entry.name.hasSuffix(".lock") {
          names.insert(ExactText(name))
        }
      }
    }
    var files = ReferenceFiles()
    for (name, _) in files.packed(path) where name.begins(with: folder + "/") {
      names.insert(ExactText(name))
    }
    return names.map(\.text)
  }

  /// The references of the file `packed-refs`, as far as its lines can be read.
  public static func packed(repository path: String) -> [Reference] {
    var files = ReferenceFiles()
    return files.packed(path).map { Reference(name: $0.0, target: $0.1) }
  }

  /// Whether git takes `name` for that of a reference ("git help check-ref-format").
  public static func isSound(_ name: String) -> Bool {
    let refused = Set("~^:?*[\\\u{7F}".utf8)
    let parts = name.partsOfPath
    return name.utf8.allSatisfy { $0 > 32 && !refused.contains($0) } && parts.count > 1
      && !name.hasSuffix(".") && name.firstRange(of: "..") == nil
      && name.firstRange(of: "@{") == nil
      && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.hasSuffix(".lock") }
  }

  /// A file `packed-refs` of these references, none of which leads to a tag.
  public static func packedFile(_ references: [Reference]) -> [UInt8] {
    PackedReferences([])?.adding(references) ?? []
  }

  private init() {}

  /// The target that a file of one line gives.
  private mutating func loose(_ name: String, _ path: String) -> ObjectID? {
    do {
      guard let bytes = try FileBytes.read(path + name, limit: 1 << 12) else { return nil }
      if bytes.count == 41, bytes[40] == 10, let id = ReferenceFiles.id(bytes[..<40]) { return id }
      faults.append(
        (name, bytes.isEmpty ? "it is empty" : "it is not an object's name and a line feed"))
    } catch {
      faults.append((name, error.message))
    }
    return nil
  }

  private mutating func packed(_ path: String) -> [(String, ObjectID)] {
    var found: [(String, ObjectID)] = []
    do {
      guard let bytes = try FileBytes.read(path + "packed-refs", limit: 1 << 34) else { return [] }
      if bytes.last.map({ $0 != 10 }) ?? false {
        faults.append(("packed-refs", "its last line has no end"))
      }
      var number = 0
      var names: Set<ExactText> = []
      for line in bytes.split(separator: 10, omittingEmptySubsequences: false).dropLast() {
        number += 1
        if number == 1, ReferenceFiles.isHeader(line) { continue }
        guard line.count > 41, line[line.startIndex + 40] == 32,
          let id = ReferenceFiles.id(line.prefix(40)),
          let name = String(validating: line.dropFirst(41), as: UTF8.self),
          name.begins(with: "refs/")
        else {
          // What a tag leads to; an archive has none, but another's git may.
          if line.first == 94, line.count == 41, ReferenceFiles.id(line.dropFirst()) != nil {
            continue
          }
          faults.append(("packed-refs", "line \(number) is no reference"))
          continue
        }
        if !names.insert(ExactText(name)).inserted {
          faults.append(("packed-refs", "line \(number) has the name of another"))
        }
        found.append((name, id))
      }
    } catch {
      faults.append(("packed-refs", error.message))
    }
    return found
  }

  private static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: line, as: UTF8.self).split(
      separator: " ", omittingEmptySubsequences: false)
    let traits: Set<Substring> = ["peeled", "fully-peeled", "sorted", ""]
    return words.starts(with: ["#", "pack-refs", "with:"])
      && words.dropFirst(3).allSatisfy(traits.contains)
  }

  /// An object's name as git writes it: in lower case.
  private static func id(_ digits: ArraySlice<UInt8>) -> ObjectID? {
    guard let id = ObjectID(hex: digits), digits.elementsEqual("\(id)".utf8) else { return nil }
    return id
  }
}
