import Git
import StoryModel

/// Checks stories, one revision after another, against `FORMAT.md`. For one thread at a time.
final class StoryVerifier {
  typealias Extract = @Sendable (_ source: [UInt8], CaptureRecord) -> Verification.Extraction

  private let reader: ObjectReader
  private let read: ReadObjects
  private let findings: Findings
  private let extract: Extract?

  init(
    _ reader: ObjectReader, read: ReadObjects, findings: Findings, extract: Extract?
  ) {
    self.reader = reader
    self.read = read
    self.findings = findings
    self.extract = extract
  }

  /// Checks the revisions that lead to `tip`, the newest first, as far as `known` does not hold
  /// them, which they are added to. What cannot be read ends the way down, since nothing else says
  /// what came before.
  func check(_ story: StoryID, tip: ObjectID, known: inout [ObjectID: Revision]) -> Revision? {
    var latest: Revision?
    var child: Revision?
    var next: ObjectID? = tip
    while let id = next {
      if let revision = known[id] {
        if let child { check(revision, before: child) }
        return latest ?? revision
      }
      guard let (commit, revision) = self.revision(id, of: story, child: child) else { break }
      known[id] = revision
      latest = latest ?? revision
      if let child { check(revision, before: child) }
      checkFiles(of: revision, commit)
      findings.count { $0.revisions += 1 }
      child = revision
      next = revision.parent
    }
    return latest
  }

  /// Checks what a story's history was before older captures were inserted.
  func checkSuperseded(_ tips: [ObjectID], of story: StoryID, known: inout [ObjectID: Revision]) {
    let standing = known.count
    for tip in tips { _ = check(story, tip: tip, known: &known) }
    let superseded = known.count - standing
    findings.count { $0.superseded += superseded }
    let named = Set(known.values.flatMap(\.supersedes))
    for revision in known.values {
      for tip in revision.supersedes where known[tip] == nil {
        findings.fault(
          "the history that it supersedes is not there: no reference leads to \(tip)",
          story: story, revision: revision.number, object: revision.commit)
      }
    }
    for tip in tips where known[tip] != nil && !named.contains(tip) {
      findings.note(
        "no revision says that it supersedes this one", story: story,
        revision: known[tip]?.number, object: tip, file: StoryRef.superseded(tip, of: story))
    }
  }

  private func revision(
    _ id: ObjectID, of story: StoryID, child: Revision?
  ) -> (Commit, Revision)? {
    let number = child.map { $0.number - 1 }
    guard let content = object(id, .commit, story: story, revision: number) else { return nil }
    guard let commit = Commit(content: content),
      let revision = CommitMessage.revision(from: commit, id: id, of: story)
    else {
      findings.fault(
        "it is not the commit of a revision of this story", story: story, revision: number,
        object: id)
      return nil
    }
    return (commit, revision)
  }

  /// Two revisions that follow one another.
  private func check(_ revision: Revision, before child: Revision) {
    func fault(_ problem: String) {
      findings.fault(
        problem, story: child.story, revision: child.number, object: child.commit)
    }
    if revision.number != child.number - 1 {
      fault("the revision before it says that it is revision \(revision.number)")
    }
    if let seen = child.previousSeenAt, seen.seconds <= revision.capturedAt.seconds {
      fault("the revision before it is of \(revision.capturedAt), and not last seen at \(seen)")
    }
    let last = child.previousSeenAt ?? revision.capturedAt
    if child.capturedAt.seconds < last.seconds {
      fault("it is of \(child.capturedAt), but the revision before it still stood at \(last)")
    }
  }

  // MARK: Files

  private func checkFiles(of revision: Revision, _ commit: Commit) {
    let story = revision.story, number = revision.number
    func fault(_ problem: String, _ object: ObjectID) {
      findings.fault(problem, story: story, revision: number, object: object)
    }
    guard let treeContent = object(revision.tree, .tree, story: story, revision: number) else {
      return
    }
    let names = [
      SnapshotFiles.capture, SnapshotFiles.source, SnapshotFiles.document, SnapshotFiles.text,
    ]
    guard let tree = Tree(content: treeContent), tree.entries.map(\.name) == names,
      tree.entries.allSatisfy({ $0.mode == .file }), tree.content == treeContent
    else {
      fault("its tree is not the four plain files of a revision", revision.tree)
      return
    }
    // All four are read before one is looked into, so that each damaged one is named.
    let contents = tree.entries.map { entry in
      object(
        entry.id, .blob, limit: Repository.fileLimit, story: story, revision: number,
        name: entry.name)
    }
    let ids = tree.entries.map(\.id)
    let document: Document? = contents[2].flatMap { content in
      value(SnapshotFiles.document, ids[2], revision) {
        let document = try SnapshotFiles.readDocument(content)
        let isCanonical = SnapshotFiles.json(of: document) == content
        return isCanonical ? document : nil
      }
    }
    let capture: CaptureRecord? = contents[0].flatMap { content in
      value(SnapshotFiles.capture, ids[0], revision) {
        let capture = try SnapshotFiles.readCapture(content)
        return SnapshotFiles.json(of: capture) == content ? capture : nil
      }
    }
    if let document, let text = contents[3], text != Array(document.plainText.utf8) {
      fault("its 'story.txt' is not the text of its 'story.json'", ids[3])
    }
    guard let document, let capture else { return }
    let expected = CommitMessage.commit(
      capture, headline: CommitMessage.headline(of: document), of: story, tree: revision.tree,
      number: number, parent: revision.parent, previousSeenAt: revision.previousSeenAt,
      supersedes: revision.supersedes)
    var known = commit
    known.message = CommitMessage.withoutUnknownTrailers(commit.message)
    if known != expected {
      fault("its commit does not say what its 'capture.json' and 'story.json' say", revision.commit)
    }
    if let source = contents[1] { check(source, document, capture, of: revision, ids[1]) }
  }

