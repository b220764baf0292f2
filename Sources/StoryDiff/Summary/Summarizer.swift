import StoryModel

/// The report in numbers, a measure of how much it matters, and one sentence.
///
/// Significance is 100 × (1 − Π(1 − w)) over everything that changed, where w is the weight of one
/// change: each takes its share of what the graver ones left, so that many small changes add up
/// slowly and never reach one grave one. The weights are a judgement, not a measurement: a denial or
/// an altered quotation 0.5, a name 0.35, a figure, a source or a degree of certainty 0.3, a date or
/// time 0.2, a title 0.15 (half of it where the new value only refines the old); a retraction 0.9, a
/// correction 0.3, printed or taken away; a paragraph removed 0.1 or added 0.06; a new headline 0.08; a slip mended 0.003.
enum Summarizer {
  static func summarize(
    _ blocks: [BlockChange], _ facts: FactAssembler.Facts,
    furniture: (old: Set<Int>, new: Set<Int>), oldIncomplete: VersionSide.Incomplete?,
    newIncomplete: VersionSide.Incomplete?
  ) -> Summary {
    var summary = Summary()
    // Most blocks are as they were, and need not be taken out to tell that.
    for place in blocks.indices where blocks[place].change != .unchanged || blocks[place].moved {
      let block = blocks[place]
      switch block.change {
      case .added: summary.added += 1
      case .removed: summary.removed += 1
      case .edited: summary.edited += 1
      case .split: summary.split += 1
      case .merged: summary.merged += 1
      case .unchanged: break
      }
      if block.moved { summary.moved += 1 }
      if block.kind == .headline, block.change != .unchanged { summary.headlineChanged = true }
    }
    summary.claims = facts.claims.count
    summary.corrections = facts.corrections.count
    summary.unacknowledged = facts.claims.count { $0.acknowledgedBy == nil }
    let told =
      furniture.old.isEmpty && furniture.new.isEmpty
      ? blocks
      : blocks.filter {
        !$0.old.contains(where: furniture.old.contains)
          && !$0.new.contains(where: furniture.new.contains)
      }
    weigh(&summary, told, facts, isCut: newIncomplete != nil)
    summary.text = sentence(summary, facts, blocks, oldIncomplete, newIncomplete)
    return summary
  }

  // MARK: Significance

