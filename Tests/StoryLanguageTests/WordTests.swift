import Testing

@testable import StoryLanguage

@Suite struct Spelling {
  @Test(arguments: [
    "until", "harbour", "harbor", "colour", "color", "organise", "organize", "grey", "gray",
    "centre", "center",
  ])
  func `both Englishes are English`(word: String) {
    #expect(SpellChecker.shared.isWord(word, language: "en") == true)
  }

  @Test(arguments: ["untill", "occassion", "recieve", "suprised", "harburo"])
  func `a misspelling is no word`(word: String) {
    #expect(SpellChecker.shared.isWord(word, language: "en") == false)
  }

  @Test func `without a dictionary nothing is known`() {
    #expect(SpellChecker.shared.isWord("laiva", language: "fi") == nil)
    #expect(SpellChecker(folders: []).isWord("pier", language: "en") == nil)
    #expect(SpellChecker(folders: ["/nowhere"]).isWord("pier", language: "en") == nil)
  }

  @Test func `it can be asked from many tasks at once`() async {
    let words = ["pier", "untill", "quay", "recieve", "boat"]
    await withTaskGroup(of: [Bool?].self) { group in
      for _ in 0..<8 {
        group.addTask { words.map { SpellChecker.shared.isWord($0, language: "en") } }
      }
      for await answers in group { #expect(answers == [true, false, true, false, true]) }
    }
  }
}

@Suite struct `Edit distance` {
  static let cases: [(String, String, Int)] = [
    ("pier", "pier", 0), ("pier", "piers", 1), ("pier", "per", 1), ("pier", "peir", 1),
    ("pier", "tier", 1), ("untill", "until", 1), ("occassion", "occasion", 1),
    ("kitten", "sitting", 3), ("café", "cafe", 1), ("", "ab", 2), ("", "", 0),
  ]

  @Test(arguments: cases) func `letters put in, left out, replaced or swapped are counted`(
    a: String, b: String, distance: Int
  ) {
    #expect(editDistance(a, b, limit: 10) == distance)
    #expect(editDistance(b, a, limit: 10) == distance)
  }

  @Test func `more than the limit is the limit and one`() {
    #expect(editDistance("harbour", "quay", limit: 2) == 3)
    #expect(editDistance("a", "abcdefgh", limit: 3) == 4)
  }
}

@Suite struct Phrases {
  /// The phrase of the English bounds that begins at a word of `text`: its words, and what it says.
  private func match(_ text: String, at index: Int = 0, end: Int? = nil) -> String? {
    let words = text.split(separator: " ").map(String.init)
    let bounds = Language.known["en"]?.bounds
    return bounds?.match(at: index, end: end ?? words.count) { words[$0] }.map {
      "\($0.count) \($0.payload.rawValue)"
    }
  }

  @Test func `the longest phrase that stands there is found`() {
    #expect(match("no more than ten") == "3 atMost")
    #expect(match("more than ten") == "2 atLeast")
    #expect(match("no fewer than ten") == "3 atLeast")
    #expect(match("just over ten") == "2 justOver")
    #expect(match("over ten") == "1 atLeast")
    #expect(match("no fewer boats") == nil)
  }

  @Test func `a phrase does not reach beyond the end`() {
    #expect(match("no more than", end: 2) == nil)
    #expect(match("boats over ten", at: 1) == "1 atLeast")
    #expect(match("boats over ten", at: 1, end: 1) == nil)
  }

  @Test func `a language that is none has no phrases`() {
    #expect(Language.none.bounds.isEmpty)
    #expect(Language.known["en"]?.bounds.isEmpty == false)
  }
}
