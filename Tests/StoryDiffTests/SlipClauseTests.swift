import Testing

@testable import StoryDiff

/// Each is a slip that the newer version mends. Turned round it is one that it brings in, which is not called mended.
@Suite struct `Slips that the clause or the story shows` {
  static let agreement = [
    SentencePair(
      "Pilots blames fog for the delay.", "Pilots blame fog for the delay.",
      "grammar blames → blame"),
    SentencePair(
      "The barges that pass through the lock leaks oil into it.",
      "The barges that pass through the lock leak oil into it.", "grammar leaks → leak"),
    SentencePair(
      "Pilots who met on Friday says the lock is narrow.",
      "Pilots who met on Friday say the lock is narrow.", "grammar says → say"),
    SentencePair(
      "A wider lock and a cheaper berth appeals to pilots.",
      "A wider lock and a cheaper berth appeal to pilots.", "grammar appeals → appeal"),
    SentencePair(
      "Gannets have lost six races in a row and lies 14th in the league.",
      "Gannets have lost six races in a row and lie 14th in the league.", "grammar lies → lie"),
    SentencePair(
      "The builder, Lorn Yards, already own a third of it.",
      "The builder, Lorn Yards, already owns a third of it.", "grammar own → owns"),
    SentencePair(
      "Oarsmen fear eels, which eats bait.", "Oarsmen fear eels, which eat bait.",
      "grammar eats → eat"),
    SentencePair(
      "Neither of the locks take barges.", "Neither of the locks takes barges.",
      "grammar take → takes"),
    SentencePair(
      "Sailors in the waiting room complains about the draught.",
      "Sailors in the waiting room complain about the draught.",
      "grammar complains → complain"),
    SentencePair(
      "The lock is narrow, say Oake, “like a needle's eye”.",
      "The lock is narrow, says Oake, “like a needle's eye”.", "grammar say → says"),
    SentencePair(
      "Three in ten rows more than they did.", "Three in ten row more than they did.",
      "grammar rows → row"),
    SentencePair(
      "The breed, popular with pilots, come from Lorn.",
      "The breed, popular with pilots, comes from Lorn.", "grammar come → comes"),
    SentencePair(
      "The lock opened in May, and the logs, which all may read, shows a gain.",
      "The lock opened in May, and the logs, which all may read, show a gain.",
      "grammar shows → show"),
    SentencePair(
      "Pilots advices crews to wait.", "Pilots advise crews to wait.",
      "grammar advices → advise"),
  ]

  static let words = [
    SentencePair(
      "The lock is not longer in use.", "The lock is no longer in use.", "grammar not → no"),
    SentencePair(
      "The lock has no been used since May.", "The lock has not been used since May.",
      "grammar no → not"),
    SentencePair(
      "The crew refused for leave the quay.", "The crew refused to leave the quay.",
      "grammar for → to"),
    SentencePair(
      "The gale was put by dawn.", "The gale was put out by dawn.",
      "grammar put by → put out by"),
    SentencePair(
      "She has rowed there since thirty years.", "She has rowed there for thirty years.",
      "grammar since → for"),
    SentencePair(
      "The berth is the same than last year.", "The berth is the same as last year.",
      "grammar than → as"),
    SentencePair(
      "The keel was layed in spring.", "The keel was laid in spring.", "spelling layed → laid"),
    SentencePair(
      "The race was married by a gale.", "The race was marred by a gale.",
      "spelling married → marred"),
    SentencePair(
      "The port wants to reign in its costs.", "The port wants to rein in its costs.",
      "spelling reign → rein"),
    SentencePair(
      "They voted to censor the pilot.", "They voted to censure the pilot.",
      "spelling censor → censure"),
    SentencePair(
      "The new lock would affect a lasting change.", "The new lock would effect a lasting change.",
      "spelling affect → effect"),
    SentencePair(
      "Yard manger Ada Lorn said so.", "Yard manager Ada Lorn said so.",
      "spelling manger → manager"),
    SentencePair(
      "The super market on the quay is shut.", "The supermarket on the quay is shut.",
      "spelling super market → supermarket"),
    SentencePair(
      "Sailors are on tender hooks.", "Sailors are on tenterhooks.",
      "spelling tender hooks → tenterhooks"),
    SentencePair(
      "Berths can be booked on line from noon.", "Berths can be booked online from noon.",
      "spelling on line → online"),
  ]

