import StoryLanguage

/// Makes the hunks of a word diff fall where a reader would put them.
enum HunkTidier {
  /// Figures, addresses and abbreviations stay whole, as the tokens are; a lone mark or function
  /// word between two replaced runs goes with them; a pure insertion or deletion slides to begin
  /// at a comma or after one.
  static func tidy(
    _ hunks: [Hunk], _ old: [Token], _ new: [Token], _ oldRange: Range<Int>,
    _ newRange: Range<Int>, _ weigher: Weigher, _ marks: Tokenizer.Marks
  ) -> [Hunk] {
    var joined: [Hunk] = []
    for hunk in hunks {
      if let last = joined.last,
        isFiller(old, last.old.upperBound..<hunk.old.lowerBound, weigher, between: last, hunk)
      {
        joined[joined.count - 1] = Hunk(
          old: last.old.lowerBound..<hunk.old.upperBound,
          new: last.new.lowerBound..<hunk.new.upperBound)
      } else {
        joined.append(hunk)
      }
    }
    for index in joined.indices {
      let oldFloor = index == 0 ? oldRange.lowerBound : joined[index - 1].old.upperBound
      let newFloor = index == 0 ? newRange.lowerBound : joined[index - 1].new.upperBound
      if joined[index].old.isEmpty {
        let by = slide(
          joined[index].new, new, floor: newFloor, other: joined[index].old.lowerBound - oldFloor,
          marks)
        joined[index] = shifted(joined[index], by: by)
      } else if joined[index].new.isEmpty {
        let by = slide(
          joined[index].old, old, floor: oldFloor, other: joined[index].new.lowerBound - newFloor,
          marks)
        joined[index] = shifted(joined[index], by: by)
      }
    }
    return joined
  }

  private static func shifted(_ hunk: Hunk, by count: Int) -> Hunk {
    Hunk(
      old: hunk.old.lowerBound - count..<hunk.old.upperBound - count,
      new: hunk.new.lowerBound - count..<hunk.new.upperBound - count)
  }

  /// Whether what both kept between two replacements is too slight to part them.
  private static func isFiller(
    _ tokens: [Token], _ kept: Range<Int>, _ weigher: Weigher, between a: Hunk, _ b: Hunk
  ) -> Bool {
    guard kept.count <= 2 else { return false }
    let weight = kept.reduce(0) { $0 + Int(weigher.weight(tokens[$1].word)) }
    guard weight <= 6, tokens[kept].allSatisfy({ $0.kind != .number }) else { return false }
    let isReplacement = { (hunk: Hunk) in !hunk.old.isEmpty && !hunk.new.isEmpty }
    guard isReplacement(a) && isReplacement(b) else { return false }
    let size = a.old.count + a.new.count + b.old.count + b.new.count
    return size >= 8
  }

  /// How far to the left a pure insertion reads best: a run that could as well stand one token
  /// further left, since the token before it equals its last.
  private static func slide(
    _ run: Range<Int>, _ tokens: [Token], floor: Int, other: Int, _ marks: Tokenizer.Marks
  ) -> Int {
    func score(_ start: Int) -> Int {
      let first = tokens[start], last = tokens[start + run.count - 1]
      var value = 0
      if first.word == marks.comma || first.word == marks.semicolon { value += 3 }
      if last.word == marks.comma { value += first.word == marks.comma ? 1 : 2 }
      if start > 0, tokens[start - 1].word == marks.comma, last.word == marks.comma { value += 2 }
      if last.word == marks.stop, start > 0, tokens[start - 1].word == marks.stop { value += 4 }
      return value
    }
    var best = (score: score(run.lowerBound), by: 0)
    var by = 0
    while by < other, run.lowerBound - by - 1 >= floor,
      tokens[run.lowerBound - by - 1].word == tokens[run.upperBound - by - 1].word
    {
      by += 1
      let value = score(run.lowerBound - by)
      if value > best.score { best = (value, by) }
    }
    return best.by
  }
}
