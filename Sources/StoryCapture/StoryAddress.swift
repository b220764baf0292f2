import StoryModel

extension StoryReader {
  /// The id of the story at a web address: `https://www.example.org/summit/?utm_source=x` is
  /// `example.org/summit`.
  ///
  /// What does not say which story it is, is left out: scheme, user, `www.`, a default port,
  /// fragment, slashes at the end, and the parameters that follow a reader around (`utm_source`,
  /// `fbclid`, …). The host is in lower case; other parameters are kept, sorted by name, since
  /// their order means nothing. Percent escapes are undone, but for those of the signs that part an
  /// address, then `StoryID` escapes what it must.
  /// Throws where nothing is left, where it is too long, where it is an address of something else
  /// (`ftp://…`), which is another document than that of the same name on the web, and where it is none
  /// (`summit`).
  public static func storyID(forURL url: String) throws(StoryIDError) -> StoryID {
    let (host, rawPath, query) = try webAddress(url)
    let path = rawPath.utf8.split(separator: UInt8(ascii: "/"))
      .map { unescaped(String(Substring($0))) }
    var name = ([host] + path).joined(separator: "/")
    let parameters = query.utf8.split(separator: UInt8(ascii: "&")).map { String(Substring($0)) }
      .filter { !isTracking($0) }
      .map { unescaped($0) }.sorted()
    if !parameters.isEmpty { name += "?" + parameters.joined(separator: "&") }
    return try StoryID(encoding: name)
  }

  /// Whether text is an address from which something can have been saved, be it none of the web.
  public static func isAddress(_ text: String) -> Bool {
    if text.utf8.contains(where: isControl) { return false }
    if let scheme = scheme(of: text[...])?.name, !["", "http", "https"].contains(scheme) {
      return true
    }
    return (try? webAddress(text)) != nil
  }

  /// What stands before the first `://`, in lower case, and what stands after it; nil where that is part
  /// of a path or a query (`example.org/?to=https://…`).
  private static func scheme(of url: Substring) -> (name: String, rest: Substring)? {
    guard let mark = url.range(ofBytes: "://"),
      !url[..<mark.lowerBound].utf8.contains(where: { "/?# ".utf8.contains($0) })
    else { return nil }
    return (url[..<mark.lowerBound].lowercased(), url[mark.upperBound...])
  }

  /// What the address of a page on the web is made of; the host as a story's id has it.
  private static func webAddress(
    _ url: String
  ) throws(StoryIDError) -> (host: String, path: Substring, query: Substring) {
    var rest = Substring(url)
    var hasScheme = true
    while let first = rest.utf8.first, first <= 0x20 { rest.removeFirst() }
    while let last = rest.utf8.last, last <= 0x20 { rest.removeLast() }
    if rest.utf8.contains(where: isControl) {
      throw StoryIDError(text: url, problem: "the address holds a control character")
    }
    if let (scheme, afterScheme) = scheme(of: rest) {
      guard ["http", "https"].contains(scheme) else {
        throw StoryIDError(text: url, problem: "it is no web address (http or https)")
      }
      rest = afterScheme
    } else if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
    } else {
      hasScheme = false
    }
    if let fragment = rest.utf8.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<fragment] }
    var query: Substring = ""
    if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[rest.utf8.index(after: mark)...]
      rest = rest[..<mark]
    }
    let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    let host = normalisedHost(rest[..<slash])
    guard !host.isEmpty else {
      throw StoryIDError(text: url, problem: "the address names no host")
    }
    // A machine of one's own may have a name without a dot; without a scheme that is any word.
    guard isHost(host), hasScheme || host.utf8.contains(where: { $0 == 46 || $0 == 58 }) else {
      throw StoryIDError(text: url, problem: "it is no web address (http or https)")
    }
    return (host, rest[slash...], query)
  }

  private static func normalisedHost(_ authority: Substring) -> String {
    var host = authority.lowercased()
    if let at = host.lastIndex(of: "@") { host = String(host[host.index(after: at)...]) }
    for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
    while host.hasSuffix(".") { host.removeLast() }
    if host.hasPrefix("www."), host.utf8.count > 4 { host.removeFirst(4) }
    return host
  }

  /// Whether text can be a host, with its port: `not an address` and `javascript:alert(1)` are none.
  private static func isHost(_ host: String) -> Bool {
    let parts = host.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let isNumber = parts.count < 2 || parts[1].allSatisfy { $0 &- 48 < 10 }
    return !parts[0].isEmpty && host.utf8.allSatisfy { $0 > 32 && $0 != 127 }
      && (isNumber || host.utf8.first == UInt8(ascii: "["))
  }

  private static func isControl(_ byte: UInt8) -> Bool { byte < 32 || byte == 127 }

  private static func isTracking(_ parameter: String) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    if name.isEmpty || name.hasPrefix("utm_") || name.hasPrefix("at_") { return true }
    return trackingParameters.contains(name)
  }

  private static let trackingParameters: Set<String> = [
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid",
    "mc_cid",
    "mc_eid", "_ga", "_gl", "cmp", "cmpid", "ocid", "ns_campaign", "ns_mchannel", "ns_source",
    "ns_linkname", "smid", "smtyp", "ref_src", "ref_url", "ftag", "icid", "ncid", "taid", "xtor",
    "spm", "share_id", "__twitter_impression", "guccounter", "guce_referrer", "guce_referrer_sig",
  ]

  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = Unicode.Scalar(bytes[index + 1]).hexDigit,
        let low = Unicode.Scalar(bytes[index + 2]).hexDigit,
        // `a%2Fb` is one part of a path, and `a/b` two.
        !"/?#&".utf8.contains(UInt8(high << 4 | low))
      {
        result.append(UInt8(high << 4 | low))
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    // Escapes that are no UTF-8 stay as they are written.
    return String(validating: result, as: UTF8.self) ?? text
  }
}

extension Substring {
  /// Where `needle`, which is ASCII, first stands.
  fileprivate func range(ofBytes needle: StaticString) -> Range<Index>? {
    let length = needle.utf8CodeUnitCount
    var start = utf8.startIndex
    while let end = utf8.index(start, offsetBy: length, limitedBy: utf8.endIndex) {
      if utf8[start..<end].elementsEqual(
        UnsafeBufferPointer(start: needle.utf8Start, count: length))
      {
        return start..<end
      }
      start = utf8.index(after: start)
    }
    return nil
  }
}
