import Testing

@Suite struct `Slips by rule` {
  static let words = [
    SentencePair(
      "The crew had practise at this.", "The crew had practice at this.",
      "spelling practise → practice"),
    SentencePair(
      "The crew asked wether to row on.", "The crew asked whether to row on.",
      "spelling wether → whether"),
    SentencePair(
      "The pubic vote is in May.", "The public vote is in May.", "spelling pubic → public"),
    SentencePair(
      "The crew had to across the bay by night.", "The crew had to cross the bay by night.",
      "grammar across → cross"),
    SentencePair(
      "They sent a letter asking that Oake to stay.", "They sent a letter asking Oake to stay.",
      "grammar asking that Oake → asking Oake"),
    SentencePair(
      "The quay was drawn by Deborah Macintyre in May.",
      "The quay was drawn by Deborah MacIntyre in May.", "name Macintyre → MacIntyre"),
    SentencePair(
      "The ferry came form the north quay.", "The ferry came from the north quay.",
      "spelling form → from"),
    SentencePair(
      "The crew could of left the quay.", "The crew could have left the quay.",
      "grammar of → have"),
    SentencePair(
      "There are less boats in the harbour.", "There are fewer boats in the harbour.",
      "grammar less → fewer"),
    SentencePair(
      "It is for the country council to mend.", "It is for the county council to mend.",
      "spelling country → county"),
    // The edit of a figure further on has nothing to do with it.
    SentencePair(
      "The breaks of the tram failed on the hill and 14 people were hurt.",
      "The brakes of the tram failed on the hill and 16 people were hurt.",
      "quantity 14 → 16 revised", "spelling breaks → brakes"),
    SentencePair(
      "The board recieved more than 40 letters.", "The board received about 40 letters.",
      "quantity more than 40 → about 40 refined", "spelling recieved → received"),
    SentencePair(
      "The quay opens in Febuary with a fair.", "The quay opens in February with a fair.",
      "spelling Febuary → February"),
  ]

  @Test(arguments: words) func `words written for each other`(pair: SentencePair) { pair.check() }

  static let agreement = [
    SentencePair(
      "Women and children now walks to the well.", "Women and children now walk to the well.",
      "grammar walks → walk"),
    SentencePair(
      "La mairie a vendue le terrain en mai.", "La mairie a vendu le terrain en mai.",
      "grammar vendue → vendu", language: "fr"),
    SentencePair(
      "Die Fähre bleib bis zum Abend im Hafen.", "Die Fähre bleibt bis zum Abend im Hafen.",
      "grammar bleib → bleibt", language: "de"),
    SentencePair(
      "A shortage of ropes mean that the ferry stays.",
      "A shortage of ropes means that the ferry stays.", "grammar mean → means"),
    SentencePair(
      "Each of the rowers receive a cup.", "Each of the rowers receives a cup.",
      "grammar receive → receives"),
    SentencePair(
      "The keeper of the lock, tired after the storm, say the gate will hold.",
      "The keeper of the lock, tired after the storm, says the gate will hold.",
      "grammar say → says"),
    SentencePair(
      "It is not known how many people was on the ferry.",
      "It is not known how many people were on the ferry.", "grammar was → were"),
    SentencePair(
      "One of the anchor was lost at sea.", "One of the anchors was lost at sea.",
      "grammar anchor → anchors"),
    SentencePair(
      "He left the board with two other rower, and now paints.",
      "He left the board with two other rowers, and now paints.", "grammar rower → rowers"),
    SentencePair(
      "They were at sea for three day before the storm.",
      "They were at sea for three days before the storm.", "grammar day → days"),
    SentencePair(
      "The board will plant an hundred trees.", "The board will plant a hundred trees.",
      "grammar an → a"),
    SentencePair(
      "She don't sail in the winter.", "She doesn't sail in the winter.",
      "grammar don't → doesn't"),
    SentencePair(
      "The mayor and the bishop was at the quay.", "The mayor and the bishop were at the quay.",
      "grammar was → were"),
    SentencePair(
      "The number of boats have grown.", "The number of boats has grown.", "grammar have → has"),
  ]

  @Test(arguments: agreement) func `a word does not agree`(pair: SentencePair) { pair.check() }

  static let verbs = [
    SentencePair(
      "The board is expect to sell the quay.", "The board is expected to sell the quay.",
      "grammar expect → expected"),
    SentencePair(
      "The lock was build by his father.", "The lock was built by his father.",
      "grammar build → built"),
    SentencePair(
      "The ferry sunk off the north quay.", "The ferry sank off the north quay.",
      "grammar sunk → sank"),
    SentencePair(
      "The board did not replied to the letter.", "The board did not reply to the letter.",
      "grammar replied → reply"),
    SentencePair(
      "A keeper confirm on Monday that the lock is shut.",
      "A keeper confirmed on Monday that the lock is shut.", "grammar confirm → confirmed"),
    SentencePair(
      "Nobody knows what cause the ferry to turn.", "Nobody knows what caused the ferry to turn.",
      "grammar cause → caused"),
    SentencePair(
      "Oake, best know for his maps of the coast, paints boats.",
      "Oake, best known for his maps of the coast, paints boats.", "grammar know → known"),
    SentencePair(
      "Last month the board raises the rent of the quay.",
      "Last month the board raised the rent of the quay.", "grammar raises → raised"),
    SentencePair(
      "When the ferry arrived, the keeper hides in a shed.",
      "When the ferry arrived, the keeper hid in a shed.", "grammar hides → hid"),
    SentencePair(
      "The board would be vote against the sale.", "The board would vote against the sale.",
      "grammar would be vote → would vote"),
    SentencePair(
      "The keeper was seen to leaving the quay.", "The keeper was seen leaving the quay.",
      "grammar seen to leaving → seen leaving"),
    SentencePair(
      "It is the most largest lock on the coast.", "It is the largest lock on the coast.",
      "grammar the most largest → the largest"),
    SentencePair(
      "It was one of the most cruelest storms.", "It was one of the most cruel storms.",
      "grammar cruelest → cruel"),
    SentencePair(
      "The lock stays shut until the the end of May.", "The lock stays shut until the end of May.",
      "grammar the the → the"),
    SentencePair(
      "The rule comes in to force on the quay.", "The rule comes into force on the quay.",
      "grammar in to → into"),
  ]

