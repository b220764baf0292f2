import StoryModel

/// Reads the bytes of a page or a file as a story.
public enum StoryReader {
  /// The story that the bytes tell: tells HTML from text, decodes, extracts.
  ///
  /// Near-linear in the bytes. Throws where they are empty, no text, or a page without any text;
  /// damage that could be read past (bytes without a character, broken linked data) is told in the
  /// capture's warnings.
  public static func read(_ input: CaptureInput) throws(CaptureError) -> Capture {
    if input.bytes.isEmpty { throw .empty }
    if let look = BinaryData.look(input.bytes) { throw .binary(looksLike: look) }
    let isHTML = MediaType.isHTML(input.bytes, hint: input.mediaType, fileName: input.fileName)
    var declared = [input.charset].compactMap { $0 }
    if isHTML { declared += MediaType.declaredCharsets(input.bytes) }
    let decoded = try Charset.decode(input.bytes, declared: declared)

    let document: Document
    var warnings = decoded.warnings
    if isHTML {
      let extract = try HTMLExtractor.read(decoded.text)
      document = extract.document
      warnings += extract.warnings
    } else {
      document = PlainText.document(from: decoded.text)
      if document.blocks.isEmpty { throw .empty }
    }
    return Capture(
      document: document, method: input.method, fileName: input.fileName, url: input.url,
      mediaType: isHTML ? "text/html" : "text/plain", charset: decoded.charset,
      charsetSource: decoded.source, extractor: isHTML ? "html/2" : "text/1", warnings: warnings)
  }
}
