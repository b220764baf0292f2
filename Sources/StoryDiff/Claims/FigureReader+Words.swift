import StoryLanguage

/// Figures that are written in words.
extension FigureReader {
  func words(at position: Int, end: Int) -> Figure? {
    guard
      reading.has(
        position, [.article, .cardinal, .scale, .ordinal, .fraction, .collective, .vague])
    else { return nil }
    let isArticle = reading.has(position, .article)
    var at = position
    // `the third such fire`, `a third fire`, `the third-ranked`: a place in a row, not a part.
    if isArticle, reading.has(position + 1, .ordinal),
      !reading.has(position + 1, [.collective, .scale]),
      // `fell by a third last year`
      isDefinite(position)
        || reading.isContent(position + 2) && !reading.has(position + 2, .relativeWeekday)
        || reading.isMark(position + 2, "-") && reading.isJoined(position + 2)
    {
      return nil
    }
    // `a dozen`, `half a million`, `a hundred`.
    if isArticle {
      guard reading.has(position + 1, [.collective, .scale, .fraction]), position + 1 < end else {
        return oneAfterBound(position)
      }
      at += 1
    }
    let word = reading.words[at]
    if word.kind.contains(.vague), !isAsked(at) { return vague(at: at, end: end) }
    // `around million`, where the figure was left out.
    if word.kind.contains(.scale), !isArticle, word.scale >= 1000,
      !reading.language.numbers.bareScales.contains(reading.lower[at]),
      reading.bound(endingAt: at, from: max(0, at - 3)) != nil
    {
      return Figure(range: at..<at + 1, low: word.scale, high: word.scale)
    }
    if word.kind.contains(.ordinal), !isArticle {
      // `second` is a unit and `third` a fraction, too.
      if word.kind.contains(.fraction), reading.has(at - 1, .cardinal) { return nil }
      return Figure(range: at..<at + 1, low: word.ordinal, high: word.ordinal, isOrdinal: true)
    }
    if word.kind.contains(.fraction) { return part(at: at, from: position, end: end) }
    if word.kind.contains(.collective) {
      // `a couple hundred`, `a couple of thousand`
      var stop = at + 1
      if reading.has(stop, .dateJoiner), reading.has(stop + 1, .scale) { stop += 1 }
      if stop < end, reading.has(stop, .scale) {
        let value = word.collective * reading.words[stop].scale
        return Figure(range: position..<stop + 1, low: value, high: value)
      }
      return Figure(
        range: position..<at + 1, low: word.collective, high: word.collective,
        isRound: reading.language.numbers.roundCollectives.contains(reading.lower[at]))
    }
    // `one of his stores`, `no one`, `one-off`: no count.
    if word.cardinal == 1, word.kind.contains(.cardinal), at + 1 < end,
      reading.language.afterPronounOne.contains(reading.lower[at + 1])
        || reading.match(reading.language.negations, at - 1, end: at + 1) != nil
        || reading.isMark(at + 1, "-") && reading.isJoined(at + 1) && at + 2 < end
          && reading.language.compoundsOfOne.contains(reading.lower[at + 2])
    {
      return nil
    }
    if isAdjective(at) { return nil }
    return number(at: at, from: position, end: end)
  }

  /// `al menos un ganadero`: an article that is also the number one is that after a bound.
  private func oneAfterBound(_ position: Int) -> Figure? {
    guard reading.language.numbers.countingArticles.contains(reading.lower[position]),
      let (_, bound) = reading.bound(endingAt: position, from: max(0, position - 4)),
      bound == .atLeast || bound == .atMost
    else { return nil }
    return Figure(range: position..<position + 1, low: 1, high: 1)
  }

  /// `un vélo neuf`: a number word that is an adjective after its noun.
  private func isAdjective(_ position: Int) -> Bool {
    reading.language.numbers.adjectiveNumbers.contains(reading.lower[position])
      && reading.isContent(position - 1) && reading.isWord(position - 1)
      && !reading.isContent(position + 1)
  }

