import Foundation
import StoryModel
import Testing

@testable import StoryDiff

/// An invented story written as lines, one block a line.
///
/// A line begins with what its block is: `#` headline, `##` subheading, `^` standfirst, `@` byline,
/// `>` quote, `-` list item, `|` table row, `~` caption, `!` notice; anything else is a paragraph.
func story(_ lines: String..., language: String? = "en") -> Document {
  story(lines: lines, language: language)
}

func story(lines: [String], language: String? = "en") -> Document {
  let marks: [(String, Block.Kind)] = [
    ("## ", .heading), ("# ", .headline), ("^ ", .standfirst), ("@ ", .byline), ("> ", .quote),
    ("- ", .listItem), ("| ", .tableRow), ("~ ", .caption), ("! ", .notice),
  ]
  return Document(
    metadata: Metadata(language: language),
    blocks: lines.map { line in
      for (mark, kind) in marks where line.hasPrefix(mark) {
        return Block(kind, String(line.dropFirst(mark.count)))
      }
      return Block(.paragraph, line)
    })
}

extension StoryDiff {
  /// The report in a few short lines: what every block that changed became, then claims,
  /// corrections, notices and what looks cut off.
  var compact: [String] { compactBlocks + compactFacts }

  /// `edited 2→2`, `split 1→1,2`, `added →4`, `unchanged 5→2 moved`; blocks that stay as and where
  /// they were are left out.
  var compactBlocks: [String] {
    blocks.filter { $0.change != .unchanged || $0.moved }.map { block in
      func list(_ positions: [Int]) -> String { positions.map(String.init).joined(separator: ",") }
      let move = block.moved ? " moved" : ""
      return "\(block.change.rawValue) \(list(block.old))→\(list(block.new))\(move)"
    }
  }

  /// `quantity 12 → 15 revised`, `factual 12 → 15 by n1`, `notice n1 correction added`; `∅` stands
  /// where a side has nothing.
  var compactFacts: [String] {
    func change(_ old: Span?, _ new: Span?) -> String {
      "\(old?.text ?? "∅") → \(new?.text ?? "∅")"
    }
    func by(_ id: String?) -> String { id.map { " by \($0)" } ?? "" }
    return claims.map {
      "\($0.type.rawValue) \(change($0.old, $0.new)) \($0.nature.rawValue)\(by($0.acknowledgedBy))"
    }
      + corrections.map {
        "\($0.kind.rawValue) \(change($0.old, $0.new))\(by($0.acknowledgedBy))"
      }
      + notices.map { "notice \($0.id) \($0.kind.rawValue) \($0.change.rawValue)" }
      + [("old", old), ("new", new)].compactMap { name, side in
        side.incomplete.map { "\(name) \($0.rawValue)" }
      }
  }
}

/// One sentence in two versions, and what a report has to say of it.
struct SentencePair: Sendable, CustomTestStringConvertible {
  let old: String, new: String
  /// Facts as `compactFacts` writes them, in order; `a || b` where either will do.
  let says: [String]
  var oldAt: Instant?, newAt: Instant?
  var language = "en"
  /// What is wrong, where the engine is known not to say it.
  var knownIssue: String?

  init(
    _ old: String, _ new: String, _ says: String..., oldAt: String? = nil, newAt: String? = nil,
    language: String = "en", knownIssue: String? = nil
  ) {
    self.old = old
    self.new = new
    self.says = says
    self.oldAt = oldAt.flatMap { Instant($0) }
    self.newAt = (newAt ?? oldAt).flatMap { Instant($0) }
    self.language = language
    self.knownIssue = knownIssue
  }

  var testDescription: String { "\(old) ⇒ \(new)" }

  /// The sentence inside a story that is the same in both versions.
  private func document(_ sentence: String) -> Document {
    let frame = SentencePair.frames[language] ?? ("", "")
    return story(lines: [frame.0, sentence, frame.1], language: language)
  }

  private static let frames = [
    "en": ("The harbour board met in the old town hall.", "Work along the quay goes on as before."),
    "fr": ("Le conseil du port a siégé dans la vieille mairie.", "Les travaux du quai continuent."),
    "de": ("Der Hafenrat tagte im alten Rathaus.", "Die Arbeiten am Kai gehen weiter."),
    "es": (
      "La junta del puerto se reunió en el viejo ayuntamiento.", "Las obras del muelle siguen."
    ),
  ]

  var diff: StoryDiff {
    StoryDiff(
      from: document(old), to: document(new), oldCapturedAt: oldAt, newCapturedAt: newAt)
  }

  /// Checks that the report says this of the pair, and nothing else.
  func check(_ location: SourceLocation = #_sourceLocation) {
    let said = diff.compactFacts
    let isRight =
      said.count == says.count
      && zip(said, says).allSatisfy { $1.components(separatedBy: " || ").contains($0) }
    if let knownIssue {
      withKnownIssue("\(knownIssue)") {
        #expect(isRight, "said \(said), not \(says)", sourceLocation: location)
      }
    } else {
      #expect(isRight, "said \(said), not \(says)", sourceLocation: location)
    }
  }
}
