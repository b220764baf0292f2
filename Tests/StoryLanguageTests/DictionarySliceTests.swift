import CHunspell
import Foundation
import Testing

@testable import StoryLanguage

@Suite struct DictionarySliceTests {
  static let dictionaries = ["en_US", "en_GB"].map { "/usr/share/hunspell/" + $0 }

  /// Words of the dictionary, the same with affixes that they may or may not have, and words that
  /// are none.
  private static func words(_ path: String) throws -> [String] {
    let lines = try String(contentsOfFile: path + ".dic", encoding: .utf8).split(separator: "\n")
    var words: [String] = []
    for (index, line) in lines.enumerated() where index % 331 == 7 {
      let root = String(line.prefix { $0 != "/" && $0 != "\t" && $0 != " " && $0 != "\r" })
      let cut = String(root.dropLast())
      switch index % 4 {
      case 0: words += [root, root + "s", "un" + root, root.uppercased()]
      case 1: words += [root.capitalized, cut + "ies", root + "'s", "re" + cut + "ing"]
      case 2: words += [root.lowercased(), cut + "ed", "dis" + root + "ly", root + root]
      default: words += [String(root.reversed()), cut, root + "er", "con" + root + "ion"]
      }
    }
    // Roots that differ in their capitals alone, stops, and letters beyond ASCII.
    words += "cinemascope Cinemascope CINEMASCOPE CinemaScope CD Cd cd CDS PH Ph pH".split(
      separator: " "
    ).map(String.init)
    words += "U.S. u.s. etc. No. café CAFÉ cafés cafe naïve Zürich zürich G7 o'clock O'CLOCK".split(
      separator: " "
    ).map(String.init)
    return words
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/share/hunspell/en_GB.dic")),
    arguments: dictionaries)
  func `a slice of a dictionary answers as the whole one does`(path: String) throws {
    let slice = try #require(DictionarySlice(path))
    let whole = try #require(Hunspell_create(path + ".aff", path + ".dic"))
    defer { Hunspell_destroy(whole) }
    var counts = (words: 0, others: 0)
    for word in try Self.words(path) {
      guard let answer = slice.spells(word) else { continue }
      let isWord = Hunspell_spell(whole, word) != 0
      #expect(answer == isWord, "\(word)")
      if isWord { counts.words += 1 } else { counts.others += 1 }
    }
    #expect(counts.words > 100 && counts.others > 100)
  }

  @Test func `a dictionary that is not there has no slice`() {
    #expect(DictionarySlice("/nowhere/en_US") == nil)
  }

  @Test func `of words with other letters a slice says nothing`() throws {
    guard let slice = DictionarySlice(Self.dictionaries[0]) else { return }
    for word in ["", "1st", "'tis", "İzmir", "Київ", "東京"] { #expect(slice.spells(word) == nil) }
  }
}