  private static func weigh(
    _ summary: inout Summary, _ blocks: [BlockChange], _ facts: FactAssembler.Facts, isCut: Bool
  ) {
    var left = 1.0
    var reasons: [(weight: Double, text: String)] = []
    func count(_ weight: Double, _ text: String) {
      left *= 1 - weight
      reasons.append((weight, text))
    }
    // One reason for all blocks of a kind, however many there are.
    func count(
      _ weight: Double, _ kind: Block.Kind, _ told: inout [Block.Kind], _ text: (String) -> String
    ) {
      left *= 1 - weight
      if told.contains(kind) { return }
      told.append(kind)
      reasons.append((weight, text(name(kind))))
    }
    for claim in facts.claims {
      let weight = weight(of: claim.type) * (claim.nature == .refined ? 0.5 : 1)
      let place = [claim.new?.block, claim.old?.block].compactMap { $0 }.first == 0 ? 1.2 : 1
      count(min(0.9, weight * place), describe(claim))
    }
    for notice in facts.notices where notice.change != .unchanged {
      let text = "\(article(notice.kind)) was \(notice.change.rawValue)"
      switch notice.kind {
      // Taking back what was admitted is as grave as admitting it.
      case .retraction: count(notice.change == .edited ? 0.3 : 0.9, text)
      case .correction: count(0.3, text)
      case .clarification, .editorsNote: count(0.2, text)
      case .update, .developing: count(0.02, text)
      }
    }
    var removed: [Block.Kind] = [], added: [Block.Kind] = []
    // A block that looks like a notice and is none counts as any other, and one that is wholly new or gone with
    // the notice that it holds as that.
    let noticesOld = Set(facts.notices.compactMap(\.old))
    let noticesNew = Set(facts.notices.compactMap(\.new))
    func isNotice(_ block: BlockChange) -> Bool {
      (block.kind == .notice || [.added, .removed].contains(block.change))
        && (block.old.contains(where: noticesOld.contains)
          || block.new.contains(where: noticesNew.contains))
    }
    for place in blocks.indices where blocks[place].change != .unchanged {
      let block = blocks[place]
      if isNotice(block) { continue }
      let kind = block.kind == .notice ? .paragraph : block.kind
      switch block.change {
      // What a cut took away is no editor's doing.
      case .removed where isCut: break
      case .removed: count(0.1, kind, &removed) { "a \($0) was removed" }
      case .added: count(0.06, kind, &added) { "a \($0) was added" }
      case .edited, .split, .merged:
        if block.kind == .headline { count(0.08, "the headline was rewritten") }
        for group in block.changes where group.excludes {
          let (old, new) = (group.old?.text ?? "", group.new?.text ?? "")
          count(0.3, "said otherwise: \(short(old)) → \(short(new))")
        }
        // What stands in the place of other words may say something else.
        let other = block.changes.count { $0.class == .rephrased && $0.old != nil && $0.new != nil }
        if other > 0 {
          count(min(0.04, 0.01 * Double(other)), "words were put in the place of others")
        }
        let content = block.changes.count { $0.class == .content && !$0.excludes }
        if content > 0 {
          count(min(0.2, 0.04 * Double(content)), "information was added or taken away")
        }
      case .unchanged: break
      }
    }
    for correction in facts.corrections where correction.kind != .factual {
      count(correction.kind == .name ? 0.02 : 0.003, "a slip was mended")
    }
    summary.significance = Int((100 * (1 - left)).rounded())
    // The gravest first, each once.
    var seen: Set<String> = []
    let ranked = reasons.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }
    summary.reasons = Array(
      ranked.map(\.element.text).filter { seen.insert($0).inserted }.prefix(5))
  }

  private static func weight(of type: ClaimChange.Kind) -> Double {
    switch type {
    case .polarity, .quotation: 0.5
    case .entity: 0.35
    case .quantity, .money, .percentage, .attribution, .certainty: 0.3
    case .date, .time: 0.2
    case .role: 0.15
    }
  }

  private static func short(_ text: String) -> String {
    text.utf8.count > 40 && text.count > 40 ? text.prefix(38) + "…" : text
  }

  private static func describe(_ claim: ClaimChange) -> String {
    let what = claim.type == .polarity ? "denial" : claim.type.rawValue
    switch (claim.old?.text, claim.new?.text) {
    case (let old?, let new?) where claim.type == .polarity:
      return "reversed: \(short(old)) → \(short(new))"
    case (let old?, let new?): return "\(what) changed: \(short(old)) → \(short(new))"
    case (let old?, nil): return "\(what) removed: \(short(old))"
    case (nil, let new?): return "\(what) added: \(short(new))"
    case (nil, nil): return "\(what) changed"
    }
  }

  private static func noun(_ kind: NoticeChange.Kind) -> String {
    switch kind {
    case .editorsNote: "editor's note"
    case .developing: "developing-story line"
    default: kind.rawValue
    }
  }

  private static func article(_ kind: NoticeChange.Kind) -> String {
    switch kind {
    case .editorsNote: "an editor's note"
    case .developing: "a developing-story line"
    case .update: "an update note"
    case .correction, .clarification, .retraction: "a " + kind.rawValue
    }
  }

  private static func name(_ kind: Block.Kind) -> String {
    switch kind {
    case .listItem: "list item"
    case .tableRow: "table row"
    case .heading: "subheading"
    default: kind.rawValue
    }
  }

  // MARK: One sentence

  private static func sentence(
    _ summary: Summary, _ facts: FactAssembler.Facts, _ blocks: [BlockChange],
    _ oldIncomplete: VersionSide.Incomplete?, _ newIncomplete: VersionSide.Incomplete?
  ) -> String {
    var parts: [String] = []
    if summary.headlineChanged { parts.append("headline changed") }
    if summary.claims > 0 {
      var text = plural(summary.claims, "claim") + " changed"
      if summary.unacknowledged == 0 {
        text += ", acknowledged"
      } else if summary.unacknowledged < summary.claims {
        text += ", \(summary.unacknowledged) without notice"
      } else {
        text += " without notice"
      }
      parts.append(text)
    }
    for change in [NoticeChange.Change.added, .edited, .removed] {
      var seen: Set<String> = []
      let names = facts.notices.filter { $0.change == change }.map { noun($0.kind) }
        .filter { seen.insert($0).inserted }
      if !names.isEmpty { parts.append(names.joined(separator: ", ") + " " + change.rawValue) }
    }
    let slips = facts.corrections.count { $0.kind != .factual }
    if slips > 0 { parts.append(plural(slips, "slip") + " mended") }
    let counts = [
      (summary.added, "added"), (summary.removed, "removed"), (summary.edited, "edited"),
      (summary.split, "split"), (summary.merged, "merged"), (summary.moved, "moved"),
    ].filter { $0.0 > 0 }
    if !counts.isEmpty {
      let list = counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
      parts.append("blocks: " + list)
    }
    if let newIncomplete {
      parts.append("the newer version looks cut off (\(newIncomplete.rawValue))")
    }
    if let oldIncomplete {
      parts.append("the older version looks cut off (\(oldIncomplete.rawValue))")
    }
    guard !parts.isEmpty else { return "No change." }
    let text = parts.joined(separator: "; ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private static func plural(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
