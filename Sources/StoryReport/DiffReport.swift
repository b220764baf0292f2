import StoryDiff
import StoryModel

/// The report of what changed between two versions, in any format.
public enum DiffReport {
  /// The report of `diff`, ending in a line feed. `style` matters to text alone.
  public static func write(
    _ diff: StoryDiff, heading: ReportHeading, as format: ReportFormat,
    style: TextStyle = .plain
  ) -> String {
    switch format {
    case .text: TextReport.write(diff, heading: heading, style: style)
    case .json: String(decoding: JSONReport.write(diff, heading: heading), as: UTF8.self) + "\n"
    case .markdown: MarkdownReport.write(diff, heading: heading)
    case .html: HTMLReport.write(diff, heading: heading)
    }
  }
}
