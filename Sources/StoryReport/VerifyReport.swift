import StoryModel

/// What a check of an archive found, and how much it looked at.
public struct VerifyResult: Sendable, Hashable {
  /// A fault or a note, and where it is.
  public struct Finding: Sendable, Hashable {
    public var story: String?
    public var revision: Int?
    /// An object's name in hexadecimal.
    public var object: String?
    /// A file's path in the archive.
    public var file: String?
    public var problem: String

    public init(
      story: String? = nil, revision: Int? = nil, object: String? = nil, file: String? = nil,
      problem: String
    ) {
      self.story = story
      self.revision = revision
      self.object = object
      self.file = file
      self.problem = problem
    }
  }

  public var stories = 0, revisions = 0, objects = 0, bytes = 0
  /// How many of the revisions are of superseded histories.
  public var superseded = 0
  /// Revisions that were not read again, since another extractor or version of it made them.
  public var otherExtractors = 0
  /// Objects that no reference leads to.
  public var unreferenced = 0
  /// How many faults there are; `faults` may hold fewer.
  public var faultCount = 0
  public var faults: [Finding] = []
  public var notes: [Finding] = []

  public init() {}
}

/// The result of a check, drawn.
public enum VerifyReport {
  /// Text: a line for each fault and note, then how much was checked. Ends in a line feed.
  public static func text(_ result: VerifyResult, style: TextStyle = .plain) -> String {
    var page = TerminalPage(style: style)
    for fault in result.faults {
      page.line([.init("fault", .strong), .init("  \(fault.line)")], hanging: 7)
    }
    if result.faultCount > result.faults.count {
      page.line("and \(result.faultCount - result.faults.count) faults more", indent: 7)
    }
    for note in result.notes { page.line("note   \(note.line)", .quiet, hanging: 7) }
    if !result.faults.isEmpty || !result.notes.isEmpty { page.blank() }
    page.line(
      "\(result.faultCount == 0 ? "No faults" : counted(result.faultCount, "fault")) in "
        + "\(counted(result.stories, "story", "stories")), "
        + "\(counted(result.revisions - result.superseded, "revision"))"
        + "\(result.superseded > 0 ? " and \(result.superseded) superseded" : ""), \(counted(result.objects, "object")).",
      .strong)
    if result.unreferenced > 0 {
      page.line(
        "\(counted(result.unreferenced, "object")) that no reference leads to: what stopped writers"
          + " and replaced sightings leave, or what references led to that are lost. stet repair --from"
          + " a copy sets those again; git gc drops them all.")
    }
    if result.otherExtractors > 0 {
      page.line(
        "\(counted(result.otherExtractors, "revision")) whose text another extractor, or another"
          + " version of it, made: not read again.")
    }
    return page.text
  }

  /// The format `stet-verify/1`, one object on one line without a line feed.
  public static func json(_ result: VerifyResult) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("format", "stet-verify/1")
      json.field("stories", result.stories)
      json.field("revisions", result.revisions)
      json.field("objects", result.objects)
      json.field("bytes", result.bytes)
      json.field("superseded", result.superseded)
      json.field("otherExtractors", result.otherExtractors)
      json.field("unreferenced", result.unreferenced)
      json.field("faultCount", result.faultCount)
      json.key("faults")
      json.array(result.faults, findings)
      json.key("notes")
      json.array(result.notes, findings)
    }
    return json.bytes
  }

  private static func findings(_ json: inout JSONWriter, _ finding: VerifyResult.Finding) {
    json.object { json in
      json.field("story", finding.story)
      json.field("revision", finding.revision)
      json.field("object", finding.object)
      json.field("file", finding.file)
      json.field("problem", finding.problem)
    }
  }

  private static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) " + (count == 1 ? one : many ?? one + "s")
  }
}

extension VerifyResult.Finding {
  /// `example.org/summit, revision 2, object 1234…: what is wrong`.
  fileprivate var line: String {
    let place = [
      story, revision.map { "revision \($0)" }, file, object.map { "object \($0)" },
    ].compactMap { $0 }.joined(separator: ", ")
    return visible(place.isEmpty ? problem : "\(place): \(problem)")
  }
}
