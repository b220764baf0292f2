/// What a page says about its story, apart from the story's text.
public struct Metadata: Sendable, Hashable {
  public var publishedAt: Instant?
  public var modifiedAt: Instant?
  /// A BCP 47 language tag, as declared by the page (`en-GB`); nil where none is declared.
  public var language: String?
  public var canonicalURL: String?
  public var section: String?

  public init(
    publishedAt: Instant? = nil, modifiedAt: Instant? = nil, language: String? = nil,
    canonicalURL: String? = nil, section: String? = nil
  ) {
    self.publishedAt = publishedAt
    self.modifiedAt = modifiedAt
    self.language = language
    self.canonicalURL = canonicalURL
    self.section = section
  }
}
