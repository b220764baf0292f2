import Glibc

extension LooseObject {
  /// What the drafts of objects are called, like those of libgit2.
  static let draftPrefix = "tmp_object_git2_"

  /// Writes the object as a file of its own, in place of the one that may be there. On disk when it
  /// returns; at any instant there is the old file or the new one.
  ///
  /// libgit2 writes nothing where an object is there already, be it damaged or not.
  static func write(
    _ content: [UInt8], as kind: ObjectKind, id: ObjectID, repository path: String
  ) throws(GitError) {
    var bytes: [UInt8] = []
    try Deflater(level: 6).append(Array("\(kind) \(content.count)\0".utf8) + content, to: &bytes)
    let hex = id.description
    let objects = "\(path)objects"
    let folder = "\(objects)/\(hex.prefix(2))"
    try Repository.refuseLink(folder)
    if mkdir(folder, 0o777) == 0 { try DurableFile.syncFolder(objects) }
    try DurableFile.write(
      bytes, to: "\(folder)/\(hex.dropFirst(2))",
      draft: "\(objects)/\(draftPrefix)\(getpid())_\(UInt32.random(in: 0 ... .max))", mode: 0o444)
    try DurableFile.syncFolder(folder)
  }
}
