import CLibgit2

/// An open repository. It is closed when the value goes; what is read from it is copied out, so
/// that nothing outlives it.
///
/// One thread at a time may use it.
public struct Repository: ~Copyable {
  let handle: OpaquePointer
  let objects: OpaquePointer
  let packed: PackedObjects
  let packedReferences: KnownPackedReferences

  /// Opens the repository whose git folder is `path` (`git_repository_open_bare`).
  ///
  /// Nothing above or below `path` is searched.
  public init(openingBare path: String) throws(GitError) {
    try check(Library.status)
    var opened: OpaquePointer?
    try check(git_repository_open_bare(&opened, path))
    try self.init(taking: opened)
  }

  /// Makes a bare repository in `path`, and the folders that lead to it
  /// (`git_repository_init_ext`).
  ///
  /// - Parameters:
  ///   - description: What git's own tools show as the repository's description.
  ///   - head: The branch that `HEAD` names, which need not exist.
  public init(creatingBare path: String, description: String, head: String) throws(GitError) {
    try check(Library.status)
    var options = git_repository_init_options()
    try check(
      git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION)))
    options.flags =
      GIT_REPOSITORY_INIT_BARE.rawValue | GIT_REPOSITORY_INIT_MKPATH.rawValue
      | GIT_REPOSITORY_INIT_NO_REINIT.rawValue
    var created: OpaquePointer?
    let code = description.withCString { description in
      head.withCString { head in
        options.description = description
        options.initial_head = head
        return git_repository_init_ext(&created, path, &options)
      }
    }
    try check(code)
    try self.init(taking: created)
  }

  private init(taking opened: OpaquePointer?) throws(GitError) {
    guard let opened else {
      throw GitError(code: -1, errorClass: 0, message: "libgit2 gave no repository")
    }
    var database: OpaquePointer?
    let code = git_repository_odb(&database, opened)
    guard code == 0, let database else {
      defer { git_repository_free(opened) }
      try check(code)
      throw GitError(code: -1, errorClass: 0, message: "libgit2 gave no object database")
    }
    handle = opened
    objects = database
    let path = String(cString: git_repository_path(opened))
    packed = PackedObjects(repository: path)
    packedReferences = KnownPackedReferences(repository: path)
  }

  deinit {
    git_odb_free(objects)
    git_repository_free(handle)
  }

  /// Whether the repository's configuration says that it belongs to a working tree
  /// (`core.bare`; `git_config_get_bool`).
  public var hasWorkingTree: Bool {
    var configuration: OpaquePointer?
    guard git_repository_config_snapshot(&configuration, handle) == 0 else { return false }
    defer { git_config_free(configuration) }
    var isBare: Int32 = 1
    return git_config_get_bool(&isBare, configuration, "core.bare") == 0 && isBare == 0
  }

  /// The git folder, ending in a slash.
  public var path: String { String(cString: git_repository_path(handle)) }
}
