import Testing

@testable import StoryDiff

@Suite struct `Measures of several parts, and sums in other money` {
  static let changes = [
    SentencePair(
      "A man has died after a fire in Lorn.", "Two people have died after a fire in Lorn.",
      "quantity A man → Two revised"),
    // To how many, and no range of money.
    SentencePair(
      "The council owes £30m to 12 lenders.", "The council owes £33m to 14 lenders.",
      "money £30m → £33m revised", "quantity 12 → 14 revised"),
    SentencePair(
      "The rate edged up to 3.9%.", "The rate edged down to 3.8%.",
      "percentage 3.9% → 3.8% revised"),
    // A length of time in two units is one value.
    SentencePair(
      "The skipper was jailed for five years.",
      "The skipper was jailed for four years and nine months.",
      "quantity five years → four years and nine months revised"),
    SentencePair(
      "The mast is 5 feet 9 inches thick.", "The mast is 5 feet 11 inches thick.",
      "quantity 5 feet 9 inches → 5 feet 11 inches revised"),
    // What is suspended of a term is no part of it.
    SentencePair(
      "He got two years, nine months of it suspended.",
      "He got three years, nine months of it suspended.", "quantity two → three revised"),
    // A sign of a currency before a figure, where the other version has a word behind it.
    SentencePair(
      "The toll is 300 dollars, the port said.", "The toll is €300, the port said.",
      "money 300 dollars → €300 revised"),
    // Letters of a currency before a figure, and of a scale behind it.
    SentencePair(
      "The port will spend N50m on the quay.", "The port will spend N90m on the quay.",
      "money N50m → N90m revised"),
    SentencePair(
      "The port will spend CHF1.5m on the quay.", "The port will spend CHF1.8m on the quay.",
      "money CHF1.5m → CHF1.8m revised"),
    SentencePair(
      "The port will spend R$50m on the quay.", "The port will spend R$90m on the quay.",
      "money R$50m → R$90m revised"),
    // A scale that touches its figure.
    SentencePair(
      "The crane cost £22million to build.", "The crane cost £24million to build.",
      "money £22million → £24million revised"),
    SentencePair(
      "The bank raised its rate by 25 basis points.",
      "The bank raised its rate by 50 basis points.",
      "percentage 25 basis points → 50 basis points revised"),
    // A feast is no part of the year in which a month lies.
    SentencePair(
      "The lock is shut until Christmas.", "The lock is shut until February.",
      "date Christmas → February revised"),
    SentencePair(
      "The board will vote today.", "The board will vote tomorrow.",
      "date today → tomorrow revised"),
  ]

  @Test(arguments: changes) func `each is one change`(pair: SentencePair) { pair.check() }

  static let restatements = [
    // What a page says of itself, behind a paragraph.
    SentencePair(
      "The bill was backed by 34 rowers. Updated 5 minutes ago",
      "The bill was backed by 34 rowers. Updated 2 minutes ago"),
    SentencePair(
      "The rower is 6ft 3in tall, with a limp.", "The rower is 1.91 m tall, with a limp."),
    SentencePair("The crew rowed for 2 hours, 15 minutes.", "The crew rowed for 135 minutes."),
    SentencePair("She served a year and three months.", "She served 15 months."),
    SentencePair("The mill stood for 50 years.", "The mill stood for half a century."),
    SentencePair(
      "Le moulin a tenu cinquante ans.", "Le moulin a tenu un demi-siècle.", language: "fr"),
    SentencePair(
      "Die Mühle stand fünfzig Jahre.", "Die Mühle stand ein halbes Jahrhundert.", language: "de"),
    SentencePair(
      "The bank raised its rate by 50 basis points.",
      "The bank raised its rate by half a percentage point."),
    // A bound in other words.
    SentencePair(
      "The crossing takes less than half an hour.", "The crossing takes barely half an hour."),
  ]

  @Test(arguments: restatements) func `the same value says nothing new`(pair: SentencePair) {
    pair.check()
  }

  @Test func `a season is named by its word alone in a headline`() {
    let body = "The harbour board met in the old town hall."
    let diff = StoryDiff(
      from: story("# Board to vote on crane in spring", body),
      to: story("# Spring vote for board on crane", body))
    #expect(diff.claims.isEmpty, "\(diff.compactFacts)")
  }
}
