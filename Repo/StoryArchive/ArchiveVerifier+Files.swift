import Git
import StoryModel

extension ArchiveVerifier {
  /// The files that are neither objects nor references.
  func checkFiles() {
    let head = contents("HEAD")
    if head != Array("ref: \(ArchiveFormat.reference)\n".utf8) {
      findings.fault(
        head == nil ? "it is missing" : "it does not name the branch '\(ArchiveFormat.branch)'",
        file: "HEAD")
    }
    let configuration = contents("config").map { String(decoding: $0, as: UTF8.self) }
    if !ArchiveVerifier.usualConfigurations.contains(configuration ?? "") {
      if let problem = ArchiveVerifier.problem(ofConfiguration: configuration) {
        findings.fault(problem, file: "config")
      } else {
        findings.note("it is not what Stet writes; nothing of it is evidence", file: "config")
      }
    }
    if contents("description") != Array(ArchiveFormat.description.utf8) {
      findings.note("it is not what Stet writes; nothing of it is evidence", file: "description")
    }
    if let lock = contents("stet.lock"), !lock.isEmpty {
      findings.note("it should be empty", file: "stet.lock")
    }
    checkDerived()
  }

  /// What Stet writes into the file `config`; the second one where the disk keeps no modes.
  static let usualConfigurations = [true, false].map {
    "[core]\n\tbare = true\n\trepositoryformatversion = 0\n\tfilemode = \($0)\n"
  }