  private func value<T>(
    _ name: String, _ id: ObjectID, _ revision: Revision, _ read: () throws -> T?
  ) -> T? {
    var problem = "it is not spelled as the format has it"
    do {
      if let value = try read() { return value }
    } catch {
      problem = (error as? MalformedFile)?.reason ?? "\(error)"
    }
    findings.fault(
      "its '\(name)': \(problem)", story: revision.story, revision: revision.number, object: id)
    return nil
  }

  /// Whether the source, read again, says what the document says.
  private func check(
    _ source: [UInt8], _ document: Document, _ capture: CaptureRecord, of revision: Revision,
    _ id: ObjectID
  ) {
    guard let extract else { return }
    switch extract(source, capture) {
    case .document(document): return
    case .document:
      findings.fault(
        "its 'source', read again by the extractor '\(capture.extractor)', does not say what its"
          + " 'story.json' says", story: revision.story, revision: revision.number, object: id)
    case .otherExtractor: findings.count { $0.otherExtractors += 1 }
    case .failure(let reason):
      findings.fault(
        "its 'source' cannot be read again by the extractor '\(capture.extractor)': \(reason)",
        story: revision.story, revision: revision.number, object: id)
    }
  }

  // MARK: Checks

  /// Checks what is kept of the checks that failed, from the last one on.
  func checkFailures(_ last: ObjectID, of story: StoryID) {
    var met: Set<ObjectID> = []
    var next: ObjectID? = last
    while let id = next, met.insert(id).inserted {
      guard let content = object(id, .commit, story: story, revision: nil) else { return }
      guard let commit = Commit(content: content),
        let check = FailedCheck(commit, id: id, of: story),
        commit
          == FailedCheck.commit(
            check.reason, at: check.time, of: story, tree: commit.tree, parent: check.parent),
        object(commit.tree, .tree, story: story, revision: nil)?.isEmpty == true
      else {
        findings.fault(
          "it is not the commit of a failed check of this story", story: story, object: id)
        return
      }
      next = check.parent
    }
  }

  /// Checks what says when `latest` was last seen; false where the object is not there.
  func checkSighting(_ id: ObjectID, of latest: Revision?, story: StoryID, file: String) -> Bool {
    if isMissing(id) { return false }
    guard let content = object(id, .blob, story: story, revision: latest?.number) else {
      return true
    }
    guard let sighting = Sighting(content: content), sighting.content == content else {
      findings.fault(
        "it is no sighting as the format has it", story: story, revision: latest?.number,
        object: id, file: file)
      return true
    }
    guard let latest else { return true }
    if !sighting.isOf(latest.commit) {
      findings.note(
        "the sighting is of another commit than the latest revision, and is not counted",
        story: story, object: id, file: file)
    } else if sighting.lastSeenAt.seconds <= latest.capturedAt.seconds {
      findings.fault(
        "the sighting is not later than the capture", story: story, revision: latest.number,
        object: id, file: file)
    }
    return true
  }

  private func isMissing(_ id: ObjectID) -> Bool {
    do { return try reader.read(id, limit: Repository.headerLimit) == nil } catch { return false }
  }

  /// The content of an object, which is put down as read; nil, and a fault, where it has none.
  func object(
    _ id: ObjectID, _ kind: ObjectKind, limit: Int = Repository.headerLimit, story: StoryID?,
    revision: Int?, name: String? = nil
  ) -> [UInt8]? {
    let what = name.map { "its '\($0)': " } ?? ""
    do {
      guard let object = try reader.read(id, limit: limit) else {
        findings.fault(what + "it is missing", story: story, revision: revision, object: id)
        return nil
      }
      if read.insert(id, at: object.place) {
        findings.count {
          $0.objects += 1
          $0.bytes += object.content.count
        }
      }
      guard object.kind == kind else {
        findings.fault(
          what + "it is not a \(kind)", story: story, revision: revision, object: id)
        return nil
      }
      if case .loose(isUsual: false) = object.place {
        findings.note(
          what + "it is whole, but not compressed as Stet and git do", story: story,
          revision: revision, object: id)
      }
      return object.content
    } catch {
      findings.fault(
        what + "it is damaged (\(error.message))", story: story, revision: revision, object: id)
      return nil
    }
  }
}
