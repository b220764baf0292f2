import Testing

@testable import StoryLanguage

@Suite struct `Cutting text into words` {
  /// The folded texts of the tokens.
  static func words(_ text: String) -> [String] {
    var tokenizer = Tokenizer()
    return tokenizer.tokenize(text).map { tokenizer.vocabulary.text($0.word) }
  }

  /// The texts of the tokens as they are typed, by their offsets in bytes and in code points.
  static func slices(_ text: String) -> (bytes: [String], points: [String]) {
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize(text)
    let bytes = Array(text.utf8)
    let points = Array(text.unicodeScalars)
    return (
      tokens.map {
        String(decoding: bytes[Int($0.byteStart)..<Int($0.byteEnd)], as: UTF8.self)
      },
      tokens.map {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: points[Int($0.start)..<Int($0.end)])
        return String(view)
      }
    )
  }

  @Test(arguments: [
    "a", "A", "pier", "Pier", "PIER", "harbours", "HARBOURS", "Harbourmaster", "HARBOURMASTERS",
    "it's", "A320", "p.m.", "Ærø", "ÆRØ",
  ])
  func `a word is known by its text and its capitals, however long it is`(word: String) {
    var vocabulary = Vocabulary()
    // Some words before it, so that the table is filled and grows.
    for number in 0..<3_000 { _ = vocabulary.number(of: "word\(number) of a long list") }
    let number = vocabulary.number(of: word)
    #expect(vocabulary.number(of: word) == number)
    #expect(vocabulary.find(word) == number)
    #expect(vocabulary.text(number) == word)
    let entry = vocabulary[number]
    let letters = word.filter(\.isLetter)
    #expect(vocabulary.text(entry.lower) == word.lowercased())
    #expect(entry.isCapitalised == word.first?.isUppercase)
    #expect(
      entry.isAllCapitals
        == (letters.count { $0.isUppercase } > 1 && letters.allSatisfy(\.isUppercase)))
    var other = Vocabulary()
    #expect(other.find(number, of: vocabulary) == nil)
    let there = other.number(of: word)
    #expect(other.find(number, of: vocabulary) == there)
  }

  static let folded: [(String, String)] = [
    ("“pier”", "\"pier\""), ("«pier»", "\"pier\""), ("„Kai“", "\"Kai\""),
    ("a – b", "a - b"), ("a — b", "a -- b"), ("wait…", "wait..."),
    ("café", "cafe\u{301}"), ("Ångström", "A\u{30A}ngstro\u{308}m"),
    ("county’s", "county's"), ("O’Hara", "O'Hara"),
    ("har\u{AD}bour", "harbour"), ("har\u{200B}bour", "harbour"), ("\u{FEFF}pier", "pier"),
    ("the\u{A0}pier", "the pier"), ("the\u{2009}pier", "the pier"), ("the\u{3000}pier", "the pier"),
    ("12\u{202F}400", "12400"), ("12\u{A0}400", "12400"), ("12’400", "12400"),
    ("itâ€™s", "it’s"), ("cafÃ©", "café"), ("â‚¬5", "€5"), ("Â£5", "£5"),
  ]

  @Test(arguments: folded) func `what is only a matter of typing is folded`(a: String, b: String) {
    #expect(Self.words(a) == Self.words(b))
  }

  static let distinct: [(String, String)] = [
    ("1.5", "15"), ("1,5", "15"), ("1,498", "1498.0"), ("6.30", "630"), ("$5", "£5"), ("5%", "5"),
    ("May", "may"), ("we're", "were"), ("résumé", "resume"), ("pier.", "pier"), ("pier?", "pier!"),
    ("3-1", "31"), ("12:30", "1230"), ("¼", "½"), ("5'", "5\""), ("naïve", "naive"),
  ]

  @Test(arguments: distinct) func `what a reader would call different is not folded`(
    a: String, b: String
  ) {
    #expect(Self.words(a) != Self.words(b))
  }

  static let cuts: [(String, [String])] = [
    ("The pier fell.", ["The", "pier", "fell", "."]),
    ("the county’s pier", ["the", "county's", "pier"]),
    ("the sailors’ boats", ["the", "sailors'", "boats"]),
    ("‘Go on,’ she said", ["\"", "Go", "on", ",", "\"", "she", "said"]),
    ("don't", ["don't"]),
    ("at 3 p.m. today", ["at", "3", "p.m.", "today"]),
    ("the U.S. Senate", ["the", "U.S.", "Senate"]),
    ("J.R.R. Lorn", ["J.R.R.", "Lorn"]),
    ("1,498 boats", ["1,498", "boats"]),
    ("1.2m", ["1.2", "m"]),
    ("A320", ["A320"]),
    ("3-1", ["3", "-", "1"]),
    ("$5", ["$", "5"]),
    ("40%", ["40", "%"]),
    ("2nd", ["2", "nd"]),
    ("½ mile", ["½", "mile"]),
    ("wait....", ["wait", "..."]),
    ("a----b", ["a", "-", "b"]),
    ("see https://example.org/a?b=1&c=2.", ["see", "https://example.org/a?b=1&c=2", "."]),
    ("(www.example.org)", ["(", "www.example.org", ")"]),
    ("naïve", ["naïve"]),
    ("", []), ("   ", []), ("\u{200B}", []),
  ]

  @Test(arguments: cuts) func `text is cut into words, figures, marks and addresses`(
    text: String, words: [String]
  ) {
    #expect(Self.words(text) == words)
  }

  static let scripts = [
    "naïve cafe\u{301} \u{65}\u{301}te\u{301}", "🚢 sinks 👩‍👩‍👧 off 🇫🇮", "東京都で大雨、12人が死亡。",
    "ฝนตกหนักในกรุงเทพ 12 คน", "Борт судна «Заря» — 12 человек", "السفينة غرقت، ١٢ شخصا",
    "हिन्दी में १२ लोग", "It’s “fine” – 1\u{202F}200 m²", "itâ€™s a cafÃ© â€“ 12 peÃ±as",
    "a\u{300}\u{301}\u{302} zalgo", "tab\tand\u{A0}nbsp", "ﬁne ligature", "\u{10FFFF}\u{E000}",
  ]

  @Test(arguments: scripts) func `offsets in bytes and in code points name the same slices`(
    text: String
  ) {
    let (bytes, points) = Self.slices(text)
    #expect(bytes.map { Array($0.unicodeScalars) } == points.map { Array($0.unicodeScalars) })
    #expect(!bytes.isEmpty)
    #expect(bytes.allSatisfy { !$0.isEmpty })
  }

  @Test(arguments: scripts) func `tokens stand in order and hold all but space and ignorable signs`(
    text: String
  ) {
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize(text)
    var last: Int32 = 0
    for token in tokens {
      #expect(token.byteStart >= last)
      last = token.byteEnd
    }
    #expect(Int(last) <= text.utf8.count)
    let bytes = Array(text.utf8)
    var place = 0
    for token in tokens {
      let gap = String(decoding: bytes[place..<Int(token.byteStart)], as: UTF8.self)
      #expect(
        gap.unicodeScalars.allSatisfy {
          $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint || $0.value < 32
        })
      place = Int(token.byteEnd)
    }
  }

  @Test func `each sign of a script without spaces is a token`() {
    #expect(Self.words("東京都") == ["東", "京", "都"])
  }

  @Test func `mended text keeps the offsets of the damaged one`() {
    let text = "itâ€™s over"
    #expect(Self.slices(text).points == ["itâ€™s", "over"])
    #expect(Self.slices(text).bytes == ["itâ€™s", "over"])
  }

  @Test func `text that only looks damaged is left alone`() {
    #expect(Self.words("São Tomé, Ãbaco, Âge") == ["São", "Tomé", ",", "Ãbaco", ",", "Âge"])
  }

  @Test func `the vocabulary knows the shape of a word and its lower case`() {
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize("Quay quay QUAY Éclair a12")
    let entries = tokens.map { tokenizer.vocabulary[$0.word] }
    #expect(entries.map(\.isCapitalised) == [true, false, true, true, false])
    #expect(entries.map(\.isAllCapitals) == [false, false, true, false, false])
    #expect(entries[0].lower == entries[1].lower)
    #expect(entries[2].lower == entries[1].lower)
    #expect(tokenizer.vocabulary.text(entries[3].lower) == "éclair")
  }

  @Test func `many thousand distinct words keep their numbers apart`() {
    var tokenizer = Tokenizer()
    let text = (0..<20_000).map { "w\($0)" }.joined(separator: " ")
    let first = tokenizer.tokenize(text).map(\.word)
    let second = tokenizer.tokenize(text).map(\.word)
    #expect(Set(first).count == 20_000)
    #expect(first == second)
    #expect(tokenizer.vocabulary.text(first[12_345]) == "w12345")
  }

  @Test(arguments: [0, 1, 2, 3, 4]) func `random bytes never crash it`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    for _ in 0..<200 {
      let bytes = (0..<64).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let (inBytes, inPoints) = Self.slices(text)
      #expect(inBytes.map { Array($0.unicodeScalars) } == inPoints.map { Array($0.unicodeScalars) })
    }
  }
}
