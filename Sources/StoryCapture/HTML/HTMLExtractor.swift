import StoryModel

/// Reads a page as a story: its text from the element that holds it, the rest from what the page
/// says of itself.
enum HTMLExtractor {
  static func read(_ html: String) throws(CaptureError) -> (document: Document, warnings: [String])
  {
    let page = HTMLPage(HTMLTree(parsing: html))
    let about = PageMetadata(page)
    var blocks: [Block] = []
    var h1: String?
    var warnings = about.warnings
    if let container = page.storyContainer() {
      let found = HTMLBlocks.read(page, in: container)
      h1 = found.prefix(8).first { $0.tag == .h1 }?.text
      blocks = story(found)
      if let warning = page.warningOfOtherArticles(than: container) { warnings.append(warning) }
    }
    let length = blocks.reduce(0) { $0 + $1.text.utf8.count }
    if let body = about.articleBody, body.utf8.count > 2 * length {
      blocks = PlainText.document(from: body).blocks.map { block in
        block.kind == .headline ? Block(.paragraph, block.text) : block
      }
    }
    if blocks.isEmpty { warnings.append("the page holds no readable text but its title") }
    blocks = withHeadline(blocks, h1, page, about)
    blocks = withStandfirst(blocks)
    if let correction = about.correction, !contains(correction, in: blocks) {
      blocks.append(Block(.notice, correction))
    }
    let document = Document(metadata: about.metadata, blocks: blocks)
    if document.blocks.isEmpty {
      throw .noText("it holds no text outside of scripts, menus and hidden parts")
    }
    return (document, warnings)
  }

  // MARK: What of the container is the story

  private static func story(_ found: [HTMLBlocks.Found]) -> [Block] {
    let isRelated = relatedLists(in: found)
    var isKept = found.indices.map { index in
      !found[index].isTime && !isRelated[index] && !isPointer(found[index])
    }
    // A heading over nothing but pointers, or over nothing at all, is not of the story.
    var hasText = false
    for index in found.indices.reversed() where isKept[index] {
      if found[index].kind != .heading {
        hasText = true
      } else if found[index].tag != .h1, kind(of: found[index]) != .notice {
        let next = index + 1
        if !hasText || (next < found.count && !isKept[next] && isOverPointers(index, found, isKept))
        {
          isKept[index] = false
        }
      }
    }
    let blocks = found.indices.filter { isKept[$0] }.map { index in
      Block(kind(of: found[index]), found[index].text)
    }
    // A page of nothing but links is read as it is.
    return blocks.isEmpty ? found.map { Block(kind(of: $0), $0.text) } : blocks
  }

  private static func kind(of item: HTMLBlocks.Found) -> Block.Kind {
    guard item.kind == .paragraph || item.kind == .quote || item.kind == .heading else {
      return item.kind
    }
    let look = BlockLook(item.text)
    switch look.kind {
    case .notice: return .notice
    case .caption where item.kind == .paragraph: return .caption
    default:
      let isByline = item.kind == .paragraph && look.looksLikeByline
      return isByline ? .byline : item.kind
    }
  }

  /// Whether all between the heading at `index` and the next one, or the end, is left out.
  private static func isOverPointers(
    _ index: Int, _ found: [HTMLBlocks.Found], _ isKept: [Bool]
  ) -> Bool {
    for next in found.indices[(index + 1)...] {
      if found[next].kind == .heading { return true }
      if isKept[next] { return false }
    }
    return true
  }

  /// List items that are nothing but links, where all of their list are.
  private static func relatedLists(in found: [HTMLBlocks.Found]) -> [Bool] {
    var result = [Bool](repeating: false, count: found.count)
    var start = 0
    while start < found.count {
      var end = start
      while end < found.count, found[end].isListItem { end += 1 }
      if end > start, found[start..<end].allSatisfy({ $0.linkShare > 0.9 }) {
        for index in start..<end { result[index] = true }
      }
      start = max(end, start + 1)
    }
    return result
  }

