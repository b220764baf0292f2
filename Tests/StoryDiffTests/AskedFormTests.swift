import Testing

@Suite struct `Forms and marks that their sentence asks for` {
  static let slips = [
    SentencePair(
      "The weir is been shut since the flood.", "The weir has been shut since the flood.",
      "grammar is → has"),
    SentencePair(
      "The tugs was been hired by noon.", "The tugs had been hired by noon.",
      "grammar was → had"),
    SentencePair(
      "The tide would sink the raft if it had turned.",
      "The tide would have sunk the raft if it had turned.",
      "grammar would sink → would have sunk"),
    SentencePair(
      "If the bolt had held, the gate could close.",
      "If the bolt had held, the gate could have closed.",
      "grammar could close → could have closed"),
    SentencePair(
      "The divers had never saw such a wreck.", "The divers had never seen such a wreck.",
      "grammar saw → seen"),
    SentencePair(
      "Few ever seen the ghost ship, she said.", "Few ever saw the ghost ship, she said.",
      "grammar seen → saw"),
    SentencePair(
      "He succeeded in raise the mast.", "He succeeded in raising the mast.",
      "grammar raise → raising"),
    SentencePair(
      "The port is opposed to charge a toll.", "The port is opposed to charging a toll.",
      "grammar charge → charging"),
    SentencePair(
      "The cook who arrested on Friday was freed.",
      "The cook who was arrested on Friday was freed.",
      "grammar who arrested → who was arrested"),
    SentencePair(
      "The lock has built in oak.", "The lock has been built in oak.",
      "grammar has built → has been built"),
    SentencePair(
      "A blaze broke in the hold at dusk.", "A blaze broke out in the hold at dusk.",
      "grammar broke in → broke out in"),
    SentencePair(
      "The nets laid in the mud for years.", "The nets lay in the mud for years.",
      "grammar laid → lay"),
    SentencePair(
      "Mr Oake, whom now steers the ferry, was away.",
      "Mr Oake, who now steers the ferry, was away.", "grammar whom → who"),
    SentencePair(
      "The flood left crores of farmer without seed.",
      "The flood left crores of farmers without seed.", "grammar farmer → farmers"),
    SentencePair(
      "The mate Ada Oake lead by a length at the bridge.",
      "The mate Ada Oake led by a length at the bridge.", "spelling lead → led"),
    SentencePair(
      "The ship was launched at 4 June.", "The ship was launched on 4 June.", "grammar at → on"),
    SentencePair(
      "The forms arrive in the male with a letter.", "The forms arrive in the mail with a letter.",
      "spelling male → mail"),
    SentencePair(
      "Nobody knows whats in the hold.", "Nobody knows what's in the hold.",
      "punctuation whats → what's"),
    SentencePair(
      "The ferries timetable is on the wall.", "The ferry's timetable is on the wall.",
      "punctuation ferries → ferry's"),
    SentencePair(
      "The regatta for under 14s is off.", "The regatta for under-14s is off.",
      "punctuation under 14s → under-14s"),
    SentencePair(
      "The crew heard of the leak. it grew by the hour.",
      "The crew heard of the leak; it grew by the hour.", "punctuation leak. it → leak; it"),
    SentencePair(
      "The gale tore the sails but the mast was spared.",
      "The gale tore the sails, but the mast was spared.", "punctuation sails but → sails, but"),
    SentencePair(
      "When the tug came, the raft has sunk.", "When the tug came, the raft had sunk.",
      "grammar has → had"),
    SentencePair(
      "She has rowed for years before she retired.", "She had rowed for years before she retired.",
      "grammar has → had"),
    SentencePair(
      "Some 30 peoples came to the quay.", "Some 30 people came to the quay.",
      "grammar peoples → people"),
    SentencePair(
      "The principle, Ada Oake, rang the bell.", "The principal, Ada Oake, rang the bell.",
      "spelling principle → principal"),
    SentencePair(
      "The inn which burned in May is for sale.", "The inn, which burned in May, is for sale.",
      "punctuation inn which → inn, which", "punctuation May is → May, is"),
    SentencePair(
      "The rower get's a medal.", "The rower gets a medal.", "punctuation get's → gets"),
    SentencePair(
      "Tens of thousand of crabs died.", "Tens of thousands of crabs died.",
      "grammar thousand → thousands"),
    SentencePair(
      "Two oar were lost.", "Three oars were lost.", "quantity Two → Three revised",
      "grammar oar → oars"),
    SentencePair(
      "More then 30 boats left.", "More than 40 boats left.", "quantity 30 → 40 refined",
      "spelling then → than"),
    SentencePair(
      "He splitted the prize with her.", "He split the prize with her.",
      "spelling splitted → split"),
    SentencePair(
      "The bus's were late.", "The buses were late.", "punctuation bus's → buses"),
    SentencePair(
      "The board will follow-up on it.", "The board will follow up on it.",
      "punctuation follow-up → follow up"),
    SentencePair(
      "The cats eight the fish.", "The cats ate the fish.", "spelling eight → ate"),
    SentencePair(
      "\"There sailing at noon,\" she said.", "\"They're sailing at noon,\" she said.",
      "spelling There → They're"),
    SentencePair(
      "\"Is the tide out,\" he asked.", "\"Is the tide out?\" he asked.",
      "punctuation out,\" → out?\""),
    SentencePair(
      "He said, that the tide was out.", "He said that the tide was out.",
      "punctuation said, that → said that"),
    // Beside other words that were changed.
    SentencePair(
      "They sat in a empty shed on the quay by the lock.",
      "They sat in an old barn on the quay by the lock.", "grammar a → an"),
    SentencePair(
      "The crew of the tug has went home by now.", "The crew of the tug has gone back by now.",
      "grammar went → gone"),
    SentencePair(
      "The raft by the lock sunk quickly at dusk.", "The raft by the lock sank fast at dusk.",
      "grammar sunk → sank"),
    SentencePair(
      "The mayors car by the quay was lost.", "The mayor's van by the quay was lost.",
      "entity car → van revised", "punctuation mayors → mayor's"),
    SentencePair("Two mans were on the raft.", "Two men were on the raft.", "grammar mans → men"),
  ]

