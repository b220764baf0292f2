/// The formats that every report can be written in.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For a person at a terminal.
  case text
  /// For a program; `FORMATS.md` documents the fields.
  case json
  /// For a discussion or a repository, in GitHub's dialect.
  case markdown
  /// One page that needs nothing beside it.
  case html
}

/// How a text report is laid out.
public struct TextStyle: Sendable, Hashable {
  /// Whether terminal colour codes may be written; without them a report holds no escape byte.
  public var colour: Bool
  /// Columns that a line may take, at least 20.
  public var width: Int

  public init(colour: Bool = false, width: Int = 80) {
    self.colour = colour
    self.width = max(20, width)
  }

  /// 80 columns, no colour.
  public static let plain = TextStyle()
}
