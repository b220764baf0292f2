/// What is asked of all tokens of a block at once.
extension KnownWords {
  /// What the words of a block show of a notice, each by itself.
  public struct NoticeLook {
    /// What the phrases may be that are known by its words.
    public var signs: NoticeSigns = []
    /// Whether it has a word of which each notice with a known phrase has at least one.
    public var hasNoticeWord = false
    /// Whether a word for a place stands behind one that says that something was told before: `reported here`.
    public var isToldHere = false
  }

  /// Looks at each word of a block once. O(tokens).
  public func noticeLook(of tokens: [Token]) -> NoticeLook {
    var look = NoticeLook()
    var last: NoticeSigns = []
    traits.withUnsafeBufferPointer { traits in
      tokens.withUnsafeBufferPointer { tokens in
        for token in tokens {
          let word = traits[Int(token.word)]
          if word.isNoticeWord { look.hasNoticeWord = true }
          if word.signs.contains(.place), last.contains(.repeated) { look.isToldHere = true }
          last = word.signs
          look.signs.formUnion(word.signs)
        }
      }
    }
    return look
  }

  /// Whether `body` holds at a position where a phrase of one of some tables, by their bits, may begin as its first
  /// two words tell; it gets the bits of those tables. O(tokens).
  @inlinable
  public func contains(
    opening tables: UInt32, in tokens: [Token],
    where body: (_ position: Int, _ tables: UInt32) -> Bool
  ) -> Bool {
    traits.withUnsafeBufferPointer { traits in
      tokens.withUnsafeBufferPointer { tokens in
        for position in tokens.indices {
          let word = traits[Int(tokens[position].word)]
          var left = word.begins & tables
          if left == 0 { continue }
          let next = position + 1
          left &= word.stands | (next < tokens.count ? traits[Int(tokens[next].word)].follows : 0)
          if left != 0, body(position, left) { return true }
        }
        return false
      }
    }
  }
}
