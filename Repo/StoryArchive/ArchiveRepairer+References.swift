import Git
import StoryModel

extension ArchiveRepairer {
  /// Mends damaged references, and adds those that the copy has and the archive lacks.
  func mendReferences(_ repository: borrowing Repository) throws {
    let files = ReferenceFiles(repository: folder)
    for fault in files.faults where fault.file != "packed-refs" {
      // What a damaged one said is lost; without another to take its place it is left to be seen.
      guard let target = best(fault.file, sourceTargets[ExactText(fault.file)]) else { continue }
      try setAside(fault.file)
      try set(fault.file, to: target, repository)
    }
    let present = Dictionary(
      uniqueKeysWithValues: ReferenceFiles(repository: folder).references.map {
        (ExactText($0.name), $0.target)
      })
    // Stories first: what else there is of one is mended where it is there.
    let others = sourceReferences.filter { isFailure($0) || isSuperseded($0) }
    for reference in sourceReferences.filter(isStory) + others {
      try mend(reference, present[ExactText(reference.name)], repository)
    }
    try mendSightings(present, repository)
  }

  /// Writes `packed-refs` again without the lines that git would refuse the file for, and with the
  /// names that the copy knows for those that a damaged byte or a cut made others of.
  func mendPackedReferences() throws {
    let readable = ReferenceFiles.packed(repository: folder)
    let files = ReferenceFiles(repository: folder)
    let packedThere = ReferenceFiles.packed(repository: copy)
    var lost = ArchiveRepairer.names(
      lackingIn: [(sourceReferences, files.references), (packedThere, readable)])
    let theirs = Set(sourceReferences + packedThere)
    var isChanged = files.faults.contains { $0.file == "packed-refs" }
    var mended: [ExactText: Reference] = [:]
    for reference in readable {
      var reference = reference
      if !theirs.contains(reference), says(reference) != true,
        let name = lost[reference.target]?.filter({
          ArchiveRepairer.isLike(reference.name, $0.text)
            && says(Reference(name: $0.text, target: reference.target)) != false
        }).min()
      {
        lost[reference.target]?.remove(name)
        isChanged = true
        result.mendedReference(name.text)
        reference = Reference(name: name.text, target: reference.target)
      } else if !ReferenceFiles.isSound(reference.name) {
        isChanged = true
        continue
      } else if says(reference) == false,
        let target = best(reference.name, sourceTargets[ExactText(reference.name)])
      {
        // A damaged digit: it leads to nothing, also where a file of its own holds.
        isChanged = true
        result.mendedReference(reference.name)
        reference = Reference(name: reference.name, target: target)
      }
      // Of two lines for one name the copy knows which is right.
      let key = ExactText(reference.name)
      if let other = mended[key], theirs.contains(other) || !theirs.contains(reference) { continue }
      mended[key] = reference
    }
    guard isChanged else { return }
    try setAside("packed-refs")
    try replace("packed-refs", by: ReferenceFiles.packedFile(Array(mended.values)))
  }

  /// The names that lists of the copy have and those of the archive beside them have not, by what they lead to.
  private static func names(
    lackingIn lists: [(theirs: [Reference], ours: [Reference])]
  ) -> [ObjectID: Set<ExactText>] {
    let lost = lists.flatMap { theirs, ours in
      let names = Set(ours.map { ExactText($0.name) })
      return theirs.filter { !names.contains(ExactText($0.name)) }
    }
    return Dictionary(grouping: lost, by: \.target).mapValues { Set($0.map { ExactText($0.name) }) }
  }

  /// Whether one name is the other with some byte damaged, or its beginning.
  private static func isLike(_ name: String, _ whole: String) -> Bool {
    if whole.begins(with: name) { return true }
    let bytes = Array(name.utf8), other = Array(whole.utf8)
    return bytes.count == other.count && zip(bytes, other).count { $0 != $1 } <= 2
  }

  private func isStory(_ reference: Reference) -> Bool { StoryRef(name: reference.name) != nil }

  private func isFailure(_ reference: Reference) -> Bool {
    reference.name.begins(with: StoryRef.failures)
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
    if let tail = reference.name.bytes(after: StoryRef.failures) {
      guard try repository.target(of: StoryRef.stories + tail) != nil else { return }
    }
    // A name that a damaged byte made is none of the archive's.
    guard says(reference) != false else { return }
    // A superseded history's leads where its name says, and the copy's does. What another's leads to stays,
    // where it can be read, be it that something before it is lost.
    if let target, !isSuperseded(reference),
      says(Reference(name: reference.name, target: target)) == true
    {
      guard isBefore(target, reference.target) else {
        return try keepBeside(target, reference, repository)
      }
      // What the archive holds it had: a file of the reference was lost, and an older line of
      // `packed-refs` came to light.
      guard isHere(reference.target) else {
        if isStory(reference) { result.ahead += 1 }
        return
      }
    }
    guard let best = best(reference.name, reference.target) else { return }
    if target != nil { try keep(reference.name) }
    try set(reference.name, to: best, repository)
  }

