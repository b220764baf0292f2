import StoryModel

/// The kinds of the blocks of a text that has no mark-up, by how they look and where they stand.
enum BlockKinds {
  /// Longest headline, heading, standfirst and byline, in code points.
  static let headlineLimit = 150, headingLimit = 80, standfirstLimit = 150, bylineLimit = 120

  /// The kind of each text. `hasHeadline` says that the first is known to be the headline.
  static func recognise(_ texts: [String], hasHeadline: Bool = false) -> [Block.Kind] {
    let looks = texts.map { BlockLook($0) }
    var kinds = looks.map { look -> Block.Kind in look.kind ?? .paragraph }
    unmarkLoneItems(looks, &kinds)
    var body = 0
    if let headline = headline(in: looks, isKnown: hasHeadline) {
      kinds[headline] = .headline
      body = headline + 1
      if let standfirst = standfirst(in: looks, of: texts, at: body) {
        kinds[standfirst] = .standfirst
      }
    }
    markBylines(looks, &kinds)
    markHeadings(looks, &kinds, from: body)
    return kinds
  }

  /// The first block, or the first after a notice that stands above everything, where it is a
  /// short line without a full stop and more text follows.
  private static func headline(in looks: [BlockLook], isKnown: Bool) -> Int? {
    if isKnown { return looks.isEmpty ? nil : 0 }
    var index = 0
    while index < looks.count, looks[index].kind == .notice, !looks[index].hasNoticeLabel {
      index += 1
    }
    guard index + 1 < looks.count else { return nil }
    let look = looks[index]
    guard look.width <= headlineLimit, look.end != UInt8(ascii: "."), look.end != 0x82,
      look.end != UInt8(ascii: ","), look.end != UInt8(ascii: ";"), look.end != UInt8(ascii: ":")
    else { return nil }
    switch look.kind {
    case nil: return look.looksLikeByline ? nil : index
    case .notice where look.hasNoticeLabel: return index
    default: return nil
    }
  }

  /// The block after the headline, where it is one short sentence and a story follows it.
  private static func standfirst(
    in looks: [BlockLook], of texts: [String], at index: Int
  ) -> Int? {
    guard index + 1 < looks.count else { return nil }
    let look = looks[index]
    guard look.kind == nil, !look.looksLikeByline, !look.hasDateline, !look.startsWithQuote
    else { return nil }
    if looks[index + 1].looksLikeByline || looks[index + 1].hasDateline {
      return look.width <= 2 * standfirstLimit ? index : nil
    }
    guard look.width <= standfirstLimit, index + 4 < looks.count,
      looks[index + 1].kind == nil, !looks[index + 1].looksLikeHeading,
      BlockLook.isOneSentence(texts[index])
    else { return nil }
    return index
  }

  /// A dash or a number may begin a sentence too: alone among paragraphs, it does.
  private static func unmarkLoneItems(_ looks: [BlockLook], _ kinds: inout [Block.Kind]) {
    for index in looks.indices where looks[index].kind == .listItem && !looks[index].hasBullet {
      let isAfterItem = index > 0 && looks[index - 1].kind == .listItem
      let isBeforeItem = index + 1 < looks.count && looks[index + 1].kind == .listItem
      if !isAfterItem && !isBeforeItem { kinds[index] = .paragraph }
    }
  }

  private static func markBylines(_ looks: [BlockLook], _ kinds: inout [Block.Kind]) {
    for index in looks.indices.prefix(5)
    where kinds[index] == .paragraph && looks[index].looksLikeByline {
      kinds[index] = .byline
      return
    }
  }

  /// A short line without an end stands over what follows it. Of more than two in a row none is a
  /// heading: that is a list without bullets, or verse.
  private static func markHeadings(
    _ looks: [BlockLook], _ kinds: inout [Block.Kind], from start: Int
  ) {
    var run = 0
    for index in looks.indices.reversed() where index >= start {
      guard kinds[index] == .paragraph, looks[index].looksLikeHeading else {
        let isText = kinds[index] == .paragraph || kinds[index] == .listItem
        run = isText ? 1 : 0
        continue
      }
      if run == 1 || run == 2 {
        kinds[index] = .heading
        run += 1
        if run == 3, index > start, kinds[index - 1] == .paragraph,
          looks[index - 1].looksLikeHeading
        {
          kinds[index] = .paragraph
          kinds[index + 1] = .paragraph
          run = 4
        }
      }
    }
  }
}
