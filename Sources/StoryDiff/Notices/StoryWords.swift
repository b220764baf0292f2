import StoryLanguage
import StoryModel

/// The sentences of a story apart from its notices, and which words stand in them: what a notice speaks of may
/// stand where nothing changed.
///
/// Read where it is first asked for, which only a notice does. O(words of the newer version).
final class StoryWords {
  struct Sentence {
    let reading: Reading
    let range: Range<Int>
    let block: Int
    /// Stems of the words that say something.
    let words: Set<String>
  }

  private let pair: AnalyzedPair
  private let notices: (old: Set<Int>, new: Set<Int>)
  /// Of blocks that end in a notice, where it begins.
  private let tails: [Int: Int]
  private let capturedAt: Instant?

  /// `notices` are the positions of the blocks that hold one, `tails` where it begins in those of the newer version that
  /// begin with something else.
  init(
    _ pair: AnalyzedPair, apartFrom notices: (old: Set<Int>, new: Set<Int>), tails: [Int: Int],
    capturedAt: Instant?
  ) {
    self.pair = pair
    self.tails = tails
    self.notices = notices
    self.capturedAt = capturedAt
  }

  private(set) lazy var sentences: [Sentence] = pair.new.flatMap { block -> [Sentence] in
    let end = tails[block.index]
    guard end != nil || !notices.new.contains(block.index), block.kind != .byline else {
      return []
    }
    let reading = Reading(Passage([block]), pair, capturedAt: capturedAt)
    let endings = pair.language.endings
    return reading.passage.sentences.filter { $0.upperBound <= end ?? reading.count }.map { range in
      Sentence(
        reading: reading, range: range, block: block.index,
        words: Set(
          range.filter(reading.isContent).map { NoticeLinker.stem(reading.lower[$0], endings) }))
    }
  }

  /// The blocks that are paragraphs of the story, in order: those after a notice that stands above it.
  private(set) lazy var paragraphs =
    pair.new.filter { [.paragraph, .quote].contains($0.kind) }.map(\.index)
    .drop { notices.new.contains($0) }.map { $0 }
  private(set) lazy var standfirst = pair.new.first { $0.kind == .standfirst }?.index

  /// Stems of all words of both versions.
  private(set) lazy var words: Set<String> = {
    let endings = pair.language.endings
    let old = pair.old.filter { !notices.old.contains($0.index) }
    let new = pair.new.filter { !notices.new.contains($0.index) }
    return Set(
      (old + new).flatMap { block in
        let reading = Reading(Passage([block]), pair, capturedAt: capturedAt)
        return reading.lower.map { NoticeLinker.stem($0, endings) }
      })
  }()

  /// The figures, dates and times that a sentence states.
  func values(of sentence: Sentence) -> [Mention] {
    let dates = DateReader(reading: sentence.reading).mentions(in: sentence.range)
    return dates
      + FigureReader(reading: sentence.reading).mentions(in: sentence.range, apartFrom: dates)
  }
}