  /// What a reference of the archive that is lost or damaged led to: what the copy's leads to, or the latest that
  /// was recorded here since; nil where neither can be had whole.
  private func best(_ name: String, _ theirs: ObjectID?) -> ObjectID? {
    func isOne(_ commit: ObjectID) -> Bool {
      says(Reference(name: name, target: commit)) == true
    }
    if let (_, tip) = StoryRef.superseded(name: name) {
      return isOne(tip) && isWhole(tip) ? tip : nil
    }
    let isOfCommits = StoryRef(name: name) != nil || name.begins(with: StoryRef.failures)
    if isOfCommits, theirs.map(isHere) ?? true {
      let since = family.descendants(of: theirs, where: isOne).map { ($0, order($0)) }
      let last = since.sorted { $0.1 > $1.1 }.first { isWhole($0.0) }
      if let last { return last.0 }
    }
    return theirs.flatMap { isWhole($0) ? $0 : nil }
  }

  /// How late a revision or a check is: its number, where it has one, then its time.
  private func order(_ id: ObjectID) -> (Int, Int64, ObjectID) {
    guard let commit = commit(id) else { return (0, 0, id) }
    let number = CommitMessage.story(of: commit).flatMap {
      CommitMessage.revision(from: commit, id: id, of: $0)?.number
    }
    return (number ?? 0, commit.author.seconds, id)
  }

  private func commit(_ id: ObjectID) -> Commit? {
    guard let object = either(id, limit: Repository.headerLimit), object.kind == .commit else {
      return nil
    }
    return Commit(content: object.content)
  }

  /// Whether a reference leads to what its name says: a revision, a check or a sighting of its story. False where
  /// what it leads to cannot be read; nil where the name is none of the format's.
  private func says(_ reference: Reference) -> Bool? {
    if let story = StoryRef(name: reference.name)?.story {
      return isRevision(reference.target, of: story)
    }
    if let (story, tip) = StoryRef.superseded(name: reference.name) {
      return tip == reference.target && isRevision(tip, of: story)
    }
    if let tail = reference.name.bytes(after: StoryRef.failures),
      let story = StoryRef(name: StoryRef.stories + tail)?.story
    {
      guard let commit = commit(reference.target) else { return false }
      return FailedCheck(commit, id: reference.target, of: story) != nil
    }
    if let tail = reference.name.bytes(after: StoryRef.sightings),
      let story = StoryRef(name: StoryRef.stories + tail)?.story
    {
      guard let content = blob(reference.target), let sighting = Sighting(content: content) else {
        return false
      }
      return isRevision(sighting.commit, of: story)
    }
    return nil
  }

  private func isRevision(_ id: ObjectID, of story: StoryID) -> Bool {
    commit(id).map { CommitMessage.revision(from: $0, id: id, of: story) != nil } ?? false
  }

  private func blob(_ id: ObjectID) -> [UInt8]? { either(id, limit: 1 << 20)?.content }

  /// Keeps a history of the copy's that the archive had and no reference of it leads to, as one that was superseded:
  /// the story's reference was set back, and other revisions were recorded since.
  private func keepBeside(
    _ target: ObjectID, _ reference: Reference, _ repository: borrowing Repository
  ) throws {
    guard let story = StoryRef(name: reference.name)?.story, isHere(reference.target),
      !isBefore(reference.target, target), isWhole(reference.target)
    else { return }
    let others = try repository.references(under: StoryRef.supersededPrefix(of: story))
    if others.contains(where: { isBefore(reference.target, $0.target) }) { return }
    try set(StoryRef.superseded(reference.target, of: story), to: reference.target, repository)
  }

  /// Whether the archive holds the commit, whatever leads to it.
  private func isHere(_ commit: ObjectID) -> Bool {
    ((try? reader.read(commit, limit: Repository.headerLimit)) ?? nil) != nil
  }

  /// Sightings that were lost, of revisions that are still the latest.
  private func mendSightings(
    _ present: [ExactText: ObjectID], _ repository: borrowing Repository
  ) throws {
    for reference in sourceReferences {
      guard let tail = reference.name.bytes(after: StoryRef.sightings) else { continue }
      let name = StoryRef.stories + tail
      if let target = present[ExactText(reference.name)], mended(target) != nil { continue }
      guard let ref = StoryRef(name: name),
        let tip = try? repository.target(of: ref.name),
        let content = blob(reference.target), let sighting = Sighting(content: content),
        sighting.isOf(tip)
      else { continue }
      if present[ExactText(reference.name)] != nil { try keep(reference.name) }
      try set(reference.name, to: reference.target, repository)
    }
  }

  /// Whether `tip` is `later` or one of the commits that lead to it, as far as they can be read.
  private func isBefore(_ tip: ObjectID, _ later: ObjectID) -> Bool {
    var next: ObjectID? = later
    while let id = next, id != tip {
      guard let commit = commit(id) else { return false }
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
    guard let target = references.first(where: { $0.name.hasSameBytes(as: name) })?.target else {
      return
    }
    result.setAside.append("\(name) (which led to \(target))")
  }

  func set(_ name: String, to target: ObjectID, _ repository: borrowing Repository) throws {
    guard mended(target) != nil else { return }
    noteChange(of: name)
    if (try? repository.target(of: name)) == nil { try setAside(name) }
    try repository.publish(name, to: target, from: try repository.target(of: name))
    result.mendedReference(name)
  }

  /// Tells the catalogue, where there is one, that a story's reference or its sighting is about to move.
  private func noteChange(of reference: String) {
    var name = reference
    if let tail = name.bytes(after: StoryRef.sightings) { name = StoryRef.stories + tail }
    guard let story = StoryRef(name: name)?.story else { return }
    ChangeNotes.append([ChangeNotes.Note(story)], archive: root)
    ChangeNotes.settle(archive: root)
  }
}
