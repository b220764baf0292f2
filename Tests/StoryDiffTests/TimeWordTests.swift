import Testing

@testable import StoryDiff

/// 12 May 2026 is a Tuesday.
@Suite struct `Times in words` {
  static let noon = "2026-05-12T12:00:00Z"

  static func pair(_ language: String, _ old: String, _ new: String, _ says: String...)
    -> SentencePair
  {
    var pair = SentencePair(old, new, oldAt: noon, language: language)
    if let said = says.first {
      pair = SentencePair(old, new, said, oldAt: noon, language: language)
    }
    return pair
  }

  static let hours = [
    pair(
      "fr", "Le bac part à 21 heures du quai.", "Le bac part à 20 h 45 du quai.",
      "time 21 heures → 20 h 45 revised"),
    pair(
      "fr", "Le bac attend pendant 3 heures.", "Le bac attend pendant 4 heures.",
      "quantity 3 → 4 revised"),
    pair(
      "fr", "Le port est à 3 heures de route.", "Le port est à 4 heures de route.",
      "quantity 3 → 4 revised"),
    pair("fr", "Le bac part à midi du quai.", "Le bac part à 12 heures du quai."),
    pair("fr", "Le bac part à huit heures du soir.", "Le bac part à 20 heures."),
    pair(
      "es", "El barco sale a las ocho de la tarde.", "El barco sale a las nueve de la noche.",
      "time ocho de la tarde → nueve de la noche revised"),
    pair("es", "El barco sale a las nueve y media.", "El barco sale a las 9.30."),
    pair(
      "es", "El puerto abre de 8 a 12 horas.", "El puerto abre de 9 a 12 horas.",
      "time 8 a 12 horas → 9 a 12 horas revised"),
    pair(
      "de", "Der Hafen öffnet von 8 bis 12 Uhr.", "Der Hafen öffnet von 9 bis 12 Uhr.",
      "time 8 bis 12 Uhr → 9 bis 12 Uhr revised"),
    pair("de", "Das Boot fährt um halb neun Uhr.", "Das Boot fährt um 8.30 Uhr."),
    pair(
      "de", "Das Boot fährt am Dienstagmorgen.", "Das Boot fährt am Dienstagabend.",
      "time Dienstagmorgen → Dienstagabend revised"),
    pair(
      "en", "The ferry sank late on Friday.", "The ferry sank early on Friday.",
      "time late → early revised"),
  ]

  @Test(arguments: hours) func `an hour is told from a number of hours`(pair: SentencePair) {
    pair.check()
  }

  static let periods = [
    pair(
      "en", "She led the guild in 2010-14 and once more.",
      "She led the guild in 2010-15 and once more.",
      "date 2010-14 → 2010-15 revised"),
    pair(
      "en", "She led the guild in 2010-14 and once more.",
      "She led the guild from 2010 to 2014 and once more."),
    pair("en", "She led the guild in 2010–2014.", "She led the guild in 2010-14."),
    pair(
      "en", "The 2020/21 season was cut short.", "The 2021/22 season was cut short.",
      "date 2020/21 → 2021/22 revised"),
    pair(
      "en", "The lock opens in early June.", "The lock opens in late June.",
      "date early June → late June revised"),
    pair(
      "en", "The lock opens in June.", "The lock opens in early June.",
      "date June → early June refined"),
    pair(
      "en", "The lock opens in the spring.", "The lock opens in the autumn.",
      "date spring → autumn revised"),
    pair(
      "fr", "L'écluse ouvre début juin.", "L'écluse ouvre mi-juin.",
      "date début juin → mi-juin revised"),
    pair(
      "fr", "L'écluse ouvre au printemps.", "L'écluse ouvre en automne.",
      "date printemps → automne revised"),
    pair("fr", "L'écluse a été repeinte.", "L'écluse est repeinte."),
    pair(
      "de", "Die Schleuse öffnet Anfang Juni.", "Die Schleuse öffnet Ende Juni.",
      "date Anfang Juni → Ende Juni revised"),
    pair(
      "de", "Die Schleuse öffnet im Frühjahr.", "Die Schleuse öffnet im Herbst.",
      "date Frühjahr → Herbst revised"),
    pair(
      "es", "La esclusa abre a principios de junio.", "La esclusa abre a finales de junio.",
      "date principios de junio → finales de junio revised"),
    pair("fr", "L'écluse ouvre le 1er juin.", "L'écluse ouvre le premier juin."),
    pair("es", "La esclusa abre el 1 de junio.", "La esclusa abre el primero de junio."),
    pair("en", "The lock opens on the twenty-first of June.", "The lock opens on 21 June."),
  ]

  @Test(arguments: periods) func `seasons, parts of months and days in words are dates`(
    pair: SentencePair
  ) { pair.check() }

