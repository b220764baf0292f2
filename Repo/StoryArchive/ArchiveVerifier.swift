import Git
import Glibc
import StoryModel
import Synchronization

/// A check of one archive: its stories first, since they give what is wrong a name, then whatever
/// else is there.
final class ArchiveVerifier: Sendable {
  /// What one thread works with.
  struct Worker {
    let reader: ObjectReader
    let stories: StoryVerifier
  }

  /// What is next to be worked on.
  private final class Queue: Sendable {
    private let next = Mutex(0)

    func take(_ count: Int) -> Int {
      next.withLock { next in
        defer { next += count }
        return next
      }
    }
  }

  struct Story: Sendable {
    let ref: StoryRef
    let tip: ObjectID
  }

  let path: String
  let findings: Findings
  let packs: [PackFile]
  let read: ReadObjects
  let loose: [ObjectID]
  let references: [Reference]
  let targets: [ExactText: ObjectID]
  /// The latest revisions of superseded histories.
  let superseded: [StoryID: [ObjectID]]
  private let extract: StoryVerifier.Extract?
  private let progress: @Sendable (Verification.Progress) -> Void
  /// Commits of revisions that no reference leads to, with those before them.
  private let unreached = Mutex<[ObjectID: (commit: Commit, story: StoryID)]>([:])

  /// - Parameter path: The archive's folder, ending in a slash.
  init(
    path: String, findings: Findings, extract: StoryVerifier.Extract?,
    progress: @escaping @Sendable (Verification.Progress) -> Void
  ) throws {
    self.path = path
    self.findings = findings
    self.extract = extract
    self.progress = progress
    // References first: what they lead to is there already.
    let files = ReferenceFiles(repository: path)
    for fault in files.faults { findings.fault(fault.reason, file: fault.file) }
    references = files.references
    targets = Dictionary(uniqueKeysWithValues: references.map { (ExactText($0.name), $0.target) })
    superseded = Dictionary(
      grouping: references.compactMap { StoryRef.superseded(name: $0.name) }, by: \.story
    ).mapValues { $0.map(\.tip) }
    let (found, names) = try archiveErrors(at: path, writing: false) {
      (
        try ObjectReader.looseObjects(
          repository: path, complain: { findings.fault($1.message, file: $0) }),
        try PackFile.names(repository: path)
      )
    }
    loose = found.ids
    for file in found.strangers { findings.note("it is none of git's or Stet's", file: file) }
    var packs: [PackFile] = []
    for name in names {
      do {
        if let pack = try PackFile.open(name, repository: path) { packs.append(pack) }
      } catch {
        let isPackThere = StoryArchive.exists("\(path)objects/pack/\(name).pack")
        findings.fault(
          error.message, file: "objects/pack/\(name).\(isPackThere ? "idx" : "pack")")
      }
    }
    self.packs = packs
    read = ReadObjects(packs)
  }

  /// Checks everything, or only what belongs to the stories that are `wanted`.
  func run(_ wanted: [StoryID]?) async throws {
    let stories = try stories(wanted)
    let objects = wanted == nil ? loose.count + packs.reduce(0) { $0 + $1.count } : 0
    func work(_ count: Int, by size: Int, _ body: @escaping @Sendable (Int, Worker) -> Void) async {
      await self.work(count, by: size, all: (stories.count, objects), body)
    }
    if wanted == nil {
      checkFiles()
      checkReferences()
      await work(1, by: 1) { _, worker in
        self.checkMarkers(worker)
        self.checkOutdated(worker)
      }
    }
    await work(stories.count, by: 8) { self.check(stories[$0], $1) }
    guard wanted == nil else { return }
    await work(packs.count, by: 1) { number, _ in
      for fault in self.packs[number].faults() {
        self.findings.fault(
          fault.reason, file: "objects/pack/\(self.packs[number].name).\(fault.ending)")
      }
    }
    await work(loose.count, by: 64) { index, worker in
      let id = self.loose[index]
      guard !self.read.containsLoose(id) else { return }
      self.checkRest(id) { () throws(GitError) in
        try worker.reader.loose(id, limit: Repository.fileLimit)
      }
    }
    for (number, pack) in packs.enumerated() {
      await work(pack.count, by: 256) { rank, worker in
        let position = pack.position(inOrder: rank)
        guard !self.read.contains(pack: number, position: position),
          let id = pack.id(at: position)
        else { return }
        self.checkRest(id) { () throws(GitError) in
          try worker.reader.packed(number, position, limit: Repository.fileLimit)
        }
      }
    }
    reportUnreached()
  }