  static let articles = [
    SentencePair(
      "He heard that ferry took 47 minutes.", "He heard that the ferry took 42 minutes.",
      "quantity 47 minutes → 42 minutes revised || quantity 47 → 42 revised",
      "grammar that ferry → that the ferry")
  ]

  @Test(arguments: articles) func `an article is missing`(pair: SentencePair) { pair.check() }

  @Test(arguments: verbs) func `a form cannot stand there`(pair: SentencePair) { pair.check() }

  static let marks = [
    SentencePair(
      "The inn (built beside the lock was sold.", "The inn (built beside the lock) was sold.",
      "punctuation lock was → lock) was"),
    SentencePair(
      "Why the ferry turned back is not known?", "Why the ferry turned back is not known.",
      "punctuation known? → known."),
    SentencePair(
      "Can the ferry be saved. Nobody knows.", "Can the ferry be saved? Nobody knows.",
      "punctuation saved. → saved?"),
    SentencePair(
      "The firm based in Oakhaven, said it was late.",
      "The firm, based in Oakhaven, said it was late.",
      "punctuation firm based → firm, based"),
    SentencePair(
      "Sales of rope rose by a third. according to the board.",
      "Sales of rope rose by a third, according to the board.",
      "punctuation third. according → third, according"),
    SentencePair(
      "The lock is now under water, rowers have been sent home.",
      "The lock is now under water. Rowers have been sent home.",
      "punctuation , rowers → . Rowers"),
  ]

  @Test(arguments: marks) func `a mark is wrong`(pair: SentencePair) { pair.check() }

  static let none = [
    SentencePair(
      "The mate said that the plan to close the lock is bad.",
      "The mate said the plan to close the lock is bad."),
    SentencePair(
      "They asked that the plan to close the lock be dropped.",
      "They asked the plan to close the lock be dropped."),
    SentencePair("The choir will practise at noon.", "The choir will practice at noon."),
    // Nothing shows which of the two was meant.
    SentencePair("The council backed the plan.", "The counsel backed the plan."),
    SentencePair("He spoke of the heroine at length.", "He spoke of the heroin at length."),
    SentencePair("The public vote is in May.", "The pubic vote is in May."),
    // It agrees with what stands before it.
    SentencePair(
      "La maison que la mairie a vendue est vide.", "La maison que la mairie a vendu est vide.",
      language: "fr"),
    SentencePair(
      "The crews in the bay that continue to row.", "The crews in the bay continue to row."),
    // The old form was right.
    SentencePair("It was too early to sail.", "It was to early to sail."),
    SentencePair("The principal aim is to sail.", "The principle aim is to sail."),
    SentencePair("The rowers will meet on the quay.", "The rower's will meet on the quay."),
    SentencePair("The board is interested in the boat.", "The board is interested on the boat."),
    SentencePair(
      "The keeper of the two locks, who saw it, is gone.",
      "The keeper of the two locks, who saw it, are gone."),
    SentencePair("The number of boats has grown.", "The number of boats have grown."),
    SentencePair(
      "The keeper, who lives in Oakhaven, said it was late.",
      "The keeper, who lives in Oakhaven said it was late."),
    SentencePair("The board met Angela Merkel today.", "The board met Angela Merkle today."),
    SentencePair("They were late and the boat was gone.", "They was late and the boat was gone."),
    // A house's style.
    SentencePair(
      "The fire, in the north of the town, was out.", "The fire in the north of the town was out."),
    SentencePair("The rebels who hold the quay fled.", "The rebels who held the quay fled."),
    SentencePair("The team have won the race.", "The team has won the race."),
    SentencePair("The Pope came to the quay.", "The pope came to the quay."),
    SentencePair("The web site of the quay is old.", "The website of the quay is old."),
    SentencePair("Then Oake Ltd., a rope firm, left.", "Then Oake Ltd, a rope firm, left."),
    SentencePair("They met James' mother.", "They met James's mother."),
    SentencePair("They walked towards the quay.", "They walked toward the quay."),
    // A small word that belongs to words changed beside it.
    SentencePair(
      "The board called the plan a mistake.", "The board described the plan as a mistake."),
  ]

  @Test(arguments: none) func `what was right, and style, is no slip`(pair: SentencePair) {
    #expect(pair.diff.corrections.isEmpty, "\(pair.diff.compactFacts)")
  }
}
