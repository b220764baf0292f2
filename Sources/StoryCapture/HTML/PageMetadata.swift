import StoryModel

/// What a page says of its story in linked data (JSON-LD), OpenGraph and `meta` tags.
struct PageMetadata {
  var metadata = Metadata()
  var headline: String?
  var openGraphTitle: String?
  /// The `title` without the site's name, where the page says what that is.
  var title: String?
  var articleBody: String?
  /// The text of a correction that linked data holds.
  var correction: String?
  var warnings: [String] = []

  init(_ page: HTMLPage) {
    let tree = page.tree
    var meta: [String: String] = [:]
    var articles: [JSONValue] = []
    var times: [(datetime: String, itemprop: String?)] = []
    var rawTitle: String?
    var broken = 0
    for (index, node) in tree.nodes.enumerated() where node.text == nil {
      switch node.tag {
      case .meta:
        guard let content = node["content"]?.collapsingSpace, !content.isEmpty else { continue }
        for name in [node["property"], node["name"], node["itemprop"]].compactMap({ $0 }) {
          let key = name.lowercased()
          if meta[key] == nil { meta[key] = content }
        }
      case .link:
        let relations = node["rel"]?.lowercased().split(separator: " ") ?? []
        if relations.contains("canonical"), metadata.canonicalURL == nil {
          metadata.canonicalURL = PageMetadata.address(node["href"])
        }
      case .html:
        metadata.language = PageMetadata.language(node["lang"] ?? node["xml:lang"])
      case .title:
        if rawTitle == nil {
          let text = tree.plainText(in: index)
          rawTitle = text.isEmpty ? nil : text
        }
      case .time:
        if let time = node["datetime"] { times.append((time, node["itemprop"])) }
      case .script:
        guard node["type"]?.lowercased().contains("ld+json") == true else { continue }
        let bytes = PageMetadata.withoutWrapping(tree.allText(in: index))
        if bytes.isEmpty { continue }
        do {
          let value = try withJSON(bytes) { (json) throws(JSONError) in try JSONReader.read(json) }
          PageMetadata.collectArticles(value, into: &articles)
        } catch {
          broken += 1
        }
      default: continue
      }
    }
    if broken > 0 {
      warnings.append(
        "linked data (JSON-LD) that is no JSON was passed over: \(broken) of its parts")
    }
    take(articles)
    take(meta: meta, times: times)
    openGraphTitle = meta["og:title"] ?? meta["twitter:title"]
    let site = meta["og:site_name"] ?? meta["application-name"]
    openGraphTitle = openGraphTitle.map { PageMetadata.without(site: site, $0) }
    title = rawTitle.map { PageMetadata.without(site: site, $0) }
  }

  // MARK: Linked data

  private static let articleTypes: Set<String> = [
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "BlogPosting",
    "SocialMediaPosting", "Report", "AdvertiserContentArticle", "SatiricalArticle",
    "ScholarlyArticle", "TechArticle", "AskPublicNewsArticle",
  ]

  /// The articles in a value: itself, elements of a list, a graph's, a page's main entity.
  private static func collectArticles(_ value: JSONValue, into articles: inout [JSONValue]) {
    var pending = [value]
    while let value = pending.popLast() {
      switch value {
      case .array(let elements): pending += elements.reversed()
      case .object(let members):
        let types = (members["@type"]?.each ?? []).compactMap(\.string)
        let isArticle = types.contains { type in
          articleTypes.contains(String(type.split(separator: "/").last ?? ""))
        }
        if isArticle { articles.append(value) }
        if let graph = members["@graph"] { pending.append(graph) }
        if let main = members["mainEntity"], case .object = main { pending.append(main) }
      default: break
      }
    }
  }

  private mutating func take(_ articles: [JSONValue]) {
    // Several articles: the one that says most of its text, else the first with a headline.
    guard
      let article = articles.max(by: { PageMetadata.weight($0) < PageMetadata.weight($1) })
    else { return }
    func text(_ name: String) -> String? {
      article[name]?.each.compactMap { $0.string ?? $0["text"]?.string ?? $0["name"]?.string }.first
        .map { PageMetadata.unescaped($0) }
    }
    headline = text("headline")?.collapsingSpace.nonEmpty
    articleBody = text("articleBody")?.nonEmpty
    correction =
      article["correction"]?.each.compactMap {
        $0.string ?? $0["text"]?.string ?? $0["description"]?.string
      }
      .first.map { PageMetadata.unescaped($0).collapsingSpace }?.nonEmpty
    metadata.publishedAt = instant(text("datePublished"))
    metadata.modifiedAt = instant(text("dateModified"))
    let sections = article["articleSection"]?.each.compactMap(\.string) ?? []
    metadata.section = sections.first?.collapsingSpace.nonEmpty
    if metadata.language == nil { metadata.language = PageMetadata.language(text("inLanguage")) }
    if metadata.canonicalURL == nil {
      metadata.canonicalURL = PageMetadata.address(
        article["url"]?.string ?? article["mainEntityOfPage"]?.string
          ?? article["mainEntityOfPage"]?["@id"]?.string)
    }
  }

