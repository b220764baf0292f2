import CLibxml2

/// A page as a flat list of nodes in document order.
///
/// libxml2's HTML parser calls back for each tag and text, and no tree of its own is built: that
/// one is freed recursively, and a page may be nested 100,000 deep. A node knows where its subtree
/// ends, so a walk is a loop, and leaving a subtree out is a jump.
struct HTMLTree {
  struct Node {
    var tag: HTMLTag
    /// The index after the last node inside it.
    var end: Int
    /// -1 for the outermost.
    var parent: Int
    /// The bytes of a text node; of an element, nil.
    var text: Range<Int>?
    var attributes: [(name: String, value: String)] = []

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  fileprivate(set) var nodes: [Node] = []
  /// The bytes of all text nodes, one after the other.
  fileprivate(set) var text: [UInt8] = []

  init(parsing html: String) {
    var source = HTMLTree.withoutControls(Array(html.utf8))
    source.withUnsafeMutableBytes { bytes in
      guard
        let context = htmlCreateMemoryParserCtxt(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count))
      else { return }
      defer { htmlFreeParserCtxt(context) }
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      htmlCtxtUseOptions(context, Int32(options))
      context.pointee.charset = XML_CHAR_ENCODING_UTF8.rawValue
      let builder = Builder(context)
      builder.install()
      // The builder outlives the call, which is the only one that uses the pointer.
      context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
      withExtendedLifetime(builder) { _ = htmlParseDocument(context) }
      builder.finish()
      nodes = builder.nodes
      text = builder.text
    }
  }

  /// Zero bytes end libxml2's input, and other controls are errors to it: all become spaces.
  private static func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
    func isControl(_ byte: UInt8) -> Bool {
      byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
    }
    guard bytes.contains(where: isControl) else { return bytes }
    return bytes.map { isControl($0) ? 0x20 : $0 }
  }

  /// The bytes of every text inside the node.
  func allText(in index: Int) -> [UInt8] {
    var result: [UInt8] = []
    for node in nodes[index..<nodes[index].end] {
      if let range = node.text { result += text[range] }
    }
    return result
  }

  /// The text inside the node, with white space collapsed and the ends trimmed.
  func plainText(in index: Int) -> String {
    String(decoding: allText(in: index), as: UTF8.self).collapsingSpace
  }
}

extension String {
  /// With each run of HTML white space made one space, and none at the ends.
  var collapsingSpace: String {
    var result: [UInt8] = []
    var isGap = false
    for byte in utf8 {
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        isGap = true
      } else {
        if isGap, !result.isEmpty { result.append(0x20) }
        isGap = false
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Takes the parser's calls.
private final class Builder {
  var nodes: [HTMLTree.Node] = []
  var text: [UInt8] = []
  private var open: [Int] = []
  private let context: htmlParserCtxtPtr

  /// Elements nested deeper are not opened, and their text stands in the deepest that is, as in
  /// browsers: the parser looks through all that is open at each end tag.
  private static let deepest = 512
  /// libxml2 keeps one string for each name, so its address tells the tag.
  private var tags: [UnsafePointer<xmlChar>: HTMLTag] = [:]

  private static let kept: Set<String> = [
    "class", "id", "itemprop", "itemtype", "rel", "name", "property", "content", "href", "datetime",
    "type", "hidden", "style", "aria-hidden", "role", "lang", "xml:lang", "data-testid",
    "data-component", "title", "alt",
  ]

  init(_ context: htmlParserCtxtPtr) { self.context = context }

  func install() {
    guard let handler = context.pointee.sax else { return }
    handler.pointee = xmlSAXHandler()
    handler.pointee.initialized = 1
    handler.pointee.startElement = { context, name, attributes in
      guard let context, let name else { return }
      Unmanaged<Builder>.fromOpaque(context).takeUnretainedValue().start(name, attributes)
    }
    handler.pointee.endElement = { context, name in
      guard let context, let name else { return }
      Unmanaged<Builder>.fromOpaque(context).takeUnretainedValue().end(name)
    }
    let characters: charactersSAXFunc = { context, bytes, count in
      guard let context, let bytes, count > 0 else { return }
      Unmanaged<Builder>.fromOpaque(context).takeUnretainedValue()
        .characters(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.pointee.characters = characters
    handler.pointee.ignorableWhitespace = characters
    handler.pointee.cdataBlock = characters
  }

  private func tag(_ name: UnsafePointer<xmlChar>) -> HTMLTag {
    if let tag = tags[name] { return tag }
    let tag = HTMLTag(rawValue: String(cString: name).lowercased()) ?? .other
    tags[name] = tag
    return tag
  }

  private func start(
    _ name: UnsafePointer<xmlChar>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let tag = tag(name)
    if open.count >= Builder.deepest {
      passOver(tag)
      return
    }
    var node = HTMLTree.Node(tag: tag, end: 0, parent: open.last ?? -1, text: nil)
    if var next = attributes {
      while let key = next.pointee {
        let name = String(cString: key).lowercased()
        if Builder.kept.contains(name) {
          node.attributes.append((name, next[1].map { String(cString: $0) } ?? ""))
        }
        next += 2
      }
    }
    open.append(nodes.count)
    nodes.append(node)
  }

  /// Takes the element that has just begun from the parser's stack, as its `htmlnamePop` does.
  private func passOver(_ tag: HTMLTag) {
    let count = context.pointee.nameNr - 1
    guard count > 0, let names = context.pointee.nameTab else { return }
    names[Int(count)] = nil
    context.pointee.nameNr = count
    context.pointee.name = names[Int(count) - 1]
    if tag.isBlock || tag == .br {
      let space: [xmlChar] = [0x20]
      space.withUnsafeBufferPointer { characters($0) }
    }
  }

  private func end(_ name: UnsafePointer<xmlChar>) {
    guard let index = open.popLast() else { return }
    nodes[index].end = nodes.count
  }

  private func characters(_ bytes: UnsafeBufferPointer<xmlChar>) {
    let start = text.count
    text.append(contentsOf: bytes)
    // The parser hands long text over in pieces.
    if let last = nodes.last, let range = last.text, range.upperBound == start,
      last.parent == (open.last ?? -1)
    {
      nodes[nodes.count - 1].text = range.lowerBound..<text.count
      return
    }
    nodes.append(
      HTMLTree.Node(
        tag: .other, end: nodes.count + 1, parent: open.last ?? -1, text: start..<text.count))
  }

  func finish() {
    while let index = open.popLast() { nodes[index].end = nodes.count }
  }
}
