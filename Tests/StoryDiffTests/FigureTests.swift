import Testing

@Suite struct Figures {
  static let changes = [
    SentencePair(
      "About 12 people were hurt in the crash.", "About 15 people were hurt in the crash.",
      "quantity 12 → 15 revised || quantity 12 → 15 refined"),
    SentencePair(
      "The ferry carried 12 cars.", "The ferry carried 15 cars.", "quantity 12 → 15 revised"),
    SentencePair(
      "The storm killed 20 people.", "The storm killed 17 people.", "quantity 20 → 17 revised"),
    SentencePair(
      "Three boats were lost.", "Four boats were lost.", "quantity Three → Four revised"),
    SentencePair(
      "The cranes lifted 4,200 crates.", "The cranes lifted 4,900 crates.",
      "quantity 4,200 → 4,900 revised"),
    SentencePair(
      "The tunnel is 5 miles long.", "The tunnel is 9 km long.",
      "quantity 5 miles → 9 km revised"),
    SentencePair(
      "The tank holds 300 litres of fuel.", "The tank holds 300 gallons of fuel.",
      "quantity 300 litres → 300 gallons revised"),
    SentencePair(
      "Repairs will take 3 to 5 weeks.", "Repairs will take 3 to 7 weeks.",
      "quantity 3 to 5 → 3 to 7 revised"),
    SentencePair(
      "The pilot was on his second crossing of the day.",
      "The pilot was on his third crossing of the day.", "quantity second → third revised"),
    SentencePair(
      "Marta Oake, 41, steered the barge.", "Marta Oake, 42, steered the barge.",
      "quantity 41 → 42 revised"),
    SentencePair(
      "The barge was steered by a 41-year-old woman.",
      "The barge was steered by a 43-year-old woman.",
      "quantity 41 → 43 revised || quantity 41-year-old → 43-year-old revised"),
    SentencePair(
      "Marta Oake steered the barge.", "Marta Oake, 42, steered the barge.",
      "quantity ∅ → 42 revised"),
    SentencePair(
      "Quayside beat Millpond 3-1 on Sunday.", "Quayside beat Millpond 3-2 on Sunday.",
      "quantity 3-1 → 3-2 revised"),
    SentencePair(
      "Two thirds of the berths are taken.", "Three quarters of the berths are taken.",
      "quantity Two thirds → Three quarters revised"),
    SentencePair(
      "Fourteen people died and 36 were hurt.", "Thirty-six people died and 14 were hurt.",
      "quantity Fourteen → Thirty-six revised", "quantity 36 → 14 revised"),
    SentencePair(
      "The repair cost £2m last year.", "The repair cost £2.5m last year.",
      "money £2m → £2.5m revised"),
    SentencePair(
      "The pier was sold for £46m.", "The pier was sold for €46m.", "money £46m → €46m revised"),
    SentencePair(
      "Fares rose by 4 percent.", "Fares rose by 4 percentage points.",
      "percentage 4 percent → 4 percentage points revised"),
    SentencePair(
      "Turnout was 38% at noon.", "Turnout was 34% at noon.", "percentage 38% → 34% revised"),
    SentencePair(
      "The rate was cut by half a per cent.", "The rate was cut by half a percentage point.",
      "percentage half a per cent → half a percentage point revised"),
    SentencePair(
      "It is the fourth-largest port.", "It is the fifth-largest port.",
      "quantity fourth → fifth revised"),
    SentencePair(
      "The gate was rammed twice.", "The gate was rammed three times.",
      "quantity twice → three revised"),
    SentencePair(
      "The tide turned in an hour.", "The tide turned in two hours.",
      "quantity an hour → two hours revised || quantity an → two revised"),
    SentencePair(
      "She leaves a daughter.", "She leaves two daughters.",
      "quantity a daughter → two revised || quantity a daughter → two daughters revised"),
    SentencePair(
      "The lock was shut in both directions.", "The lock was shut in one direction.",
      "quantity both directions → one revised"),
    SentencePair(
      "The crew waited months for a berth.", "The crew waited years for a berth.",
      "quantity months → years revised"),
    SentencePair(
      "The catch weighed a pound.", "The catch weighed a kilogram.",
      "quantity a pound → a kilogram revised"),
    SentencePair(
      "The barge carried 12 000 crates.", "The barge carried 15 000 crates.",
      "quantity 12 000 → 15 000 revised"),
    SentencePair(
      "They won the cup.", "They won the cup for the tenth straight year.",
      "quantity ∅ → tenth revised"),
    SentencePair(
      "The pier drew around million visitors.", "The pier drew over two million visitors.",
      "quantity around million → over two million revised"),
  ]

  @Test(arguments: changes)
  func `another value is a changed claim, with the smallest span that carries it`(
    pair: SentencePair
  ) { pair.check() }

  static let refinements = [
    SentencePair(
      "At least 23 people were rescued.", "At least 31 people were rescued.",
      "quantity 23 → 31 refined"),
    SentencePair(
      "At least 10 people were rescued.", "Ten people were rescued.",
      "quantity At least 10 → Ten refined"),
    SentencePair(
      "The wreck held more than 10 crates.", "The wreck held 12 crates.",
      "quantity more than 10 → 12 refined"),
    SentencePair(
      "The wreck held about 50 crates.", "The wreck held 52 crates.",
      "quantity about 50 → 52 refined"),
    SentencePair(
      "The works will cost £9.97m in all.", "The works will cost about £10m in all.",
      "money £9.97m → about £10m refined"),
    SentencePair(
      "The wreck held up to 40 crates.", "The wreck held 52 crates.",
      "quantity up to 40 → 52 revised"),
    SentencePair(
      "The wreck held more than 10 crates.", "The wreck held eight crates.",
      "quantity more than 10 → eight revised"),
  ]