  /// Whether an article is none of those that count one, where the language tells them apart: `the`, not `a`.
  private func isDefinite(_ article: Int) -> Bool {
    let witnesses = reading.language.singularWitnesses
    return !witnesses.isEmpty && !witnesses.contains(reading.lower[article])
  }

  /// `half a million`, `medio centenar`, `un quart`.
  private func part(at: Int, from position: Int, end: Int) -> Figure? {
    var stop = at + 1
    var value = reading.words[at].fraction
    if reading.isMark(stop, "-"), reading.isJoined(stop), reading.isJoined(stop + 1) {
      stop += 1
      // `the quarter-finals`, `a half-brother`: a word of its own.
      guard
        reading.has(stop, [.scale, .collective])
          || reading.match(reading.language.units, stop, end: end) != nil
      else { return nil }
    }
    stop = ofAScale(stop) ?? (reading.has(stop, .article) ? stop + 1 : stop)
    if stop < end, reading.has(stop, [.scale, .collective]) {
      value *= max(reading.words[stop].scale, reading.words[stop].collective)
      let isRound = reading.language.numbers.roundCollectives.contains(reading.lower[stop])
      return Figure(range: position..<stop + 1, low: value, high: value, isRound: isRound)
    }
    // `media hora` is a measure, `media maratón` is none.
    if reading.language.numbers.halves.contains(reading.lower[at]),
      reading.match(reading.language.units, stop, end: end) == nil
    {
      return nil
    }
    return Figure(range: position..<at + 1, low: value, high: value)
  }

  /// `of a` in `a quarter of a million`: where the scale stands that a part is of; nil where there is none.
  private func ofAScale(_ position: Int) -> Int? {
    reading.has(position, .dateJoiner) && reading.has(position + 1, .article)
      && reading.has(position + 2, .scale) ? position + 2 : nil
  }

  /// `two hundred and five thousand`, `quatre-vingt-dix-sept`, `treinta y dos`, `mil millones`.
  private func number(at: Int, from position: Int, end: Int) -> Figure? {
    let language = reading.language
    let isArticle = at > position
    let first = reading.words[at].kind
    guard
      first.contains(.cardinal)
        || first.contains(.scale)
          && (isArticle || language.numbers.bareScales.contains(reading.lower[at]))
    else { return nil }
    let opensRange = reading.has(position - 1, .rangeOpener)
    var number = SpelledNumber(countsInScores: !language.numbers.scores.isEmpty)
    if isArticle { number.group = 1 }
    var stop = at
    var last = at
    while stop < end {
      var next = stop
      var joiner: Int?
      if stop > at {
        if reading.isMark(next, "-"), reading.isJoined(next), reading.isJoined(next + 1) {
          next += 1
        }
        if reading.has(next, .numberJoiner) {
          joiner = next
          next += 1
          if reading.isMark(next, "-"), reading.isJoined(next), reading.isJoined(next + 1) {
            next += 1
          }
        }
      }
      guard next < end, reading.isWord(next) else { break }
      let word = reading.words[next]
      if let joiner {
        // `treinta y dos`; `two hundred and five`, but not after `between`.
        let joinsTens = language.numbers.tensJoiners.contains(reading.lower[joiner])
        guard word.kind.contains(.cardinal),
          number.isAtTens ? joinsTens : number.isLarge && !opensRange
        else { break }
      }
      if word.kind.contains(.cardinal) {
        let isScore = language.numbers.scores.contains(reading.lower[next])
        guard number.add(word.cardinal, isScore: isScore, isFirst: stop == at) else { break }
      } else if word.kind.contains(.scale) {
        guard number.multiply(by: word.scale) else { break }
      } else if word.kind.contains(.collective), stop > at, number.group > 0 {
        number.group *= word.collective
        last = next + 1
        break
      } else if word.kind.contains(.ordinal), stop > at, number.isAtTens, word.ordinal < 10,
        !word.kind.contains(.fraction) || next > stop
      {
        // `twenty-first`
        number.group += word.ordinal
        return Figure(
          range: position..<next + 1, low: number.value, high: number.value, isOrdinal: true)
      } else if word.kind.contains(.fraction), stop > at, number.group > 0,
        !language.numbers.halves.contains(reading.lower[next])
      {
        // `two thirds`, `two-thirds`
        number.group *= word.fraction
        last = next + 1
        // `three quarters of a million`
        if let scale = ofAScale(last), scale < end {
          number.group *= reading.words[scale].scale
          last = scale + 1
        }
        break
      } else {
        break
      }
      stop = next + 1
      last = stop
    }
    guard last > at else { return nil }
    return Figure(range: position..<last, low: number.value, high: number.value)
  }

