import Testing

@testable import StoryDiff

@Suite struct `Denials in other words` {
  static let unturned = [
    SentencePair(
      "The yard stopped making ropes in May.", "The yard no longer makes ropes since May."),
    SentencePair("Few sailors backed the pier.", "Not many sailors backed the pier."),
    SentencePair("There is little hope for the pier.", "There is not much hope for the pier."),
    SentencePair("The ferry rarely sails on time.", "The ferry does not often sail on time."),
    SentencePair("Only Oake had the key to the lock.", "No one but Oake had the key to the lock."),
    SentencePair("The fall was non-fatal.", "The fall was not fatal."),
    SentencePair("The two piers lack railings.", "The two piers have no railings."),
    SentencePair("The pier will open soon.", "The pier will open shortly."),
    SentencePair(
      "Pilots asked about the in put of the yard.", "Pilots asked about the input of the yard.",
      "spelling in put → input"),
    SentencePair(
      "The mayor ruled out a new toll on the bridge.",
      "The mayor said there would be no new toll on the bridge."),
    SentencePair(
      "Nunca llegó el barco al muelle.", "No llegó nunca el barco al muelle.", language: "es"),
    SentencePair(
      "Nadie vio la barca en el muelle.", "No vio nadie la barca en el muelle.", language: "es"),
    SentencePair(
      "El alcalde no solo perdió la barca, también el muelle.",
      "El alcalde perdió la barca y también el muelle.", language: "es"),
    SentencePair(
      "The pilot said he would not leave the yard.",
      "The pilot said he would refuse to leave the yard."),
    SentencePair(
      "Divers said there was no trace of oil at the wreck.",
      "Divers said traces of oil at the wreck were lacking."),
    SentencePair(
      "The pilots refused for leave the quay.", "The pilots refused to leave the quay.",
      "grammar for → to"),
    SentencePair(
      "None of the pilots was harmed in the gale.", "The pilots were unharmed in the gale."),
    SentencePair(
      "Le port assure que les tarifs n'augmenteront pas avant 2031.",
      "Le port assure que les tarifs resteront les mêmes avant 2031.", language: "fr"),
    SentencePair(
      "The next tide of that height is in May.", "The next tide of that height is not until May."),
    SentencePair("The pilot said he was innocent.", "The pilot said he did not do it."),
    SentencePair(
      "Der Verband lehnt es ab, die Werft zu kaufen.", "Der Verband will die Werft nicht kaufen.",
      language: "de"),
    SentencePair(
      "Les pilotes n'ont pas pu joindre le port.", "Les pilotes n'ont pu joindre le port.",
      language: "fr"),
  ]

  @Test(arguments: unturned) func `what is denied in both versions is not turned round`(
    pair: SentencePair
  ) { pair.check() }

  static let turned = [
    SentencePair(
      "The yard makes ropes in the town.", "The yard no longer makes ropes in the town.",
      "polarity ∅ → no longer reversed"),
    SentencePair(
      "The fall was non-fatal.", "The fall was fatal.", "polarity non- → ∅ reversed"),
    SentencePair(
      "The office has received no reports of theft.",
      "The office has received three reports of theft.", "polarity no → three reversed"),
    SentencePair(
      "The yard charges for its moorings.", "The yard charges non-members for its moorings."),
    SentencePair(
      "Nunca llegó el barco al muelle.", "Siempre llegó el barco al muelle.",
      "polarity Nunca → Siempre reversed", language: "es"),
    SentencePair(
      "Few sailors backed the pier.", "Many sailors backed the pier.",
      "quantity Few → Many revised"),
    SentencePair(
      "Mr Oake voted against the new pier.", "Mr Oake voted for the new pier.",
      "polarity against → for reversed"),
    SentencePair(
      "The pilots were harmed in the gale.", "The pilots were unharmed in the gale.",
      "polarity harmed → unharmed reversed"),
    SentencePair(
      "The pier, which has been closed since May, will open in June.",
      "The pier, shut since May, will not open in June.", "polarity ∅ → not reversed"),
    SentencePair(
      "The pilot refused to pay the toll.", "The pilot paid the toll.",
      "polarity refused to → ∅ reversed"),
    SentencePair(
      "The yard refused the offer and did not sell the pier.",
      "The yard refused the offer and did sell the pier.", "polarity not → ∅ reversed"),
    SentencePair(
      "Le maire n'a pas fermé le port.", "Le maire a fermé le port.", "polarity pas → ∅ reversed",
      language: "fr"),
  ]

  @Test(arguments: turned) func `a denial in one version alone turns it round`(pair: SentencePair) {
    pair.check()
  }

  static let amounts = [
    SentencePair(
      "All ferries were late.", "Nearly all ferries were late.",
      "quantity All → Nearly all revised"),
    SentencePair(
      "The gale sank almost every barge.", "The gale sank every barge.",
      "quantity almost every → every revised"),
    SentencePair(
      "Reports suggest the gale sank the barge.", "The gale sank the barge.",
      "certainty Reports suggest → ∅ revised"),
    SentencePair(
      "It is unclear if the gale sank the barge.", "The gale sank the barge.",
      "certainty It is unclear if → ∅ revised"),
    SentencePair(
      "The barge was last seen between 7pm and 7.30pm.",
      "The barge was last seen between 7pm and 8pm.",
      "time 7pm and 7.30pm → 7pm and 8pm revised"),
  ]

  @Test(arguments: amounts) func `how many, how sure and how long`(pair: SentencePair) {
    pair.check()
  }

  @Test func `a quotation that denies what it did not is turned round`() {
    SentencePair(
      "“We did not know of the leak,” Orr said.", "“We did know of the leak,” Orr said.",
      "quotation not → ∅ reversed"
    ).check()
  }

  static let ranks = [
    SentencePair(
      "Ada Orr, a sophomore at the lake college, rowed alone.",
      "Ada Orr, a junior at the lake college, rowed alone.",
      "role sophomore → junior revised"),
    SentencePair(
      "Tom Lorn, a full back, rowed alone.", "Tom Lorn, a corner back, rowed alone.",
      "role full back → corner back revised"),
  ]

  @Test(arguments: ranks) func `another rank is another role`(pair: SentencePair) { pair.check() }

  static let names = [
    SentencePair(
      "The barge was steered by Thomas Ekland on Monday.",
      "The barge was steered by Tomas Eklund on Monday.", "name Thomas → Tomas",
      "name Ekland → Eklund"),
    SentencePair(
      "The barge was steered by Maria Jensen on Monday.",
      "The barge was steered by Mario Jansen on Monday.",
      "entity Maria Jensen → Mario Jansen revised"),
  ]

  @Test(arguments: names) func `a name may have two letters wrong`(pair: SentencePair) {
    pair.check()
  }
}
