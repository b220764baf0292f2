import CLibgit2

extension Repository {
  /// What the reference points at; nil where there is none (`git_reference_name_to_id`).
  public func target(of name: String) throws(GitError) -> ObjectID? {
    var oid = git_oid()
    let code = git_reference_name_to_id(&oid, handle, name)
    if code == GIT_ENOTFOUND.rawValue || code == GIT_EINVALIDSPEC.rawValue { return nil }
    try check(code)
    return ObjectID(oid)
  }

  /// Points the reference at `target`, if it still points at `expected` (nil: if there is none).
  ///
  /// Throws an error that is `isModified` or `isExisting` where it does not, and one that is
  /// `isLocked` where somebody else is about to move it (`git_reference_create_matching`,
  /// `git_reference_create`). On disk when it returns.
  public func setReference(
    _ name: String, to target: ObjectID, from expected: ObjectID?
  ) throws(GitError) {
    var new = target.oid
    var made: OpaquePointer?
    if let expected {
      var old = expected.oid
      try check(git_reference_create_matching(&made, handle, name, &new, 1, &old, nil))
    } else {
      try check(git_reference_create(&made, handle, name, &new, 0, nil))
    }
    git_reference_free(made)
  }

  /// Removes the reference, if it still points at `expected`; false where it did not.
  @discardableResult
  public func removeReference(
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

  /// The references whose names begin with `prefix`, in no particular order; symbolic ones are
  /// left out (`git_reference_iterator_glob_new`).
  public func references(under prefix: String, limit: Int = .max) throws(GitError)
    -> [Reference]
  {
    var iterator: OpaquePointer?
    try check(git_reference_iterator_glob_new(&iterator, handle, prefix + "*"))
    defer { git_reference_iterator_free(iterator) }
    var found: [Reference] = []
    while found.count < limit {
      var next: OpaquePointer?
      let code = git_reference_next(&next, iterator)
      if code == GIT_ITEROVER.rawValue { break }
      try check(code)
      defer { git_reference_free(next) }
      guard let name = git_reference_name(next), let target = git_reference_target(next) else {
        continue
      }
      found.append(Reference(name: String(cString: name), target: ObjectID(target.pointee)))
    }
    return found
  }
}