  /// `two and a half million`, `dos millones y medio`: the figure with the half after it; nil where
  /// there is none.
  func withHalf(_ figure: Figure, end: Int) -> Figure? {
    guard figure.vague == nil, !figure.isOrdinal,
      var stop = andAHalf(figure.range.upperBound, end: end)
    else { return nil }
    var more = figure
    let scale = reading.words[figure.range.upperBound - 1].scale
    let half = 0.5 * max(1, scale)
    (more.low, more.high) = (figure.low + half, figure.high + half)
    if scale == 0, reading.has(stop, .scale), stop < end {
      more.low *= reading.words[stop].scale
      more.high *= reading.words[stop].scale
      stop += 1
    }
    more.range = figure.range.lowerBound..<stop
    return more
  }

  /// Where `and a half`, `et demie`, `y media` ends that begins at `position`.
  func andAHalf(_ position: Int, end: Int) -> Int? {
    guard reading.has(position, .numberJoiner) else { return nil }
    let half = reading.has(position + 1, .article) ? position + 2 : position + 1
    guard half < end, reading.words[half].fraction == 0.5,
      half == position + 2 || reading.language.numbers.halves.contains(reading.lower[half])
    else { return nil }
    // `dos docenas y media docena`
    return reading.has(half + 1, [.collective]) ? nil : half + 1
  }
}

/// A number in words while it is read, the greatest part first.
private struct SpelledNumber {
  /// Whether sixty and eighty are counted on from to nineteen, and eighty is four twenties.
  let countsInScores: Bool
  /// What scales of a thousand and more have closed, and the part below them.
  var total = 0.0, group = 0.0
  private var lastScale = Double.infinity

  init(countsInScores: Bool) { self.countsInScores = countsInScores }

  var value: Double { total + group }
  private var tens: Double { group.truncatingRemainder(dividingBy: 100) }
  /// Whether a unit can follow: `twenty`.
  var isAtTens: Bool { tens >= 20 && tens.truncatingRemainder(dividingBy: 10) == 0 }
  /// Whether a joiner can follow: `two hundred`, `a thousand`.
  var isLarge: Bool { group >= 100 && tens == 0 || total > 0 && group == 0 }

  /// Takes a cardinal, or says that it is another number's.
  mutating func add(_ number: Double, isScore: Bool, isFirst: Bool) -> Bool {
    if isScore, tens == 4 {
      group += 76
    } else if isFirst {
      group = number
    } else if group == 0 {
      guard number < lastScale else { return false }
      group = number
    } else if tens == 0 {
      guard number < 100 else { return false }
      group += number
    } else if isAtTens, number < 10, number > 0 {
      group += number
    } else if countsInScores, tens == 60 || tens == 80, (10..<20).contains(number) {
      group += number
    } else if countsInScores, tens == 10 || tens == 70 || tens == 90, (7..<10).contains(number) {
      group += number
    } else {
      return false
    }
    return true
  }

  /// Takes a scale: a hundred of what is open, or a thousand and more of it; `mil millones` is a
  /// thousand millions.
  mutating func multiply(by scale: Double) -> Bool {
    if scale == 100 {
      guard group < 100 else { return false }
      group = max(1, group) * 100
      return true
    }
    if scale < lastScale {
      total += max(1, group) * scale
    } else if scale > lastScale {
      total = (total + group) * scale
    } else {
      return false
    }
    group = 0
    lastScale = scale
    return true
  }
}
