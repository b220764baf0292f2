import StoryModel

/// The checks of a story that failed, drawn.
public struct FailedChecksReport: Sendable {
  /// A look at a story that found nothing to keep.
  public struct Check: Sendable, Hashable {
    public let time: Instant
    /// Why it failed: one line.
    public let reason: String
    /// What it is kept as, in hexadecimal.
    public let commit: String

    public init(time: Instant, reason: String, commit: String) {
      (self.time, self.reason, self.commit) = (time, reason, commit)
    }
  }

  public let story: String
  /// The last one first.
  public let checks: [Check]

  public init(story: String, checks: [Check]) {
    (self.story, self.checks) = (story, checks)
  }

  /// A line for each, or that there is none. Ends in a line feed.
  public var text: String {
    if checks.isEmpty { return "No check of '\(story)' has failed.\n" }
    return checks.map { "\($0.time)  \(visible($0.reason))\n" }.joined()
  }

  /// The format `stet-failed/1`, one object on one line without a line feed.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("format", "stet-failed/1")
      json.field("story", story)
      json.key("checks")
      json.array(checks) { json, check in
        json.object { json in
          json.field("time", check.time.description)
          json.field("reason", check.reason)
          json.field("commit", check.commit)
        }
      }
    }
    return json.bytes
  }
}
