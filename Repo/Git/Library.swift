import CLibgit2

/// libgit2 as this module wants it, set up once in a process.
enum Library {
  /// Zero or more once libgit2 is ready, else its error code.
  static let status: Int32 = {
    let status = git_libgit2_init()
    guard status >= 0 else { return status }
    // Objects, packs and references reach the disk before a call returns.
    _ = stet_git_enable_fsync()
    // Only data is read from a repository and nothing that it configures is run, so one that
    // belongs to somebody else (a mounted disk, another user's archive) may be read.
    _ = stet_git_disable_owner_validation()
    // Packs are looked at through windows, of which no more are held than a small machine has room for.
    _ = stet_git_limit_mapping(16 << 20, 256 << 20)
    // What the user has set up for working with git has no say in what is written here.
    for level in [
      GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG,
      GIT_CONFIG_LEVEL_GLOBAL,
    ] {
      _ = stet_git_ignore_configuration(level.rawValue)
    }
    return status
  }()
}
