import StoryDiff
import StoryModel

/// A diff for a person at a terminal: what changed first, then the text with its edits.
public enum TextReport {
  /// The report of `diff`, ending in a line feed. No line is wider than the style's width.
  public static func write(
    _ diff: StoryDiff, heading: ReportHeading, style: TextStyle = .plain
  ) -> String { diff.summary.text + "\n" }
}