  /// What makes git, which reads it before all else, refuse a configuration; nil for one that says
  /// what an archive's has to say.
  static func problem(ofConfiguration text: String?) -> String? {
    guard let text else { return "it is missing" }
    var section: Substring = ""
    var core: [String: Substring] = [:]
    for line in text.split(separator: "\n") {
      let line = line.drop { $0 == " " || $0 == "\t" }
      if line.isEmpty || line.first == "#" || line.first == ";" { continue }
      if line.first == "[", line.last == "]" {
        section = line
        continue
      }
      let parts = line.split(separator: "=", maxSplits: 1)
      var key = parts.first ?? ""
      while key.last == " " { key.removeLast() }
      let isKey = key.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (97...122).contains(byte | 32) || byte == UInt8(ascii: "-")
      }
      guard !section.isEmpty, let first = key.first, first.isLetter, isKey else {
        return "a line of it cannot be read: '\(line.prefix(60))'"
      }
      if section.lowercased() == "[core]", parts.count == 2 {
        core[key.lowercased()] = parts[1].drop { $0 == " " }
      }
    }
    if core["bare"] != "true" { return "it does not say that the repository is bare" }
    if core["repositoryformatversion"] != "0" { return "it is of another version of git's format" }
    if let mode = core["filemode"], mode != "true", mode != "false" {
      return "its 'filemode' is neither true nor false"
    }
    return nil
  }

  /// Files that git makes from the others, to be quicker, end in a checksum.
  private func checkDerived() {
    let info = (try? FileBytes.names(in: path + "objects/info").map(\.name)) ?? []
    for file in ArchiveVerifier.derivedFiles(path) {
      guard let content = contents(file) else { continue }
      guard ArchiveVerifier.isWhole(content, of: file) else {
        findings.fault(
          "its checksum is not that of its content; git makes it anew where it is removed",
          file: file)
        continue
      }
    }
    // An archive is whole in itself; objects from elsewhere are none of it.
    if info.contains("alternates") {
      findings.fault("it leads to objects outside the archive", file: "objects/info/alternates")
    }
    for file in ArchiveVerifier.cutting where contents(file).map({ !$0.isEmpty }) ?? false {
      findings.fault("it hides from git what was before some commits", file: file)
    }
  }

  /// Files by which git takes a history to begin, or to go on, elsewhere than its commits say.
  static let cutting = ["shallow", "info/grafts"]

  /// Whether a file that git makes from others ends in its checksum, and begins as one of its kind does.
  static func isWhole(_ content: [UInt8], of file: String) -> Bool {
    let signatures = [
      "commit-graph": "CGPH", "multi-pack-index": "MIDX", ".bitmap": "BITM", ".rev": "RIDX",
      ".mtimes": "MTME",
    ]
    let signature = signatures.first { file.hasSuffix($0.key) }?.value ?? ""
    return content.count > 20 && content.starts(with: signature.utf8)
      && FileBytes.endsInChecksum(content)
  }

  /// Those files, as paths in the archive.
  static func derivedFiles(_ path: String) -> [String] {
    let endings = [".bitmap", ".rev", ".mtimes"]
    let packs = (try? FileBytes.names(in: path + "objects/pack").map(\.name)) ?? []
    var files = packs.filter { name in
      name == "multi-pack-index" || endings.contains(where: name.hasSuffix)
    }.map { "objects/pack/\($0)" }
    let info = (try? FileBytes.names(in: path + "objects/info").map(\.name)) ?? []
    if info.contains("commit-graph") { files.append("objects/info/commit-graph") }
    return files
  }

  private func contents(_ file: String) -> [UInt8]? {
    do {
      return try FileBytes.read(path + file, limit: 1 << 32)
    } catch {
      findings.fault(error.message, file: file)
      return nil
    }
  }

  /// The branches that say what the archive is, and that it is full.
  func checkMarkers(_ worker: Worker) {
    func check(_ reference: String, _ objects: [ArchiveFormat.Object]?, isNeeded: Bool) {
      guard let target = references.first(where: { $0.name == reference })?.target else {
        if isNeeded { findings.fault("it is missing", file: reference) }
        return
      }
      guard let objects else { return }
      if objects.last?.id != target {
        findings.fault(
          "it is not the commit that every archive of the format '\(ArchiveFormat.version)' has",
          object: target, file: reference)
      }
      for object in objects {
        _ = worker.stories.object(object.id, object.kind, story: nil, revision: nil)
      }
    }
    check(ArchiveFormat.reference, try? ArchiveFormat.objects(), isNeeded: true)
    check(ArchiveFormat.fullReference, try? ArchiveFormat.fullObjects(), isNeeded: false)
  }

  /// Whether each story is where it is looked for: in the first archive on the way to it that has it.
  ///
  /// - Parameters:
  ///   - shard: The archive's path in the outermost, ending in a slash.
  ///   - above: The stories of the archives that were checked before, by their paths.
  func checkPlaces(of shard: String, above: inout [String: Set<StoryID>]) {
    let stories = Set(references.compactMap { StoryRef(name: $0.name)?.story })
    let isFull = references.contains { $0.name == ArchiveFormat.fullReference }
    let digits = shard.split(separator: "/").filter { $0 != "shards" }.map { $0.prefix(1) }
    let hasShards = !((try? StoryArchive.shardFolders(of: path)) ?? []).isEmpty
    if !isFull, hasShards {
      findings.fault(
        "there are shards, but nothing says that the archive is full: their stories are not found",
        file: ArchiveFormat.fullReference)
    }
    // It may have had none yet. But a mirror of it alone looks the same.
    if isFull, !hasShards, shard.isEmpty {
      findings.note(
        "the archive is full, and none of its shards is here: were there stories in them, this copy lacks those",
        file: ArchiveFormat.fullReference)
    }
    // Only those that it is inside of matter from here on.
    above = above.filter { shard.hasPrefix($0.key) }
    for story in stories {
      for (level, digit) in digits.enumerated()
      where (try? StoryArchive.shardName(of: story, level: level)) != String(digit) {
        findings.fault(
          "its id's hash is that of another shard: it is not found", story: story,
          file: StoryRef(story).name)
        break
      }
      if above.values.contains(where: { $0.contains(story) }) {
        findings.fault(
          "the story is in an archive above, too: only that one is found", story: story,
          file: StoryRef(story).name)
      }
    }
    above[shard] = stories
  }

  /// Lines of `packed-refs` whose references have moved on: a file of its own holds. They lead to earlier
  /// revisions, which are never dropped.
  func checkOutdated(_ worker: Worker) {
    for line in ReferenceFiles.packed(repository: path) {
      guard let story = StoryRef(name: line.name)?.story,
        let target = targets[ExactText(line.name)], target != line.target,
        ((try? worker.reader.read(line.target, limit: Repository.headerLimit)) ?? nil) == nil
      else { continue }
      findings.fault(
        "a line of a reference that has moved on leads to nothing", story: story,
        object: line.target, file: "packed-refs")
    }
  }

  /// References that are no story's, and sightings of none.
  func checkReferences() {
    let stories = Set(
      references.compactMap { $0.name.bytes(after: StoryRef.stories) }.map(ExactText.init))
    var known: [StoryID: StoryRef] = [:]
    let markers = [ArchiveFormat.reference, ArchiveFormat.fullReference]
    for reference in references where !markers.contains(reference.name) {
      if let ref = StoryRef(name: reference.name) {
        if known.updateValue(ref, forKey: ref.story) != nil {
          findings.fault(
            "the story has two references", story: ref.story, file: StoryRef(ref.story).name)
        }
      } else if let tail = [StoryRef.sightings, StoryRef.failures].lazy
        .compactMap(reference.name.bytes(after:)).first
      {
        if !stories.contains(ExactText(tail)) {
          findings.fault("it is of a story that is not there", file: reference.name)
        }
      } else if let (story, tip) = StoryRef.superseded(name: reference.name) {
        if tip != reference.target {
          findings.fault("it does not lead where its name says", story: story, file: reference.name)
        }
        let names = [StoryRef(story), StoryRef(story, marked: true)].map(\.name)
        if !names.compactMap({ $0.bytes(after: StoryRef.stories) })
          .contains(where: { stories.contains(ExactText($0)) })
        {
          findings.fault("it is of a story that is not there", story: story, file: reference.name)
        }
      } else if reference.name.begins(with: StoryRef.superseded) {
        findings.fault("its name is that of no superseded history", file: reference.name)
      } else if reference.name.begins(with: StoryRef.stories) {
        findings.fault("its name is no story's", file: reference.name)
      } else {
        findings.note("it is none that the format knows", file: reference.name)
      }
    }
  }
}
