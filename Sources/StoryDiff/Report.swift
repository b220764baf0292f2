import StoryModel

/// One of the two versions that a diff compares.
public struct VersionSide: Sendable, Equatable {
  /// Why a version is not the whole story.
  public enum Incomplete: String, Sendable { case paywall, truncated }

  public let document: Document
  /// Set where the version looks cut off.
  public let incomplete: Incomplete?
}

/// What became of one block, or of the blocks that one was split into or merged from.
public struct BlockChange: Sendable, Equatable {
  /// What became of the block.
  public enum Change: String, Sendable { case unchanged, edited, added, removed, split, merged }

  public let kind: Block.Kind
  public let change: Change
  /// Whether its order relative to the other matched blocks changed.
  public let moved: Bool
  /// 0-based positions in each version; empty where the block has none there.
  public let old: [Int], new: [Int]
  /// Rebuilds both texts exactly; the blocks of a split or merge are joined by a line feed.
  /// Empty when unchanged, added or removed.
  public let edits: [Edit]
  /// The edits grouped by what they mean; empty when unchanged, added or removed.
  public let changes: [ChangeGroup]
}

/// A run of text that both versions have, or one of them.
public struct Edit: Sendable, Equatable {
  /// Whether the text is in both versions, the older, or the newer.
  public enum Operation: String, Sendable { case keep, delete, insert }

  public let operation: Operation
  public let text: String
}

/// Deleted and inserted words that belong together, and what the change of them is.
public struct ChangeGroup: Sendable, Equatable {
  /// What kind of change a group of edits is.
  public enum Class: String, Sendable { case restated, correction, claim, content, rephrased }

  public let `class`: Class
  /// Nil where the group has nothing on that side.
  public let old: Span?, new: Span?
  /// Whether a word stands in the place of one that cannot be true besides: `charged`, `convicted`.
  public internal(set) var excludes = false
}

/// A slice of one block's text, and what it states where it states a value.
public struct Span: Sendable, Equatable {
  /// What a span states, in a form that can be compared.
  public enum Value: Sendable, Equatable {
    case number(Double)
    case range(Double, Double)
    case text(String)
  }

  /// How a figure is meant.
  public enum Bound: String, Sendable { case exactly, atLeast, atMost, about }

  /// The block's position in its version.
  public let block: Int
  /// Unicode code points from the block's first.
  public let start: Int, end: Int
  /// The exact slice.
  public let text: String
  public let value: Value?
  public let unit: String?
  public let bound: Bound?
}

/// A difference in what the story asserts, inside sentences that both versions share.
public struct ClaimChange: Sendable, Equatable {
  /// What kind of thing is claimed.
  public enum Kind: String, Sendable, CaseIterable {
    case quantity, money, percentage, date, time, entity, role, quotation, attribution, certainty
    case polarity
  }

  /// Whether both versions make the claim, or one of them.
  public enum Change: String, Sendable { case changed, added, removed }
  /// Whether the new value replaces the old, agrees with it, or turns it round.
  public enum Nature: String, Sendable { case revised, refined, reversed }

  /// `c1`, `c2` … in reading order.
  public let id: String
  public let type: Kind
  public let change: Change
  public let nature: Nature
  public let old: Span?, new: Span?
  /// The id of the notice that acknowledges it.
  public let acknowledgedBy: String?
  /// The evidence, in words that a reader understands.
  public let because: String
}

/// A slip mended, or a wrong claim that a notice admits.
public struct Correction: Sendable, Equatable {
  /// What kind of slip was mended, or that an error of fact was.
  public enum Kind: String, Sendable { case spelling, grammar, punctuation, name, factual }

  public let kind: Kind
  public let old: Span?, new: Span?
  /// The id of the claim change, for a factual correction.
  public let claim: String?
  public let acknowledgedBy: String?
  public let because: String
}

/// What became of a notice that a newsroom printed about its own text.
public struct NoticeChange: Sendable, Equatable {
  /// What a notice is, by its label or its words.
  public enum Kind: String, Sendable {
    case correction, clarification, update, editorsNote, retraction, developing
  }

  /// What became of the notice.
  public enum Change: String, Sendable { case added, removed, edited, unchanged }

  /// `n1`, `n2` … in reading order.
  public let id: String
  public let kind: Kind
  public let change: Change
  /// Block positions.
  public let old: Int?, new: Int?
  /// The day that the notice states, where it states one.
  public let date: CivilDay?
  public let text: String
  /// Ids of the claim changes that its words name.
  public let acknowledges: [String]
}

/// The report in numbers and one sentence.
public struct Summary: Sendable, Equatable {
  public var added = 0, removed = 0, edited = 0, moved = 0, split = 0, merged = 0
  public var claims = 0, corrections = 0
  /// Claim changes that no notice acknowledges.
  public var unacknowledged = 0
  public var headlineChanged = false
  /// 0 to 100; `reasons` names the changes that made it so.
  public var significance = 0
  public var reasons: [String] = []
  /// One sentence for a person.
  public var text = ""
}