  static let partsOfYears = [
    pair(
      "en", "Prices will fall by the second quarter.", "Prices will fall by the fourth quarter.",
      "date second quarter → fourth quarter revised"),
    pair(
      "en", "The hall is due in Q3 2027 at last.", "The hall is due in Q4 2027 at last.",
      "date Q3 2027 → Q4 2027 revised"),
    pair(
      "en", "The hall is due in 2027 at last.", "The hall is due in Q4 2027 at last.",
      "date 2027 → Q4 2027 refined"),
    pair(
      "en", "The hall is due in the first half of next year.",
      "The hall is due in the second half of next year.",
      "date first half of next year → second half of next year revised"),
    pair(
      "en", "They scored in the first half of the match.",
      "They scored in the second half of the match.", "quantity first → second revised"),
    pair(
      "fr", "Les prix baisseront au deuxième trimestre.",
      "Les prix baisseront au quatrième trimestre.",
      "date deuxième trimestre → quatrième trimestre revised"),
    pair(
      "fr", "Les prix baisseront au T2 2027.", "Les prix baisseront au T4 2027.",
      "date T2 2027 → T4 2027 revised"),
    pair(
      "de", "Die Preise sinken im 2. Quartal 2027.", "Die Preise sinken im 4. Quartal 2027.",
      "date 2. Quartal 2027 → 4. Quartal 2027 revised"),
    pair(
      "de", "Die Preise sinken im ersten Halbjahr.", "Die Preise sinken im zweiten Halbjahr.",
      "date ersten Halbjahr → zweiten Halbjahr revised"),
    pair(
      "es", "Los precios bajarán en el segundo trimestre de 2027.",
      "Los precios bajarán en el cuarto trimestre de 2027.",
      "date segundo trimestre de 2027 → cuarto trimestre de 2027 revised"),
  ]

  @Test(arguments: partsOfYears) func `a quarter and a half of a year are dates`(
    pair: SentencePair
  ) { pair.check() }

  static let placesOfTimes = [
    pair(
      "en", "The final is at 18:00 GMT in the old yard.",
      "The final is at 18:00 local time in the old yard.",
      "time 18:00 GMT → 18:00 local time revised"),
    pair(
      "en", "The final is at 18:00 GMT in the old yard.",
      "The final is at 21:00 local time in the old yard."),
    pair(
      "fr", "La finale est à 18 h 00 GMT.", "La finale est à 18 h 00 heure locale.",
      "time 18 h 00 GMT → 18 h 00 heure locale revised"),
    pair(
      "de", "Das Endspiel beginnt um 18 Uhr MEZ.", "Das Endspiel beginnt um 18 Uhr Ortszeit.",
      "time 18 Uhr MEZ → 18 Uhr Ortszeit revised"),
    pair(
      "es", "La final es a las 18.00 GMT.", "La final es a las 18.00 hora local.",
      "time 18.00 GMT → 18.00 hora local revised"),
  ]

  @Test(arguments: placesOfTimes) func `the time of a place is not that of a zone`(
    pair: SentencePair
  ) { pair.check() }

  static let partsOfDays = [
    pair(
      "en", "Crews went in before dawn on Monday.", "Crews went in on Monday.",
      "time dawn → ∅ revised || time before dawn → ∅ revised"),
    pair("en", "Crews left at lunchtime.", "Crews left.", "time lunchtime → ∅ revised"),
    pair(
      "en", "The crew was found overnight on the bank.", "The crew was found at dawn on the bank.",
      "time overnight → dawn revised"),
    pair(
      "en", "The lock closes at ten each night.", "The lock closes at eight each night.",
      "time ten → eight revised"),
    pair(
      "en", "The lock closes at ten tonight.", "The lock closes at nine tonight.",
      "time ten → nine revised"),
    pair(
      "en", "The ferry sails in the morning from the quay.",
      "The ferry sails at 9am from the quay.", "time morning → 9am refined"),
    pair(
      "en", "The ferry sails in the morning from the quay.",
      "The ferry sails at 9pm from the quay.", "time morning → 9pm revised"),
    pair(
      "en", "The ferry sails this morning.", "The ferry sails tomorrow morning.",
      "date this morning → tomorrow morning revised"),
    pair(
      "fr", "Les marins ont été trouvés cette nuit.", "Les marins ont été trouvés à l'aube.",
      "time cette nuit → l'aube revised"),
    pair(
      "es", "Los encontraron anoche en la orilla.", "Los encontraron al amanecer en la orilla.",
      "time anoche → amanecer revised"),
  ]

  @Test(arguments: partsOfDays) func `a part of the day tells a time`(pair: SentencePair) {
    pair.check()
  }

  @Test func `a verb that is spelt like a season is none`() {
    SentencePair("The mast is ready to fall on the quay.", "The mast is unsafe on the quay.")
      .check()
  }
}