  private static func weight(_ article: JSONValue) -> Int {
    (article["articleBody"]?.string?.utf8.count ?? 0) + (article["headline"] == nil ? 0 : 2)
      + (article["datePublished"] == nil ? 0 : 1)
  }

  /// JSON-LD without the comment or CDATA marks that some pages put around it.
  private static func withoutWrapping(_ bytes: [UInt8]) -> [UInt8] {
    guard
      let start = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
      let end = bytes.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }),
      start < end
    else { return bytes.filter { $0 > 0x20 } }
    // `<![CDATA[` begins with a bracket of its own.
    var from = start
    let head = String(decoding: bytes[..<min(bytes.count, start + 8)], as: UTF8.self)
    if head.contains("[CDATA["), let brace = bytes.firstIndex(of: UInt8(ascii: "{")) {
      from = brace
      if let last = bytes.lastIndex(of: UInt8(ascii: "}")), last > from {
        return Array(bytes[from...last])
      }
    }
    return Array(bytes[from...end])
  }

  // MARK: Meta tags

  private mutating func take(
    meta: [String: String], times: [(datetime: String, itemprop: String?)]
  ) {
    func marked(_ name: String) -> [String?] {
      times.filter { $0.itemprop?.contains(name) == true }.map(\.datetime)
    }
    if metadata.publishedAt == nil {
      let names = [
        "article:published_time", "datepublished", "og:published_time", "publishdate", "pubdate",
        "publish-date", "dc.date.issued", "dcterms.created", "dcterms.issued", "parsely-pub-date",
        "sailthru.date", "article.published", "date", "dc.date", "dcterms.date",
      ]
      let said = names.map { meta[$0] } + marked("datePublished") + times.prefix(1).map(\.datetime)
      metadata.publishedAt = instant(of: said)
    }
    if metadata.modifiedAt == nil {
      let names = [
        "article:modified_time", "datemodified", "og:updated_time", "lastmod", "last-modified",
        "dcterms.modified", "dc.date.modified", "article.updated", "revised",
      ]
      metadata.modifiedAt = instant(of: names.map { meta[$0] } + marked("dateModified"))
    }
    if metadata.section == nil {
      metadata.section = meta["article:section"] ?? meta["section"] ?? meta["articlesection"]
    }
    if metadata.canonicalURL == nil { metadata.canonicalURL = PageMetadata.address(meta["og:url"]) }
    if metadata.language == nil {
      metadata.language = PageMetadata.language(
        meta["og:locale"] ?? meta["content-language"] ?? meta["language"])
    }
    if headline == nil { headline = meta["headline"] }
  }

  // MARK: Values

  /// A time as pages write it. A time of day without an offset is some local time; it is taken as
  /// UTC's, and `warnings` say so where one was.
  private mutating func instant(_ text: String?) -> Instant? {
    guard let text = text?.collapsingSpace else { return nil }
    if let instant = Instant(text) { return instant }
    guard let instant = Instant(text + "Z") else { return nil }
    let warning = "the page gives times without an offset, which were taken as UTC"
    if !warnings.contains(warning) { warnings.append(warning) }
    return instant
  }

  private mutating func instant(of texts: [String?]) -> Instant? {
    for text in texts {
      if let instant = instant(text) { return instant }
    }
    return nil
  }

  /// An absolute address; a page's path alone names no story.
  private static func address(_ text: String?) -> String? {
    guard let text = text?.collapsingSpace else { return nil }
    let lower = text.prefix(8).lowercased()
    return lower.hasPrefix("http://") || lower.hasPrefix("https://") ? text : nil
  }

  /// `en-GB` for `en_GB`, `en-GB`; nil for what is no language tag.
  private static func language(_ text: String?) -> String? {
    guard let text = text?.collapsingSpace, (2...35).contains(text.utf8.count) else { return nil }
    let tag = String(text.map { $0 == "_" ? "-" : $0 })
    let isTag = tag.utf8.allSatisfy {
      ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    return isTag && tag.utf8.first.map({ $0 | 0x20 >= 0x61 }) == true ? tag : nil
  }

  /// `title` without a tail that is the site's name.
  private static func without(site: String?, _ title: String) -> String {
    guard let site, !site.isEmpty else { return title }
    for separator in [" | ", " - ", " – ", " — ", " :: ", " • ", " · ", " » "] {
      let tail = separator + site
      if title.lowercased().hasSuffix(tail.lowercased()), title.count > tail.count {
        return String(title.dropLast(tail.count))
      }
    }
    return title
  }

  /// Text of linked data with the HTML references that some sites leave in it undone.
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) || text.utf8.contains(UInt8(ascii: "<")) else {
      return text
    }
    // Line breaks are the paragraphs of an `articleBody`, and HTML would fold them.
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let tree = HTMLTree(parsing: "<p>\(line)</p>")
      return tree.nodes.isEmpty ? String(line) : tree.plainText(in: 0)
    }.joined(separator: "\n")
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}
