import StoryModel

/// One story, as the list of an archive's stories tells it.
public struct StoryEntry: Sendable, Hashable {
  public var id: String
  /// The headline of the latest revision, else its text's beginning.
  public var headline: String
  /// How many revisions it has.
  public var revisions: Int
  /// When the latest revision was captured.
  public var lastChanged: Instant?
  /// When the latest revision was last seen unchanged.
  public var lastSeen: Instant?
  /// The most that one of its revisions changed the one before, 0 to 100; nil where that is not asked,
  /// and where there is but one.
  public var significance: Int?

  public init(
    id: String, headline: String, revisions: Int, lastChanged: Instant? = nil,
    lastSeen: Instant? = nil, significance: Int? = nil
  ) {
    self.id = id
    self.headline = headline
    self.revisions = revisions
    self.lastChanged = lastChanged
    self.lastSeen = lastSeen
    self.significance = significance
  }
}

/// The stories of an archive, at once.
public enum ListReport {
  /// The entries in the order given, ending in a line feed. `style` matters to text alone; `total` is
  /// how many stories the archive has, of which these may be a part.
  public static func write(
    _ entries: [StoryEntry], of total: Int? = nil, as format: ReportFormat,
    style: TextStyle = .plain
  ) -> String {
    var writer = ListWriter(
      count: entries.count, of: total ?? entries.count, as: format, style: style)
    return writer.add(entries) + writer.end()
  }
}