  @Test(arguments: slips) func `a form that cannot stand where it stands is mended`(
    pair: SentencePair
  ) {
    pair.check()
  }

  static let others = [
    // The newer version brings the slip in, or both are right.
    SentencePair("The weir has been shut since May.", "The weir is been shut since May."),
    SentencePair("The tide would have sunk the raft.", "The tide would sink the raft."),
    SentencePair("The oars were laid in a row.", "The oars were lay in a row."),
    SentencePair("She laid the oars in the mud.", "She lay the oars in the mud."),
    SentencePair(
      "The port is opposed to charging a toll.", "The port is opposed to charge a toll."),
    SentencePair("The car broke the gate.", "The car broke down the gate."),
    SentencePair(
      "The cook who fled on Friday was freed.", "The cook who was fled on Friday was freed."),
    SentencePair("The firm who built boats closed.", "The firm who was built boats closed."),
    SentencePair("The ferries sail at noon.", "The ferry's sail at noon."),
    SentencePair("The bus's doors were shut.", "The buses doors were shut."),
    SentencePair("The plan to follow-up visits failed.", "The plan to follow up visits failed."),
    SentencePair("\"The tide is out,\" he said.", "\"The tide is out?\" he said."),
    SentencePair("He said that the tide was out.", "He said, that the tide was out."),
    SentencePair(
      "They sat in a shed on the quay by the lock.",
      "They sat in an old barn on the quay by the lock."),
    SentencePair("The ferry left at noon.", "The ferry, left at noon."),
    SentencePair("The boiler burst at noon.", "The boiler bursted at noon."),
    SentencePair("\"Let's row,\" he said.", "\"Lets row,\" he said."),
    SentencePair("Today's race is off.", "Todays race is off."),
    SentencePair("What happens next?", "What happens next."),
    SentencePair("She rowed; he slept.", "She rowed, he slept."),
    SentencePair("He had one aim: peace.", "He had one aim; peace."),
    SentencePair("The ship was launched at noon.", "The ship was launched on noon."),
    SentencePair("The stall sells crabs, eels.", "The stall sells crabs, and eels."),
    SentencePair("The gale tore the sails and the mast.", "The gale tore the sails, and the mast."),
    SentencePair("The skipper was ill but sailed.", "The skipper was ill, but sailed."),
  ]

  @Test(arguments: others) func `what may stand there was no slip`(pair: SentencePair) {
    #expect(pair.diff.corrections.isEmpty, "\(pair.diff.compactFacts)")
  }
}
