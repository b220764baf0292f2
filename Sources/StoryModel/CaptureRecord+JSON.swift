extension CaptureRecord {
  /// Writes the record's fields into the object that is open, as `capture.json` has them; absent
  /// ones are left out.
  public func writeFields(to json: inout JSONWriter) {
    json.field("capturedAt", capturedAt.description)
    json.field("timeSource", timeSource.rawValue)
    json.field("method", method.rawValue)
    json.field("fileName", fileName)
    json.field("url", url)
    json.field("mediaType", mediaType)
    json.field("charset", charset)
    json.field("charsetSource", charsetSource.rawValue)
    json.field("extractor", extractor)
    json.key("warnings")
    json.array(warnings) { $0.string($1) }
  }
}
