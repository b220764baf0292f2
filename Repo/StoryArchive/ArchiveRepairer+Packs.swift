import Git

extension ArchiveRepairer {
  /// Replaces packs that are damaged: by the copy's, where that has the same pack whole, else by one of
  /// what can be read of it and what the copy has.
  func mendPacks() throws {
    var changed = false
    for name in try PackFile.allNames(repository: folder) {
      let pack = try? PackFile(folder: folder + "objects/pack", name: name)
      if let pack, pack.faults().isEmpty, damagedObjects(of: pack).isEmpty { continue }
      changed = try index(name) || takeOver(name) || rewrite(name, pack) || changed
    }
    guard changed else { return }
    // It tells of packs that are no longer there.
    try setAside("objects/pack/multi-pack-index")
    reader = try ArchiveRepairer.reader(folder)
  }

  /// Makes the index of a pack anew, where the pack itself is whole.
  private func index(_ name: String) throws -> Bool {
    let path = "objects/pack/\(name).idx"
    guard
      let index = try? PackIndexer.index(
        ofPack: "\(folder)objects/pack/\(name).pack", limit: Repository.fileLimit),
      (try? FileBytes.read(folder + path, limit: 1 << 34)) != index
    else { return false }
    try setAside(path)
    try replace(path, by: index)
    return true
  }

  /// Takes the copy's pack of the same name, which holds the same objects.
  private func takeOver(_ name: String) throws -> Bool {
    guard let twin = try? PackFile(folder: copy + "objects/pack", name: name), twin.faults().isEmpty
    else { return false }
    try setAsidePack(name)
    // The index last: with it readers take the pack to be there.
    for ending in ["pack", "idx"] {
      try ObjectFiles.copy(
        "\(copy)objects/pack/\(name).\(ending)", to: "\(folder)objects/pack/\(name).\(ending)")
    }
    result.files += 2
    return true
  }

  /// Writes what can be read of a pack into a new one, with what the copy has of the rest; the damaged one
  /// goes only where that is all of it, or where nobody could read it anyway.
  private func rewrite(_ name: String, _ pack: PackFile?) throws -> Bool {
    guard let pack else {
      // Without an index not an object of it can be had, neither by git.
      guard isEverythingElsewhere else { return false }
      try setAsidePack(name)
      return true
    }
    let bad = Set(damagedObjects(of: pack))
    var missing = 0
    let writer = PackWriter(repository: folder, for: .maintaining)
    for rank in 0..<pack.count {
      guard let id = pack.id(at: pack.position(inOrder: rank)) else { continue }
      guard let whole = either(id) else {
        missing += 1
        continue
      }
      _ = try writer.add(whole.content, as: whole.kind)
      if bad.contains(id) { result.mendedObject(id) }
    }
    if writer.count > 0 {
      let new = try writer.finish()
      guard new != name else { return true }
      result.files += 2
    }
    // What is damaged beyond repair is neither here nor there; the file is kept aside in any case.
    try setAsidePack(name)
    return true
  }

  /// Whether all that references lead to, the copy's and those that are left here, can be had without the pack
  /// at hand.
  private var isEverythingElsewhere: Bool {
    let files = ReferenceFiles(repository: folder)
    return files.faults.isEmpty
      && (sourceReferences + files.references).allSatisfy { isWhole($0.target) }
  }

  private func damagedObjects(of pack: PackFile) -> [ObjectID] {
    let alone = ObjectReader(repository: folder, packs: [pack])
    return (0..<pack.count).compactMap { rank in
      let position = pack.position(inOrder: rank)
      guard (try? alone.packed(0, position, limit: Repository.fileLimit)) == nil else { return nil }
      return pack.id(at: position)
    }
  }

  private func setAsidePack(_ name: String) throws {
    for ending in ["idx", "pack", "rev", "bitmap", "mtimes"] {
      try setAside("objects/pack/\(name).\(ending)")
    }
  }
}
