import StoryModel

/// Plain text read as a story.
///
/// Blank lines separate blocks where there are any, and a line break inside a block is a space;
/// where there are none, every line is a block. `TextLayout` tells the two apart, `BlockKinds`
/// names the blocks. O(bytes).
public enum PlainText {
  /// The story that `text` tells; `metadata` is passed through.
  public static func document(from text: String, metadata: Metadata = Metadata()) -> Document {
    let texts = blocks(of: text)
    let kinds = BlockKinds.recognise(texts)
    return Document(metadata: metadata, blocks: zip(kinds, texts).map { Block($0, ofOneLine: $1) })
  }

  /// The texts of the blocks, in order: one line each, none empty.
  static func blocks(of text: String) -> [String] {
    var text = text
    text.makeContiguousUTF8()
    return text.utf8.withContiguousStorageIfAvailable { TextLayout($0, of: text).blocks() } ?? []
  }
}
