import Git
import StoryModel

extension ArchiveRepairer {
  /// Mends damaged references, and adds those that the copy has and the archive lacks.
  func mendReferences(_ repository: borrowing Repository) throws {
    let files = ReferenceFiles(repository: folder)
    let known = Dictionary(uniqueKeysWithValues: sourceReferences.map { ($0.name, $0.target) })
    for fault in files.faults where fault.file != "packed-refs" {
      // What a damaged one said is lost; without another to take its place it is left to be seen.
      guard let target = known[fault.file], isWhole(target) else { continue }
      try setAside(fault.file)
      try set(fault.file, to: target, repository)
    }
    let present = Dictionary(
      uniqueKeysWithValues: ReferenceFiles(repository: folder).references.map {
        ($0.name, $0.target)
      })
    for reference in sourceReferences
    where isStory(reference) || isFailure(reference) || isSuperseded(reference) {
      try mend(reference, present[reference.name], repository)
    }
    try mendSightings(present, repository)
  }

  /// Writes `packed-refs` again without the lines that git would refuse the file for, and with the
  /// names that the copy knows for those that a damaged byte or a cut made others of.
  func mendPackedReferences() throws {
    let readable = ReferenceFiles.packed(repository: folder)
    let files = ReferenceFiles(repository: folder)
    var lost = lostReferences(files.references, packed: readable)
    let known = Set(sourceReferences.map(\.name))
    var isChanged = files.faults.contains { $0.file == "packed-refs" }
    let mended = readable.compactMap { reference -> Reference? in
      if !known.contains(reference.name),
        let name = lost[reference.target]?.filter({
          ArchiveRepairer.isLike(reference.name, $0)
        }).min()
      {
        lost[reference.target]?.remove(name)
        isChanged = true
        result.references += 1
        return Reference(name: name, target: reference.target)
      }
      if ReferenceFiles.isSound(reference.name) { return reference }
      isChanged = true
      return nil
    }
    guard isChanged else { return }
    try setAside("packed-refs")
    try replace("packed-refs", by: ReferenceFiles.packedFile(mended))
  }

  /// The names of the copy's references that are not among those `present`, or in its file `packed-refs`
  /// and not in this one's, by what they lead to.
  private func lostReferences(
    _ present: [Reference], packed: [Reference]
  ) -> [ObjectID: Set<String>] {
    let lost = [
      (sourceReferences, present), (ReferenceFiles.packed(repository: copy), packed),
    ].flatMap { theirs, ours in
      let names = Set(ours.map(\.name))
      return theirs.filter { !names.contains($0.name) }
    }
    return Dictionary(grouping: lost, by: \.target).mapValues { Set($0.map(\.name)) }
  }

  /// Whether one name is the other with some byte damaged, or its beginning.
  private static func isLike(_ name: String, _ whole: String) -> Bool {
    if whole.hasPrefix(name) { return true }
    let bytes = Array(name.utf8), other = Array(whole.utf8)
    return bytes.count == other.count && zip(bytes, other).count { $0 != $1 } <= 2
  }

  private func isStory(_ reference: Reference) -> Bool { StoryRef(name: reference.name) != nil }

  private func isFailure(_ reference: Reference) -> Bool {
    reference.name.hasPrefix(StoryRef.failures)
  }

  private func isSuperseded(_ reference: Reference) -> Bool {
    StoryRef.superseded(name: reference.name).map { $0.tip == reference.target } ?? false
  }

  /// A reference of the copy, and what the archive has under its name.
  private func mend(
    _ reference: Reference, _ target: ObjectID?, _ repository: borrowing Repository
  ) throws {
    guard target != reference.target else { return }
    if target == nil, let story = StoryRef(name: reference.name)?.story,
      try repository.state(of: story) != nil || isElsewhere(story)
    {
      return  // It is there under its other name, or in another of the archives.
    }
    if isFailure(reference) {
      let story = StoryRef.stories + reference.name.dropFirst(StoryRef.failures.count)
      guard try repository.target(of: story) != nil else { return }
    }
    // A superseded history's leads where its name says, and the copy's does.
    if let target, !isSuperseded(reference) {
      if isWhole(target) {
        guard isBefore(target, reference.target) else { return }
        // What the archive holds it had: a file of the reference was lost, and an older line of
        // `packed-refs` came to light.
        guard ((try? reader.read(reference.target, limit: Repository.headerLimit)) ?? nil) != nil
        else {
          if isStory(reference) { result.ahead += 1 }
          return
        }
      }
    }
    guard isWhole(reference.target) else { return }
    if target != nil { try keep(reference.name) }
    try set(reference.name, to: reference.target, repository)
  }

  /// Sightings that were lost, of revisions that are still the latest.
  private func mendSightings(
    _ present: [String: ObjectID], _ repository: borrowing Repository
  ) throws {
    for reference in sourceReferences where reference.name.hasPrefix(StoryRef.sightings) {
      let name = StoryRef.stories + reference.name.dropFirst(StoryRef.sightings.count)
      if let target = present[reference.name], mended(target) != nil { continue }
      guard let ref = StoryRef(name: name),
        let tip = try? repository.target(of: ref.name),
        let object = (try? source.read(reference.target, limit: 1 << 20)) ?? nil,
        let sighting = Sighting(content: object.content), sighting.isOf(tip)
      else { continue }
      if present[reference.name] != nil { try keep(reference.name) }
      try set(reference.name, to: reference.target, repository)
    }
  }

  /// Whether `tip` is one of the commits that lead to `later`, both of which can be read.
  private func isBefore(_ tip: ObjectID, _ later: ObjectID) -> Bool {
    var next: ObjectID? = later
    while let id = next, id != tip {
      guard let object = (try? source.read(id, limit: Repository.headerLimit)) ?? nil,
        let commit = Commit(content: object.content)
      else { return false }
      next = commit.parents.first
    }
    return next == tip
  }

  /// Whether another archive of the whole has the story, which therefore must not be added here.
  private func isElsewhere(_ story: StoryID) -> Bool {
    guard let home = try? whole?.home(of: story, making: false) else { return false }
    return (try? home.holds(story)) ?? false
  }

  /// Puts down what a reference said that is about to be replaced.
  private func keep(_ name: String) throws {
    let references = ReferenceFiles(repository: folder).references
    guard let target = references.first(where: { $0.name == name })?.target else { return }
    result.setAside.append("\(name) (which led to \(target))")
  }

  func set(_ name: String, to target: ObjectID, _ repository: borrowing Repository) throws {
    guard mended(target) != nil else { return }
    noteChange(of: name)
    if (try? repository.target(of: name)) == nil { try setAside(name) }
    try repository.publish(name, to: target, from: try repository.target(of: name))
    result.references += 1
  }

  /// Tells the catalogue, where there is one, that a story's reference or its sighting is about to move.
  private func noteChange(of reference: String) {
    var name = reference
    if name.hasPrefix(StoryRef.sightings) {
      name = StoryRef.stories + name.dropFirst(StoryRef.sightings.count)
    }
    guard let story = StoryRef(name: name)?.story else { return }
    ChangeNotes.append([ChangeNotes.Note(story)], archive: root)
    ChangeNotes.settle(archive: root)
  }
}
