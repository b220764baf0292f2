import StoryModel

/// The blocks of text in an element of a page, by HTML's rules of white space.
struct HTMLBlocks {
  /// A block, and what is known of where it stood.
  struct Found {
    var kind: Block.Kind
    var text: String
    var tag: HTMLTag
    /// The share of its text that stands in links, 0 to 1.
    var linkShare: Double
    /// Whether all of it stands in `time` elements.
    var isTime: Bool
    var isListItem: Bool
  }

  private let page: HTMLPage
  private var found: [Found] = []

  // The block being gathered.
  private var bytes: [UInt8] = []
  private var hasGap = false
  private var breaks = 0
  private var linkBytes = 0
  private var timeBytes = 0
  private var visibleBytes = 0

  /// An element that is open, and what the text in it is.
  private struct Open {
    var end: Int
    var tag: HTMLTag
    var kind: Block.Kind?
    var isLink = false
    var isTime = false
    var isPre = false
  }
  private var open: [Open] = []
  private var links = 0
  private var times = 0
  private var rows = 0

  static func read(_ page: HTMLPage, in container: Int) -> [Found] {
    var reader = HTMLBlocks(page)
    reader.walk(container)
    return reader.found
  }

  private init(_ page: HTMLPage) { self.page = page }

  private mutating func walk(_ container: Int) {
    let nodes = page.tree.nodes
    var index = container
    let end = nodes[container].end
    while index < end {
      while let last = open.last, last.end <= index { leave() }
      let node = nodes[index]
      if page.isDropped[index] {
        // What is left out still stands between the words around it.
        if node.tag.isBlock, rows == 0 { flush() }
        index = max(node.end, index + 1)
        continue
      }
      if let range = node.text {
        add(page.tree.text[range])
      } else {
        enter(node, index)
      }
      index += 1
    }
    while !open.isEmpty { leave() }
    flush()
  }

  private mutating func enter(_ node: HTMLTree.Node, _ index: Int) {
    if node.tag == .br || node.tag == .hr {
      breaks += 1
      // Two line breaks are a new paragraph.
      if rows == 0, breaks > 1 || node.tag == .hr { flush() }
      hasGap = true
      return
    }
    var item = Open(end: node.end, tag: node.tag)
    switch node.tag {
    // An anchor, or a link into the same page, points to no other story.
    case .a where node["href"]?.hasPrefix("#") == false:
      item.isLink = true
      links += 1
    case .time:
      item.isTime = true
      times += 1
    case .tr where rows == 0 && isDataRow(index):
      flush()
      item.kind = .tableRow
      rows += 1
    case .td, .th:
      if rows > 0, !bytes.isEmpty {
        bytes.append(0x09)
        hasGap = false
      } else if rows == 0 {
        flush()
      }
    default:
      if node.tag.isBlock, rows == 0 {
        flush()
        item.kind = kind(of: node, at: index)
      } else if node.tag.isBlock {
        hasGap = true
      }
    }
    open.append(item)
  }

  private mutating func leave() {
    guard let item = open.last else { return }
    if item.isLink { links -= 1 }
    if item.isTime { times -= 1 }
    if item.kind == .tableRow {
      flush()
      rows -= 1
    } else if item.tag.isBlock, rows == 0 {
      flush()
    } else if item.tag.isBlock {
      hasGap = true
    }
    open.removeLast()
  }

  /// The kind that an element gives to the text in it; nil where that is the outer one's.
  private func kind(of node: HTMLTree.Node, at index: Int) -> Block.Kind? {
    switch node.tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: .heading
    case .li, .dt, .dd: .listItem
    case .blockquote: .quote
    case .figcaption, .caption: .caption
    // A heading that was not closed holds the story's paragraphs.
    case .p where open.contains { $0.tag.isHeading }: .paragraph
    // A frame around the whole story may be named after its parts (`with-caption`).
    default: page.textLength[index] < 500 ? Self.kind(ofClass: node) : nil
    }
  }

  private static func kind(ofClass node: HTMLTree.Node) -> Block.Kind? {
    if node["itemprop"] == "description" { return .standfirst }
    let names = [
      node["class"], node["itemprop"], node["rel"], node["data-testid"], node["data-component"],
    ]
    for name in names {
      guard let name, name.utf8.count < 200 else { continue }
      for word in name.lowercased().utf8.split(whereSeparator: { $0 < 0x61 || $0 > 0x7A }) {
        switch String(Substring(word)) {
        case "standfirst", "dek", "subtitle", "subheadline", "subhead", "deck": return .standfirst
        case "byline": return .byline
        case "caption", "figcaption": return .caption
        default: continue
        }
      }
    }
    return nil
  }

  /// Whether a row holds data, and not the page's layout: two short cells or more.
  private func isDataRow(_ index: Int) -> Bool {
    let nodes = page.tree.nodes
    var cells = 0
    var child = index + 1
    while child < nodes[index].end {
      if nodes[child].tag == .td || nodes[child].tag == .th {
        cells += 1
        if page.textLength[child] > 300 { return false }
      }
      child = max(nodes[child].end, child + 1)
    }
    return cells > 1 && !nodes[index..<nodes[index].end].contains { $0.tag == .table }
  }

  private mutating func add(_ text: ArraySlice<UInt8>) {
    for byte in text {
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        hasGap = true
        continue
      }
      if hasGap, let last = bytes.last, last != 0x09 { bytes.append(0x20) }
      hasGap = false
      breaks = 0
      bytes.append(byte)
      visibleBytes += 1
      if links > 0 { linkBytes += 1 }
      if times > 0 { timeBytes += 1 }
    }
  }

  private mutating func flush() {
    defer {
      bytes.removeAll(keepingCapacity: true)
      hasGap = false
      breaks = 0
      linkBytes = 0
      timeBytes = 0
      visibleBytes = 0
    }
    guard visibleBytes > 0 else { return }
    let holder = open.last { $0.kind != nil }
    let text = Block(.paragraph, String(decoding: bytes, as: UTF8.self)).text
    guard !text.isEmpty else { return }
    found.append(
      Found(
        kind: holder?.kind ?? .paragraph, text: text, tag: holder?.tag ?? .p,
        linkShare: Double(linkBytes) / Double(visibleBytes), isTime: timeBytes == visibleBytes,
        isListItem: open.contains { $0.tag == .li }))
  }
}
