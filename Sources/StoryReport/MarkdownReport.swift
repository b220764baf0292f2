import StoryDiff
import StoryModel

/// A diff as GitHub's Markdown.
public enum MarkdownReport {
  /// The report of `diff`, ending in a line feed.
  public static func write(_ diff: StoryDiff, heading: ReportHeading) -> String {
    diff.summary.text + "\n"
  }
}
