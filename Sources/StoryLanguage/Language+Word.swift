extension Language {
  /// What a language knows of one word.
  public struct Word: Sendable {
    public var kind: WordKind = []
    /// The value of a cardinal, scale, ordinal, fraction, collective, month (1 to 12), weekday
    /// (0 for Sunday), clock word (minutes since midnight).
    public var cardinal = 0.0, scale = 0.0, ordinal = 0.0, fraction = 0.0, collective = 0.0
    public var month = 0, weekday = 0, minutes = 0
    /// Minutes that a time zone is ahead of UTC.
    public var zone = 0
    /// The tables that have a phrase beginning with the word, as their bits.
    public var begins: UInt32 = 0
    /// Those of which it is a phrase by itself, and the second word of one.
    public var stands: UInt32 = 0, follows: UInt32 = 0
    /// Whether the word is one of those of which each notice has at least one.
    public var isNoticeWord = false
    /// What the phrases of `noticeSigns` may be that are known by the word.
    public var signs: NoticeSigns = []
    /// Whether a pattern of page furniture begins with the word.
    public var opensFurniture = false
    public static let unknown = Word()
  }

  /// A unit of measure, and how to convert it: base = (value + offset) × factor.
  public struct Unit: Sendable, Hashable {
    public let name: String, dimension: String
    public let factor: Double, offset: Double
  }

  /// What words before a figure or a time make of it; those from `after` on are of times only.
  public enum BoundWord: String, Sendable, CaseIterable {
    case atLeast, atMost, about, justOver, justUnder
    case after, before, soonAfter, soonBefore

    public var isOfTimes: Bool {
      switch self {
      case .atLeast, .atMost, .about, .justOver, .justUnder: false
      case .after, .before, .soonAfter, .soonBefore: true
      }
    }
  }

  /// The words of a language while it is read, by their numbers in its vocabulary.
  struct WordList {
    var vocabulary = Vocabulary()
    private var words: [Word] = []

    /// What is known of each word of the vocabulary.
    var all: [Word] {
      words + Array(repeating: Word.unknown, count: max(0, vocabulary.count - words.count))
    }

    subscript(text: String) -> Word? {
      get { vocabulary.find(text).flatMap { Int($0) < words.count ? words[Int($0)] : nil } }
      set {
        let number = Int(vocabulary.number(of: text))
        while words.count <= number { words.append(Word.unknown) }
        words[number] = newValue ?? Word.unknown
      }
    }

    /// Adds to what is known of a word, by its number in the vocabulary.
    mutating func update(_ number: Int32, _ body: (inout Word) -> Void) {
      while words.count <= number { words.append(Word.unknown) }
      body(&words[Int(number)])
    }

    subscript(text: String, default word: Word) -> Word {
      get { self[text] ?? word }
      set { self[text] = newValue }
    }
  }
}
