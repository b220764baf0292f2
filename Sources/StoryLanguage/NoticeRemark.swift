/// What a notice says of a change without giving its values.
public enum NoticeRemark: Equatable, Sendable {
  /// Two values stood in each other's place: `transposed`.
  case exchange
  /// A figure was ten or a hundred times too much or too little: `an extra zero`.
  case zero
  /// A denial came or went: `the opposite`.
  case opposite
  /// What is spoken of was right, and has not changed: `was not affected`.
  case standing
  /// How sure something is, as levels of `Language.hedges`: `allegations`.
  case hedge(Set<String>)
  /// What was given was too much, or too little: `overstated`, `two miles too short`.
  case tooHigh, tooLow
  /// What a clause was wrong about, as topics of `Language.kindWords`: `when`, `how many`.
  case question(Set<String>)
  /// What follows is told as it is: `Corrects to show …`.
  case statement
  /// What was printed at first, told again: `wie zunächst berichtet`.
  case retold
  /// What follows was wrong: `rather than`.
  case instead
  /// A figure follows that tells how far off a value was: `out by`.
  case difference
  /// A part of somebody's name: `first name`, `surname`.
  case firstName, lastName

  /// The phrases that a language has for each.
  static func phrases(_ data: LanguageData) -> [(String, NoticeRemark)] {
    func all(_ list: [String]?, _ remark: NoticeRemark) -> [(String, NoticeRemark)] {
      (list ?? []).map { ($0, remark) }
    }
    var phrases = all(data.exchangeWords, .exchange) + all(data.zeroWords, .zero)
    phrases += all(data.oppositeWords, .opposite) + all(data.standingPhrases, .standing)
    phrases += all(data.noticeDirections["high"], .tooHigh)
    phrases += all(data.noticeDirections["low"], .tooLow)
    phrases += data.noticeQuestions.map { ($0.key, .question(Set($0.value))) }
    phrases += all(data.noticeStatements, .statement) + all(data.noticeRetold, .retold)
    phrases += all(data.insteadWords, .instead) + all(data.noticeDifferences, .difference)
    phrases += all(data.nameParts["first"], .firstName) + all(data.nameParts["last"], .lastName)
    return phrases + hedges(data.noticeHedges)
  }

  /// The phrases of a language's file, each with all the levels that it may name.
  static func hedges(_ lists: [String: [String]]) -> [(String, NoticeRemark)] {
    var levels: [String: Set<String>] = [:]
    for (level, phrases) in lists {
      for phrase in phrases { levels[phrase, default: []].insert(level) }
    }
    return levels.map { ($0.key, .hedge($0.value)) }
  }
}
