import StoryDiff
import StoryModel

/// A diff as one page that needs nothing beside it, and no script.
public enum HTMLReport {
  /// The report of `diff`, ending in a line feed.
  public static func write(_ diff: StoryDiff, heading: ReportHeading) -> String {
    diff.summary.text + "\n"
  }
}
