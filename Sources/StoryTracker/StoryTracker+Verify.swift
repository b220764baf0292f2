import StoryArchive
import StoryCapture
import StoryCatalogue
import StoryModel
import StoryReport

extension StoryTracker {
  /// Checks the archive at `path` to the last byte, and that reading each source again says what
  /// was kept; of `stories`, where they are given, only those, each once.
  ///
  /// The archive need not be fit to be opened: a damaged one is what this is for.
  public static func verify(
    archiveAt path: String, stories: [StoryID]? = nil,
    progress: @escaping @Sendable (Verification.Progress) -> Void = { _ in }
  ) async throws -> VerifyResult {
    var met: Set<StoryID> = []
    let distinct = stories?.filter { met.insert($0).inserted }
    var result = VerifyResult(
      try await StoryArchive.verify(
        at: path, stories: distinct, extract: { extraction(of: $0, $1) }, progress: progress))
    guard stories == nil, let archive = try? StoryArchive.open(at: path) else { return result }
    // Derived, so that what is wrong with it is worth a note. But a story that it had and git has no more
    // is a fault: nothing of Stet removes one.
    let found = (try? StoryTracker(archive).catalogue.differences()) ?? []
    let lost = found.filter(\.isLost)
    result.faultCount += lost.count
    result.faults += lost.prefix(Verification.findingLimit - result.faults.count).map {
      difference in
      VerifyResult.Finding(
        story: difference.story?.description,
        problem: "\(difference.problem); \(Catalogue.lostAdvice)")
    }
    result.notes += found.filter { !$0.isLost }.prefix(100).map { difference in
      VerifyResult.Finding(
        story: difference.story?.description, file: ChangeNotes.catalogueFile,
        problem: "the catalogue differs from git: \(difference.problem)"
          + (lost.isEmpty ? "; 'stet reindex' makes it anew" : ""))
    }
    return result
  }

  /// What a source says, read as it was when it was captured.
  static func extraction(
    of source: [UInt8], _ capture: CaptureRecord
  ) -> Verification.Extraction {
    do {
      if capture.method == .imported, capture.mediaType == "application/json" {
        let record = try VersionRecord.read(source).capture
        return record.extractor == capture.extractor ? .document(record.document) : .otherExtractor
      }
      let read = try StoryReader.read(
        CaptureInput(
          bytes: source, fileName: capture.fileName, method: capture.method, url: capture.url,
          mediaType: capture.mediaType,
          charset: capture.charsetSource == .declared ? capture.charset : nil))
      return read.extractor == capture.extractor ? .document(read.document) : .otherExtractor
    } catch {
      return .failure("\(error)")
    }
  }
}

extension VerifyResult {
  init(_ found: Verification) {
    self.init()
    (stories, revisions, objects) = (found.stories, found.revisions, found.objects)
    superseded = found.superseded
    (bytes, otherExtractors, unreferenced) = (
      found.bytes, found.otherExtractors, found.unreferenced
    )
    faultCount = found.faultCount
    faults = found.faults.map(Finding.init)
    notes = found.notes.map(Finding.init)
  }
}

extension VerifyResult.Finding {
  init(_ finding: Verification.Finding) {
    self.init(
      story: finding.story?.description, revision: finding.revision,
      object: finding.object?.description, file: finding.file, problem: finding.problem)
  }
}
