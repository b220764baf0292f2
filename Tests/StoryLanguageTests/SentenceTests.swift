import Testing

@testable import StoryLanguage

@Suite struct Sentences {
  static func sentences(_ text: String, _ code: String = "en") -> [String] {
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize(text)
    let bytes = Array(text.utf8)
    let language = Language.known[code] ?? Language.none
    return tokenizer.sentences(of: tokens, in: language).map { range in
      String(
        decoding: bytes[
          Int(tokens[range.lowerBound].byteStart)..<Int(tokens[range.upperBound - 1].byteEnd)],
        as: UTF8.self)
    }
  }

  static let whole = [
    "The U.S. Senate met late.",
    "Gov. Marta Oake opened the lock.",
    "The board met at 3 p.m. Wednesday.",
    "No. 4 pump failed again.",
    "Pump No. 4 failed again.",
    "J. R. Lorn steered the barge.",
    "Ada B. Lorn steered the barge.",
    "Oake & Co. Ltd. bought the pier.",
    "Dr. Lorn and Mrs. Oake met St. Clair on Jan. 3 at the quay.",
    "It cost $1.5 million in all.",
    "“Is it safe?” asked the mayor.",
    "He said, “Go on!” and left.",
    "The ship … was gone.",
    "Visit example.org. for more",
  ]

  @Test(arguments: whole) func `a stop inside a sentence does not end it`(text: String) {
    #expect(Self.sentences(text) == [text])
  }

  static let parted: [(String, [String])] = [
    ("The pier fell. Nobody saw it.", ["The pier fell.", "Nobody saw it."]),
    (
      "The board met at 3 p.m. The vote came later.",
      ["The board met at 3 p.m.", "The vote came later."]
    ),
    ("He moved to the U.S. He likes it.", ["He moved to the U.S.", "He likes it."]),
    ("Is it safe? Nobody knows!", ["Is it safe?", "Nobody knows!"]),
    ("“It fell.” Nobody saw it.", ["“It fell.”", "Nobody saw it."]),
    ("“It fell. Nobody saw it,” she said.", ["“It fell.", "Nobody saw it,” she said."]),
    ("It fell (nobody saw it). The quay shook.", ["It fell (nobody saw it).", "The quay shook."]),
    ("It opened in 1934. It closed in 1971.", ["It opened in 1934.", "It closed in 1971."]),
    ("Stop! Go.", ["Stop!", "Go."]),
    ("雨が降った。船が沈んだ。", ["雨が降った。", "船が沈んだ。"]),
  ]

  @Test(arguments: parted) func `a stop before what opens a sentence ends one`(
    text: String, sentences: [String]
  ) {
    #expect(Self.sentences(text) == sentences)
  }

  @Test func `a German ordinal does not end a sentence`() {
    #expect(
      Self.sentences("Der Rat tagt am 14. Mai im Saal. Er beginnt um 9 Uhr.", "de")
        == ["Der Rat tagt am 14. Mai im Saal.", "Er beginnt um 9 Uhr."])
    #expect(Self.sentences("Das kostet z. B. Zeit.", "de").count == 1)
  }

  @Test func `a French abbreviation does not end a sentence`() {
    #expect(Self.sentences("Le port a reçu M. Lorn hier.", "fr").count == 1)
  }

  @Test func `a Spanish abbreviation does not end a sentence`() {
    #expect(Self.sentences("El puerto recibió a la Sra. Lorn ayer.", "es").count == 1)
  }

  @Test(arguments: [
    "Stop. ", "...", "? ! .", "A. B. C. D.", "", "“”", ". Start", "one\u{85}two. Three",
  ])
  func `every token is in exactly one sentence`(text: String) {
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize(text)
    let ranges = tokenizer.sentences(of: tokens, in: Language.known["en"] ?? Language.none)
    #expect(ranges.flatMap { Array($0) } == Array(tokens.indices))
    #expect(ranges.allSatisfy { !$0.isEmpty })
  }
}