  /// Words that a pointer to another story begins with.
  private static let pointers: [String] = [
    "read more", "read also", "also read", "read:", "related:", "related ", "see also", "more:",
    "watch:", "listen:", "más información", "lea también", "lea:", "lea más", "lee también",
    "leer más", "te puede interesar", "lire aussi", "à lire", "lire la suite", "lire :",
    "voir aussi",
    "mehr zum thema", "lesen sie auch", "lesen sie", "auch interessant", "leia também", "leia mais",
    "leggi anche", "lees ook", "läs också", "les også", "læs også", "czytaj", "zobacz", "читайте",
    "читать", "click here", "share this", "follow us", "sign up", "subscribe", "advertisement",
    "continue reading", "recommended", "don't miss", "more from", "more on", "join us",
    "photo gallery",
    "loading", "skip to", "print", "tags:", "tagged", "filed under", "categories:", "topics:",
  ]

  /// A line that points to another story: it begins as such and is mostly a link, or is a short
  /// paragraph that is one link.
  private static func isPointer(_ item: HTMLBlocks.Found) -> Bool {
    if item.kind == .tableRow || item.kind == .caption { return false }
    let start = item.text.prefix(24).lowercased()
    if item.linkShare > 0.3, pointers.contains(where: { start.hasPrefix($0) }) { return true }
    if item.text.utf8.count < 24, pointers.contains(where: { folded($0) == folded(start) }) {
      return true
    }
    return item.linkShare > 0.95 && item.kind != .byline && item.text.utf8.count < 250
      && (item.kind != .heading || item.tag != .h1)
  }

  // MARK: Headline and standfirst

  /// The story's own `h1`, else one of the page's that its titles repeat (the site's name is one
  /// often too), else what linked data, OpenGraph and the title say.
  private static func withHeadline(
    _ blocks: [Block], _ h1: String?, _ page: HTMLPage, _ about: PageMetadata
  ) -> [Block] {
    guard let headline = h1 ?? pageHeadline(page, about) else { return blocks }
    var blocks = blocks
    let key = folded(headline)
    if let index = blocks.prefix(8).firstIndex(where: { folded($0.text) == key }) {
      blocks[index] = Block(.headline, blocks[index].text)
    } else {
      blocks.insert(Block(.headline, headline), at: 0)
    }
    return blocks
  }

  private static func pageHeadline(_ page: HTMLPage, _ about: PageMetadata) -> String? {
    let nodes = page.tree.nodes
    let h1s = nodes.indices.filter { nodes[$0].tag == .h1 }
      .map { page.tree.plainText(in: $0) }.filter { !$0.isEmpty }
    let titles = [about.headline, about.openGraphTitle, about.title].compactMap { $0 }
    let repeated = h1s.first { h1 in titles.contains { folded($0).contains(folded(h1)) } }
    return repeated ?? about.headline ?? about.openGraphTitle
      ?? (h1s.count == 1 ? h1s[0] : nil) ?? about.title ?? h1s.first
  }

  /// At most one standfirst, before the story begins: what else is marked so is a paragraph.
  private static func withStandfirst(_ blocks: [Block]) -> [Block] {
    var hasOne = false
    return blocks.enumerated().map { index, block in
      guard block.kind == .standfirst else { return block }
      if !hasOne, index < 5 {
        hasOne = true
        return block
      }
      return Block(block.text.utf8.count < 100 ? .heading : .paragraph, block.text)
    }
  }

  private static func contains(_ text: String, in blocks: [Block]) -> Bool {
    let key = folded(text)
    return blocks.contains { folded($0.text).contains(key) }
  }

  /// Letters and digits only, in lower case: two spellings of a line are the same by it.
  static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic
      || scalar.properties.numericType != nil
    {
      result.append(scalar)
    }
    return String(result)
  }
}
