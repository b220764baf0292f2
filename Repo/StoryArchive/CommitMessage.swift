import Git
import StoryModel

/// What a revision's commit says: the headline, then trailers.
struct CommitMessage {
  /// Code points of a headline in the subject, and in the trailer that has it when it is longer.
  static let subjectLength = 72, headlineLength = 500

  static let noText = "(no text)"
  private static let name = "Stet", email = "stet@stet.invalid"

  /// The commit of a snapshot.
  static func commit(
    _ snapshot: Snapshot, of story: StoryID, tree: ObjectID, number: Int, parent: Revision?
  ) -> Commit {
    let seen = parent.flatMap {
      $0.lastSeenAt.seconds > $0.capturedAt.seconds ? $0.lastSeenAt : nil
    }
    return commit(
      snapshot.capture, headline: headline(of: snapshot.document), of: story, tree: tree,
      number: number, parent: parent?.commit, previousSeenAt: seen)
  }

  /// The commit of a revision with this capture and headline.
  static func commit(
    _ capture: CaptureRecord, headline: String, of story: StoryID, tree: ObjectID, number: Int,
    parent: ObjectID?, previousSeenAt: Instant?, supersedes: [ObjectID] = []
  ) -> Commit {
    let signature = Commit.Signature(
      name: name, email: email, seconds: capture.capturedAt.seconds,
      offsetMinutes: capture.capturedAt.offsetMinutes)
    let subject = clip(headline, to: subjectLength)
    var message = "\(subject)\n\nStory: \(story)\nRevision: \(number)\n"
    if subject != headline { message += "Headline: \(headline)\n" }
    message += "Time-Source: \(capture.timeSource.rawValue)\n"
    if let url = capture.url, !oneLine(url).isEmpty { message += "Url: \(oneLine(url))\n" }
    message += "Extractor: \(oneLine(capture.extractor))\n"
    if let previousSeenAt { message += "Previous-Seen: \(previousSeenAt)\n" }
    for tip in supersedes { message += "Supersedes: \(tip)\n" }
    return Commit(
      tree: tree, parents: parent.map { [$0] } ?? [], author: signature,
      committer: signature, message: message)
  }

  /// The commit of a revision that has another place in its story now; all else it says stays.
  static func commit(
    moving commit: Commit, to number: Int, parent: ObjectID?, previousSeenAt: Instant?,
    supersedes tip: ObjectID?
  ) -> Commit {
    guard let start = commit.message.ranges(of: "\n\n").last?.upperBound else { return commit }
    let (seen, supersedes) = ("Previous-Seen: ", "Supersedes: ")
    var trailers: [String] = []
    var superseded: [String] = []
    for line in commit.message[start...].split(separator: "\n") {
      if line.hasPrefix("Revision: ") {
        trailers.append("Revision: \(number)")
      } else if line.hasPrefix(supersedes) {
        superseded.append(String(line))
      } else if !line.hasPrefix(seen) {
        trailers.append(String(line))
      }
    }
    if let previousSeenAt { trailers.append("\(seen)\(previousSeenAt)") }
    if let tip { superseded.append("\(supersedes)\(tip)") }
    var moved = commit
    moved.parents = parent.map { [$0] } ?? []
    moved.message =
      commit.message[..<start] + (trailers + superseded).map { $0 + "\n" }.joined()
    return moved
  }

  /// The headline as a commit can hold it: one line, clipped, never empty.
  static func headline(of document: Document) -> String {
    line(document.title, length: headlineLength)
  }

  /// A text as a line of a commit can hold it: clipped, never empty.
  static func line(_ text: String, length: Int) -> String {
    let line = clip(oneLine(text), to: length)
    return line.isEmpty ? noText : line
  }

  /// Reads a revision from its commit; nil where the commit is none that an archive has.
  static func revision(from commit: Commit, id: ObjectID, of story: StoryID) -> Revision? {
    let paragraphs = commit.message.split(separator: "\n\n", omittingEmptySubsequences: true)
    guard paragraphs.count >= 2, let subject = paragraphs.first, let last = paragraphs.last,
      commit.parents.count <= 1
    else { return nil }
    var trailers: [Substring: String] = [:]
    var supersedes: [ObjectID] = []
    for line in last.split(separator: "\n") {
      let bytes = line.utf8
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let value = line[bytes.index(after: colon)...]
      let text = value.bytes(after: " ") ?? String(value)
      trailers[line[..<colon]] = text
      if line[..<colon] == "Supersedes", let tip = ObjectID(text) { supersedes.append(tip) }
    }
    guard trailers["Story"]?.hasSameBytes(as: story.description) == true,
      let number = trailers["Revision"].flatMap(Int.init),
      number > 0, (number == 1) == commit.parents.isEmpty,
      let timeSource = trailers["Time-Source"].flatMap(CaptureRecord.TimeSource.init)
    else { return nil }
    let capturedAt = Instant(
      seconds: commit.author.seconds, offsetMinutes: commit.author.offsetMinutes)
    return Revision(
      story: story, number: number, commit: id, parent: commit.parents.first,
      capturedAt: capturedAt, timeSource: timeSource,
      headline: trailers["Headline"] ?? String(subject), url: trailers["Url"],
      extractor: trailers["Extractor"] ?? "", lastSeenAt: capturedAt,
      previousSeenAt: trailers["Previous-Seen"].flatMap { Instant($0) },
      supersedes: supersedes, tree: commit.tree)
  }

  /// The latest commits of the histories that a commit's trailers say were superseded.
  static func superseded(by commit: Commit) -> [ObjectID] {
    let last = commit.message.split(separator: "\n\n").last ?? ""
    return last.split(separator: "\n").compactMap {
      $0.bytes(after: "Supersedes: ").flatMap { ObjectID($0) }
    }
  }

  /// The story that a commit's trailer names; nil where it names none.
  static func story(of commit: Commit) -> StoryID? {
    let last = commit.message.split(separator: "\n\n").last ?? ""
    let key = "Story: "
    return last.split(separator: "\n").lazy.compactMap { $0.bytes(after: key) }.first
      .flatMap { try? StoryID($0) }
  }

  /// The message without the trailers whose keys are none of the format's.
  static func withoutUnknownTrailers(_ message: String) -> String {
    guard let end = message.ranges(of: "\n\n").last?.upperBound else { return message }
    let known: Set<Substring> = [
      "Story", "Revision", "Headline", "Time-Source", "Url", "Extractor", "Previous-Seen",
      "Supersedes",
    ]
    let lines = message[end...].split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.filter { line in
      guard let colon = line.firstIndex(of: ":") else { return true }
      return known.contains(line[..<colon])
    }
    return message[..<end] + kept.joined(separator: "\n")
  }

  /// `text` with control characters made spaces, and its ends trimmed.
  private static func oneLine(_ text: String) -> String {
    var scalars = Array(
      text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }[...])
    while scalars.last == " " { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars.drop { $0 == " " }))
  }

  private static func clip(_ text: String, to length: Int) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > length else { return text }
    var clipped = Array(scalars.prefix(length - 1))
    while clipped.last?.properties.isWhitespace == true { clipped.removeLast() }
    return String(String.UnicodeScalarView(clipped)) + "…"
  }
}
