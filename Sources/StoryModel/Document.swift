/// What one version of a story said: its blocks in reading order, and what is known about it.
public struct Document: Sendable, Hashable {
  public var metadata: Metadata
  public var blocks: [Block]

  public init(metadata: Metadata = Metadata(), blocks: [Block] = []) {
    self.metadata = metadata
    self.blocks = blocks.filter { !$0.text.isEmpty }
  }

  /// The text of the headline block, where there is one.
  public var headline: String? { blocks.first { $0.kind == .headline }?.text }

  /// The text of the standfirst block, where there is one.
  public var standfirst: String? { blocks.first { $0.kind == .standfirst }?.text }

  /// The text of the byline block, where there is one.
  public var byline: String? { blocks.first { $0.kind == .byline }?.text }

  /// One line that names the version: the headline, else the first block's beginning.
  public var title: String { headline ?? blocks.first?.text ?? "" }

  /// The blocks as lines, each ending in a line feed: what `story.txt` holds.
  public var plainText: String {
    var text = ""
    for block in blocks {
      text += block.text
      text += "\n"
    }
    return text
  }

  /// Whether the two say the same: equal in all but the modified time, which many sites renew at
  /// every request though no word has changed.
  public func saysTheSame(as other: Document) -> Bool {
    var mine = metadata
    mine.modifiedAt = other.metadata.modifiedAt
    return mine == other.metadata && blocks == other.blocks
  }
}