  /// The stories to check. Throws where one that is wanted is not there.
  private func stories(_ wanted: [StoryID]?) throws(ArchiveError) -> [Story] {
    guard let wanted else {
      return references.compactMap { reference in
        StoryRef(name: reference.name).map { Story(ref: $0, tip: reference.target) }
      }
    }
    var stories: [Story] = []
    for story in wanted {
      let refs = [StoryRef(story), StoryRef(story, marked: true)]
      let found = refs.lazy.compactMap { ref in
        self.targets[ExactText(ref.name)].map { Story(ref: ref, tip: $0) }
      }.first
      guard let found else { throw .noSuchStory(story.description, close: []) }
      stories.append(found)
    }
    return stories
  }

  /// Runs `body` for the numbers below `count` on all cores, `size` of them at a time.
  private func work(
    _ count: Int, by size: Int, all: (stories: Int, objects: Int),
    _ body: @escaping @Sendable (Int, Worker) -> Void
  ) async {
    let queue = Queue()
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(cores, (count + size - 1) / size) {
        group.addTask {
          let reader = ObjectReader(repository: self.path, packs: self.packs)
          let worker = Worker(
            reader: reader,
            stories: StoryVerifier(
              reader, read: self.read, findings: self.findings, extract: self.extract))
          while true {
            let start = queue.take(size)
            guard start < count else { return }
            for index in start..<min(count, start + size) { body(index, worker) }
            let now = self.findings.current
            self.progress(
              Verification.Progress(
                stories: now.stories, revisions: now.revisions, objects: now.objects,
                faults: now.faultCount, allStories: all.stories, allObjects: all.objects))
          }
        }
      }
    }
  }

  private func check(_ story: Story, _ worker: Worker) {
    let id = story.ref.story
    var known: [ObjectID: Revision] = [:]
    let latest = worker.stories.check(id, tip: story.tip, known: &known)
    worker.stories.checkSuperseded(superseded[id] ?? [], of: id, known: &known)
    if let last = targets[ExactText(story.ref.failureName)] {
      worker.stories.checkFailures(last, of: id)
    }
    let sighting = story.ref.sightingName
    if let target = targets[ExactText(sighting)],
      !worker.stories.checkSighting(target, of: latest, story: id, file: sighting),
      // A writer that replaced it has removed the old one.
      ReferenceFiles(repository: path).references.contains(where: {
        $0 == Reference(name: sighting, target: target)
      })
    {
      findings.fault("the sighting is missing", story: id, object: target, file: sighting)
    }
    findings.count { $0.stories += 1 }
  }

  /// An object that no story has led to.
  private func checkRest(
    _ id: ObjectID, _ reading: () throws(GitError) -> ObjectReader.Object?
  ) {
    do {
      // What has gone since it was listed was replaced by another writer.
      guard let object = try reading() else { return }
      let isReached = read.contains(id)
      findings.count {
        $0.objects += 1
        $0.bytes += object.content.count
        if !isReached { $0.unreferenced += 1 }
      }
      if case .loose(isUsual: false) = object.place {
        findings.note("it is whole, but not compressed as Stet and git do", object: id)
      }
      guard object.kind == .commit, !isReached, let commit = Commit(content: object.content),
        let story = CommitMessage.story(of: commit)
      else { return }
      unreached.withLock { $0[id] = (commit, story) }
    } catch {
      // Where it belongs to a story that has been said already, with the story's name.
      guard !findings.hasFault(of: id) else { return }
      findings.fault("it is damaged (\(error.message))", object: id)
    }
  }

  /// The ends of what no reference leads to: what writers that were killed leave, or stories whose
  /// reference is lost.
  private func reportUnreached() {
    let commits = unreached.withLock { $0 }
    let parents = Set(commits.values.flatMap(\.commit.parents))
    for (id, found) in commits where !parents.contains(id) {
      let number = CommitMessage.revision(from: found.commit, id: id, of: found.story)?.number
      findings.note(
        "no reference leads to this revision: a writer was stopped before it was recorded, or its"
          + " reference is lost", story: found.story, revision: number, object: id)
    }
  }
}