  @Test(arguments: refinements)
  func `a figure that its old bound allowed refines it, another one revises it`(
    pair: SentencePair
  ) { pair.check() }

  static let restatements = [
    SentencePair("The crew lost three boats.", "The crew lost 3 boats."),
    SentencePair("The crew lost a dozen boats.", "The crew lost 12 boats."),
    SentencePair("The crew lost twenty-one boats.", "The crew lost 21 boats."),
    SentencePair(
      "The yard built two hundred and five boats.", "The yard built 205 boats."),
    SentencePair("The yard stores 1,200 crates.", "The yard stores 1200 crates."),
    SentencePair("The line carries 1,20,000 people.", "The line carries 1.2 lakh people."),
    SentencePair("The line carries 12,50,000 people.", "The line carries 1,250,000 people."),
    SentencePair("The port serves 1.2 million people.", "The port serves 1,200,000 people."),
    SentencePair("The port made $1.2m a year.", "The port made $1.2 million a year."),
    SentencePair("The port made 5 million euros a year.", "The port made €5 million a year."),
    SentencePair("The path is 5 miles long.", "The path is 8 km long."),
    SentencePair("The crossing takes 3–5 days.", "The crossing takes 3 to 5 days."),
    SentencePair("Fares rose by 4 percent.", "Fares rose by 4%."),
    SentencePair(
      "Fares rose by 4 per cent.", "Fares rose by 4 percent."),
    SentencePair("It was the boat's second trip.", "It was the boat's 2nd trip."),
    SentencePair("The walk is half a mile long.", "The walk is ½ mile long."),
    SentencePair("At least 10 boats sank.", "No fewer than 10 boats sank."),
    SentencePair("More than 10 boats sank.", "Over 10 boats sank."),
    SentencePair("The port employs 12k people.", "The port employs 12,000 people."),
  ]

  @Test(arguments: restatements)
  func `the same value in other figures, words or units is no claim`(pair: SentencePair) {
    pair.check()
    #expect(
      pair.knownIssue != nil
        || pair.diff.blocks.flatMap(\.changes).allSatisfy { $0.class == .restated },
      "\(pair.diff.blocks.flatMap(\.changes).map(\.class))")
  }

  @Test(arguments: [
    SentencePair(
      "The ferry sank off Ardle, while fires are reported in several coastal towns.",
      "The ferry sank off Ardle, as seven die in a fire near the harbour."),
    SentencePair(
      "The rents rose in many parts of the town, by 29% in a...",
      "The rents rose in the town, by 29% in a year"),
    SentencePair(
      "The singer Oake sang in Ardle, aged 74", "The 'one-off talent' Oake sang in Ardle",
      "quantity 74 → ∅ revised"),
  ])
  func `a quantity without a figure is no other count of something else`(pair: SentencePair) {
    pair.check()
  }

  @Test func `an age beside where somebody is from is no source`() {
    SentencePair(
      "Dean Oake, 47, of Ardle, admitted the fire.", "Dean Oake, 49, of Ardle, admitted the fire.",
      "quantity 47 → 49 revised"
    ).check()
  }

  @Test func `a bare m before people is millions`() {
    SentencePair(
      "The port serves 1.2m people.", "The port serves 1.2 million people."
    ).check()
  }

  static let open = [
    SentencePair(
      "He was jailed for 18 months.", "He was jailed for a year and a half."),
    SentencePair("Two-thirds of the crates were lost.", "Two thirds of the crates were lost."),
    SentencePair("The barge carried 12,000 crates.", "The barge carried 12 000 crates."),
    SentencePair("The lock cost $2.4 bln.", "The lock cost $2.4 billion."),
    SentencePair("The gate was rammed two times.", "The gate was rammed twice."),
    SentencePair("The wardrobe had one mirror.", "The wardrobe had a mirror."),
    SentencePair(
      "The first of the barges came in.", "The barges with 400 crates came in.",
      "quantity ∅ → 400 revised"),
    SentencePair(
      "The tag &#038; the rope were found.", "The tag & the rope were found."),
    SentencePair(
      "The lock cost 5 million pounds.", "The lock cost £5 million."),
    SentencePair(
      "It is the third fire this year.", "It is the fourth fire this year.",
      "quantity third → fourth revised"),
    SentencePair(
      "The lock cost nearly £5m in all.", "The lock cost more than £5m in all.",
      "money nearly £5m → more than £5m revised"),
  ]

  @Test(arguments: open) func `figures that are not read right yet`(pair: SentencePair) {
    pair.check()
  }

  @Test func `each occurrence of a figure is a claim of its own`() {
    let pair = SentencePair(
      "The storm killed 12 people. Of the 12 people, most were sailors.",
      "The storm killed 15 people. Of the 15 people, most were sailors.",
      "quantity 12 → 15 revised", "quantity 12 → 15 revised")
    pair.check()
  }

  @Test func `a figure carries its value, unit and bound`() throws {
    let pair = SentencePair("The pier is at least 4 miles long.", "The pier is 6 miles long.")
    let claim = try #require(pair.diff.claims.first)
    #expect(claim.old?.value == .number(4))
    #expect(claim.old?.bound == .atLeast)
    #expect(claim.new?.value == .number(6))
    #expect(claim.new?.bound == .exactly)
    #expect(claim.new?.unit == "mile")
  }
}
