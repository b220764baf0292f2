import FoundationEssentials
import LanguageFiles

extension Language {
  /// The languages that Stet knows, by their code. Read from the data once, at first use.
  public static let known: [String: Language] = {
    var languages: [String: Language] = [:]
    for bytes in LanguageFiles.all {
      // The data ships with the program and a test decodes each file, so a failure here means a
      // language that is not known, not a crash.
      guard let data = try? JSONDecoder().decode(LanguageData.self, from: Data(bytes)) else {
        continue
      }
      languages[data.code] = Language(data)
    }
    return languages
  }()

  /// Nothing known: blocks and word edits only.
  public static let none = Language(LanguageData(code: ""))

  /// The language that a text is written in, by its commonest words; `none` where it is unclear.
  ///
  /// `words` are lower-case words of the text. A language needs a fifth of them as its function
  /// words and more than any other language has.
  public static func detect<S: Sequence<String>>(_ words: S) -> Language {
    var counts: [Int] = Array(repeating: 0, count: order.count)
    var total = 0
    for word in words {
      total += 1
      guard let mask = functionWordMasks[word] else { continue }
      for index in order.indices where mask & (1 << UInt8(index)) != 0 { counts[index] += 1 }
    }
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }),
      counts[best] * 8 >= total, counts[best] > 0,
      !counts.indices.contains(where: { $0 != best && counts[$0] == counts[best] })
    else { return none }
    return known[order[best]] ?? none
  }

  private static let order = known.keys.sorted()

  private static let functionWordMasks: [String: UInt8] = {
    var masks: [String: UInt8] = [:]
    for (index, code) in order.enumerated() {
      for (text, word) in known[code]?.words ?? [:] where word.kind.contains(.function) {
        masks[text, default: 0] |= 1 << UInt8(index)
      }
    }
    return masks
  }()
}
