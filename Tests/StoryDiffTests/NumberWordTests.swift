import Testing

@testable import StoryDiff

@Suite struct `Numbers in words` {
  static func same(_ language: String, _ old: String, _ new: String) -> SentencePair {
    SentencePair(old, new, language: language)
  }

  static let restated = [
    same("fr", "Quatre-vingt-dix-sept barques ont coulé.", "97 barques ont coulé."),
    same("fr", "Quatre-vingts barques ont coulé.", "80 barques ont coulé."),
    same("fr", "Soixante et onze barques ont coulé.", "71 barques ont coulé."),
    same("fr", "Vingt-et-une barques ont coulé.", "21 barques ont coulé."),
    same("fr", "Nonante-six barques ont coulé.", "96 barques ont coulé."),
    same("fr", "Mille deux cents barques ont coulé.", "1 200 barques ont coulé."),
    same("fr", "Deux millions et demi de barques ont coulé.", "2,5 millions de barques ont coulé."),
    same(
      "fr", "Le bac a attendu une heure et demie au quai.", "Le bac a attendu 90 minutes au quai."),
    same("fr", "Trois quarts des marins ont voté.", "75 % des marins ont voté."),
    same(
      "fr", "Le quai a coûté 3,5 M€ à la ville.", "Le quai a coûté 3,5 millions d'euros à la ville."
    ),
    same("fr", "Le port a vu 1\u{202F}200 000 marins.", "Le port a vu 1,2 million de marins."),
    same("es", "Treinta y dos barcas se hundieron.", "32 barcas se hundieron."),
    same("es", "Mil quinientas barcas se hundieron.", "1.500 barcas se hundieron."),
    same("es", "La deuda es de mil millones de euros.", "La deuda es de 1.000 millones de euros."),
    same("es", "Medio centenar de barcas se hundió.", "Unas 50 barcas se hundieron."),
    same("es", "La barca esperó dos horas y media.", "La barca esperó 150 minutos."),
    same("es", "La media de edad es alta en el muelle.", "La edad media es alta en el muelle."),
    same("de", "Zweihundertsiebenunddreißig Boote sanken.", "237 Boote sanken."),
    same("de", "Zwölftausendfünfhundert Boote sanken.", "12.500 Boote sanken."),
    same("de", "Der Kai kostet 3,2 Mio. Euro.", "Der Kai kostet 3,2 Millionen Euro."),
    same("en", "The twenty-first ferry sailed.", "The 21st ferry sailed."),
    same("en", "Two and a half million came.", "2.5 million came."),
    same("en", "The search lasted 90 minutes.", "The search lasted an hour and a half."),
    same("en", "Half of the sailors voted.", "50% of the sailors voted."),
    same("en", "It was minus 3C on the quay.", "It was -3C on the quay."),
  ]

  @Test(arguments: restated) func `a number in words is the number in digits`(pair: SentencePair) {
    pair.check()
  }

  static let changes = [
    SentencePair(
      "Sept personnes ont coulé avec le bac.", "Neuf personnes ont coulé avec le bac.",
      "quantity Sept → Neuf revised", language: "fr"),
    SentencePair(
      "Soixante-dix barques ont coulé.", "Soixante-douze barques ont coulé.",
      "quantity Soixante-dix → Soixante-douze revised", language: "fr"),
    SentencePair(
      "Une vingtaine de barques ont coulé.", "Vingt-deux barques ont coulé.",
      "quantity Une vingtaine → Vingt-deux refined", language: "fr"),
    SentencePair(
      "Il fait 3 °C sur le quai ce mardi.", "Il fait -3 °C sur le quai ce mardi.",
      "quantity 3 → -3 revised", language: "fr"),
    SentencePair(
      "Le loyer du quai coûte 300 dinars.", "Le loyer du quai coûte 350 dinars.",
      "money 300 dinars → 350 dinars revised", language: "fr"),
    SentencePair(
      "Une barque sur quatre est perdue, soit un quart de la flotte.",
      "Une barque sur quatre est perdue, soit 40 % de la flotte.",
      "percentage un quart → 40 % revised", language: "fr"),
    SentencePair(
      "Cuarenta y cinco barcas se hundieron.", "Cuarenta y seis barcas se hundieron.",
      "quantity Cuarenta y cinco → Cuarenta y seis revised", language: "es"),
    SentencePair(
      "Al menos un barco se hundió en el puerto.", "Al menos dos barcos se hundieron en el puerto.",
      "quantity un → dos refined", language: "es"),
    SentencePair(
      "Bei dem Sturm sank in der Nacht ein Boot.", "Bei dem Sturm sanken in der Nacht zwei Boote.",
      "quantity ein Boot → zwei revised", language: "de"),
    SentencePair(
      "Ein Mann wurde bei dem Sturm verletzt.", "Zwei Männer wurden bei dem Sturm verletzt.",
      "quantity Ein Mann → Zwei revised", language: "de"),
    SentencePair(
      "At most 50 people sailed on the ferry.", "At least 50 people sailed on the ferry.",
      "quantity At most 50 → At least 50 revised"),
    SentencePair(
      "The toll rose 0.5 points in a year.", "The toll rose 0.7 points in a year.",
      "percentage 0.5 points → 0.7 points revised"),
  ]

  @Test(arguments: changes) func `another number in words is a change`(pair: SentencePair) {
    pair.check()
  }

  static let adjectives = [
    same("fr", "Il conduit un bateau neuf depuis mardi.", "Il conduit un bateau depuis mardi."),
    same("fr", "Elle a gagné la demi-finale sur le quai.", "Elle a gagné la finale sur le quai."),
  ]

  @Test(arguments: adjectives) func `a number word that counts nothing is no number`(
    pair: SentencePair
  ) { #expect(!pair.diff.claims.contains { $0.type == .quantity }) }

  @Test func `a half behind its figure counts`() {
    SentencePair("The race took two and a half hours.", "The race took 2½ hours.").check()
    SentencePair(
      "The race took two and a half hours.", "The race took 3½ hours.",
      "quantity two and a half → 3½ revised"
    ).check()
  }

  @Test func `a part out of a whole is a part of it`() {
    SentencePair("Ice sank 84 of 120 barges.", "Ice sank 84 out of 120 barges.").check()
    SentencePair("Ice sank 84 out of 120 barges.", "Ice sank 84 of 120 barges.").check()
  }
}