  static let marks = [
    SentencePair(
      "The pilots, want a wider lock.", "The pilots want a wider lock.",
      "punctuation pilots, want → pilots want"),
    SentencePair(
      "He gave they the keys of the lock.", "He gave them the keys of the lock.",
      "grammar they → them"),
    SentencePair(
      "From the quay your can see the lock.", "From the quay you can see the lock.",
      "grammar your → you"),
    SentencePair(
      "So who will pay for the lock.", "So who will pay for the lock?",
      "punctuation lock. → lock?"),
    SentencePair(
      "How many of the crew can swim.", "How many of the crew can swim?",
      "punctuation swim. → swim?"),
    SentencePair(
      "The cause is still not known,", "The cause is still not known.",
      "punctuation known, → known."),
    SentencePair(
      "The barges are, packed close together.", "The barges are packed close together.",
      "punctuation are, packed → are packed"),
    SentencePair(
      "The seals were fed. by hand at noon.", "The seals were fed by hand at noon.",
      "punctuation fed. by → fed by"),
    SentencePair(
      "The uk port is shut.", "The UK port is shut.", "spelling uk → UK"),
    SentencePair(
      "the pilot rowed home alone.", "The pilot rowed home alone.", "spelling the → The"),
  ]

  @Test(arguments: agreement + words + marks) func `is told only where it is mended`(
    pair: SentencePair
  ) {
    pair.check()
    SentencePair(pair.new, pair.old).check()
  }

  /// Careful writers differ.
  static let style = [
    SentencePair("The pilot lives in Co Lorn.", "The pilot lives in Co. Lorn."),
    SentencePair("He was taken home on Friday.", "He was taken home, on Friday."),
    SentencePair("The walk goes by locks and quays.", "The walk goes by locks and by quays."),
    SentencePair("The barge rows toward the lock.", "The barge rows towards the lock."),
    SentencePair("The barge came on to the quay.", "The barge came onto the quay."),
    SentencePair("The seals come down to the quay.", "The seals came down to the quay."),
    SentencePair("The berth costs ten pounds.", "The berth cost ten pounds."),
    SentencePair("The mayor names winners in June.", "The mayor names winner in June."),
  ]

  @Test(arguments: style) func `what is a matter of style is none`(pair: SentencePair) {
    pair.check()
    if !pair.new.contains(", on") { SentencePair(pair.new, pair.old).check() }
  }

  @Test func `a word is mended wherever the story mends it`() {
    let old = story("The keel was to heavy to lift.", "A pilot said the oars were to long for her.")
    let new = story(
      "The keel was too heavy to lift.", "A pilot said the oars were too long for her.")
    #expect(
      StoryDiff(from: old, to: new).compactFacts == ["spelling to → too", "spelling to → too"])
    let once = story("The keel was to heavy to lift.", "The water was to salty, she said.")
    let twice = story("The keel was too heavy to lift.", "The water was too salty, she said.")
    #expect(StoryDiff(from: once, to: twice).compactFacts.count == 2)
  }

  @Test func `what the story is about shows which of two words is meant`() {
    func report(_ first: String, _ second: String) -> [String] {
      let rest = "The chef learned to bake chocolate cake at her father's restaurant."
      return StoryDiff(from: story(first, rest), to: story(second, rest)).compactFacts
    }
    let wrong = "There is a desert of figs.", right = "There is a dessert of figs."
    #expect(report(wrong, right) == ["spelling desert → dessert"])
    #expect(report(right, wrong) == [])
  }

  @Test func `a name in small letters is mended where the story has its capital`() {
    let rest = "Boats from Ardle have met in Ardle since 1950."
    let old = story("The boats of ardle meet again on Sunday.", rest)
    let new = story("The boats of Ardle meet again on Sunday.", rest)
    #expect(StoryDiff(from: old, to: new).compactFacts == ["spelling ardle → Ardle"])
  }

  @Test func `a short form of a word is no other title`() {
    SentencePair(
      "The quay belonged to a retired maths teacher.",
      "The quay belonged to a retired mathematics teacher."
    ).check()
  }
}
