/// A claim change as it is found in one pair of sentences, before it has an id and a notice.
struct RawClaim {
  var type: ClaimChange.Kind
  /// Tokens of the two passages; nil where that side does not have it.
  var old: Range<Int>?, new: Range<Int>?
  var oldMention: Mention?, newMention: Mention?
  /// What shows it, in words.
  var because: String

  var mirrored: RawClaim {
    RawClaim(
      type: type, old: new, new: old, oldMention: newMention, newMention: oldMention,
      because: because)
  }
}

/// A name that is spelt differently in the two versions.
struct RawName {
  var old: Range<Int>, new: Range<Int>

  var mirrored: RawName { RawName(old: new, new: old) }
}

/// A value that both versions state, spelt or placed differently.
struct RawRestatement {
  var old: Range<Int>, new: Range<Int>

  var mirrored: RawRestatement { RawRestatement(old: new, new: old) }
}
