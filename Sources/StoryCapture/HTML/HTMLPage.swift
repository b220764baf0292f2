/// A page's tree, and what was found out about each of its nodes: what is dropped, and how much
/// text stands where.
struct HTMLPage {
  let tree: HTMLTree
  /// Whether the node and all in it are furniture: navigation, share bars, hidden parts.
  private(set) var isDropped: [Bool]
  /// Bytes of text that is kept, in the node's subtree, and how many of them are in links.
  private(set) var textLength: [Int]
  private(set) var linkLength: [Int]
  /// Bytes of text that stands in paragraphs: blocks that hold a line of text outside links.
  private(set) var proseLength: [Int]

  init(_ tree: HTMLTree) {
    self.tree = tree
    isDropped = [Bool](repeating: false, count: tree.nodes.count)
    textLength = []
    linkLength = []
    proseLength = []
    measure()
    dropFurniture()
    measure()
  }

  // MARK: How much text

  private mutating func measure() {
    let nodes = tree.nodes
    textLength = [Int](repeating: 0, count: nodes.count)
    linkLength = textLength
    proseLength = textLength
    var own = [Int](repeating: 0, count: nodes.count)
    // The nearest block, and whether a link is around, of each node: parents stand before children.
    var block = [Int](repeating: -1, count: nodes.count)
    var inLink = [Bool](repeating: false, count: nodes.count)
    for index in nodes.indices {
      let node = nodes[index]
      let parent = node.parent
      if parent >= 0 {
        if isDropped[parent] { isDropped[index] = true }
        block[index] = block[parent]
        inLink[index] = inLink[parent]
      }
      if let range = node.text {
        guard !isDropped[index] else { continue }
        let length = visibleLength(range)
        textLength[index] = length
        if inLink[index] {
          linkLength[index] = length
        } else if block[index] >= 0 {
          own[block[index]] += length
        }
        continue
      }
      if node.tag.isBlock { block[index] = index }
      if node.tag == .a, node["href"]?.hasPrefix("#") == false { inLink[index] = true }
      if node.tag.isNeverText { isDropped[index] = true }
    }
    for index in nodes.indices.reversed() {
      if own[index] >= 25 { proseLength[index] += own[index] }
      let parent = nodes[index].parent
      guard parent >= 0 else { continue }
      textLength[parent] += textLength[index]
      linkLength[parent] += linkLength[index]
      proseLength[parent] += proseLength[index]
    }
  }

  private func visibleLength(_ range: Range<Int>) -> Int {
    var length = 0
    for byte in tree.text[range] where byte > 0x20 { length += 1 }
    return length
  }

  private func isHidden(_ node: HTMLTree.Node) -> Bool {
    if node.attributes.isEmpty { return false }
    for (name, value) in node.attributes {
      switch name {
      case "hidden": return value.lowercased() != "until-found"
      case "aria-hidden" where value == "true" && node.tag != .body && node.tag != .html:
        return true
      case "style":
        let style = value.lowercased().filter { $0 != " " }
        if style.contains("display:none") || style.contains("visibility:hidden") { return true }
      case "role":
        switch value.lowercased() {
        case "navigation", "complementary", "search", "contentinfo", "dialog", "menu", "menubar",
          "toolbar", "alertdialog", "tablist":
          return true
        default: break
        }
      default: break
      }
    }
    return false
  }

  // MARK: Furniture by name

  /// Words in a class or id that name what is not the story. They only count where the part is
  /// small, since a page's frame may carry them too (`has-sidebar`).
  private static let furniture: Set<String> = [
    "share", "sharing", "sharebar", "sharethis", "addthis", "addtoany", "sharedaddy", "social",
    "socials", "related", "relatedposts", "newsletter", "newsletters", "subscribe", "subscription",
    "signup", "promo", "promos", "advert", "adverts", "advertisement", "advertising", "ad", "ads",
    "adsbygoogle", "sponsored", "sponsor", "comments", "comment", "commentlist", "respond",
    "disqus",
    "breadcrumb", "breadcrumbs", "pagination", "pager", "sidebar", "widget", "recommended",
    "recommendations", "recommendation", "readmore", "trending", "popular", "mostread", "tags",
    "taglist", "cookie", "cookies", "consent", "gdpr", "modal", "popup", "outbrain", "taboola",
    "nav", "navigation", "navbar", "menu", "footer", "skip", "donate", "donation",
    "copyright", "toolbar", "toolbox", "hidden", "teaser", "teasers", "morefrom", "seealso",
    "authorbox", "biography", "reactions", "rating", "ratings", "login", "banner", "masthead",
    "follow", "bookmark", "playlist",
    "carousel", "slider", "ticker", "crp", "yarpp", "jetpack", "sr", "visuallyhidden",
  ]

  private mutating func dropFurniture() {
    let nodes = tree.nodes
    let whole = proseLength.first ?? 0
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      if isDropped[index] {
        index = max(node.end, index + 1)
        continue
      }
      let isByTag =
        (node.tag.isFurniture && !isNotice(index) || isHidden(node))
        && proseLength[index] * 5 <= whole * 3
      // Some pages stand in one form as a whole.
      let isByName =
        (node.tag == .form || isFurniture(node)) && proseLength[index] * 4 <= whole
      if isByTag || isByName {
        isDropped[index] = true
        index = max(node.end, index + 1)
        continue
      }
      index += 1
    }
  }

  /// `<aside>Correction: …</aside>`: furniture by its tag that begins as a notice of the newsroom does.
  private func isNotice(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    guard node.tag == .aside || node.tag == .footer else { return false }
    for place in index..<node.end {
      guard let range = tree.nodes[place].text else { continue }
      let text = tree.text[range].drop { $0 <= 0x20 }
      if text.isEmpty { continue }
      return Array(text).withUnsafeBufferPointer { NoticeLook.find(in: $0) } != nil
    }
    return false
  }

  private func isFurniture(_ node: HTMLTree.Node) -> Bool {
    switch node.tag {
    case .html, .body, .article, .main, .p, .h1, .h2, .h3, .a, .blockquote, .td, .tr, .tbody:
      return false
    default: break
    }
    for (name, value) in node.attributes where name == "class" || name == "id" {
      for word in value.utf8.split(whereSeparator: { !isLetter($0) }) {
        if HTMLPage.furniture.contains(String(Substring(word)).lowercased()) { return true }
      }
    }
    return false
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }
}
