import CLibgit2

/// What an object is.
public enum ObjectKind: Sendable, Hashable, CaseIterable {
  case commit, tree, blob, tag

  init?(_ type: git_object_t) {
    switch type {
    case GIT_OBJECT_COMMIT: self = .commit
    case GIT_OBJECT_TREE: self = .tree
    case GIT_OBJECT_BLOB: self = .blob
    case GIT_OBJECT_TAG: self = .tag
    default: return nil
    }
  }

  var type: git_object_t {
    switch self {
    case .commit: GIT_OBJECT_COMMIT
    case .tree: GIT_OBJECT_TREE
    case .blob: GIT_OBJECT_BLOB
    case .tag: GIT_OBJECT_TAG
    }
  }
}

extension Repository {
  /// The content of the object `id`, which is checked against its name.
  ///
  /// Throws where it is missing, damaged, not a `kind`, or of more than `limit` bytes; no more than
  /// that is ever inflated, and no more than `PackedObjects.baseLimit` of what it is a delta of.
  public func read(
    _ id: ObjectID, as kind: ObjectKind, limit: Int
  ) throws(GitError) -> [UInt8] {
    if let content = try LooseObject.read(id, as: kind, limit: limit, repository: path) {
      return content
    }
    if let found = try packed.read(id, limit: limit) {
      guard found.kind == kind else { throw .damaged("it is not a \(kind)") }
      return found.content
    }
    // Whoever packs removes the file when the object is in a pack, and then that was listed; one that
    // was written again meanwhile is loose once more.
    if let content = try LooseObject.read(id, as: kind, limit: limit, repository: path) {
      return content
    }
    throw GitError(
      code: GIT_ENOTFOUND.rawValue, errorClass: Int32(GIT_ERROR_ODB.rawValue),
      message: "there is no object \(id)")
  }

  /// Writes an object as a file of its own, where it is not there yet, and returns its id. On disk when
  /// it returns.
  ///
  /// One that is there already is read back, and written again where it is damaged.
  @discardableResult
  public func write(
    _ content: [UInt8], as kind: ObjectKind
  ) throws(GitError) -> ObjectID {
    let object = try NewObject(content, as: kind)
    try write([object])
    return object.id
  }

  /// The same for several, which take not much longer than one.
  public func write(_ objects: [NewObject]) throws(GitError) {
    var new: [NewObject] = []
    var known: [ObjectID] = []
    var met: Set<ObjectID> = []
    for object in objects where met.insert(object.id).inserted {
      if !isListed(object.id) || !isWhole(object) {
        new.append(object)
      } else if ObjectFiles.modified(object.id, repository: path) != nil {
        known.append(object.id)
      }
    }
    try LooseObject.write(new, with: known, repository: path)
  }

  /// Writes the object as a file of its own, which readers take first, where the repository holds
  /// one of its name that is damaged; where it holds none, nothing happens.
  public func mend(
    _ id: ObjectID, _ content: [UInt8], as kind: ObjectKind
  ) throws(GitError) {
    guard isListed(id) else { return }
    let object = NewObject(content, as: kind, id: id)
    if !isWhole(object) { try LooseObject.write([object], repository: path) }
  }

  /// Whether there is an object of that name.
  ///
  /// Packs that came since they were last looked for are not asked, so that it costs no more than a
  /// look at the indexes and at one name, where there is none.
  private func isListed(_ id: ObjectID) -> Bool {
    var oid = id.oid
    return git_odb_exists_ext(objects, &oid, GIT_ODB_LOOKUP_NO_REFRESH.rawValue) == 1
  }

  /// Whether what readers are given of that name is the object.
  private func isWhole(_ object: NewObject) -> Bool {
    let found = try? read(object.id, as: object.kind, limit: object.content.count)
    return found == object.content
  }

  /// Looks for packs that came meanwhile (`git_odb_refresh`).
  public func refresh() throws(GitError) {
    try check(git_odb_refresh(objects))
    try packed.refresh()
  }

  /// The id that `content` has as an object (`git_odb_hash`); nothing is written.
  public static func id(of content: [UInt8], as kind: ObjectKind) throws(GitError) -> ObjectID {
    var oid = git_oid()
    try check(
      content.withUnsafeBytes { git_odb_hash(&oid, $0.baseAddress, $0.count, kind.type) })
    return ObjectID(oid)
  }

  /// Whether the repository holds the object.
  public func contains(_ id: ObjectID) -> Bool {
    var oid = id.oid
    return git_odb_exists(objects, &oid) == 1
  }
}
