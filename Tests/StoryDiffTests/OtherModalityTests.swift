import Testing

@testable import StoryDiff

@Suite struct `Certainty and denial in other languages` {
  static func pair(_ language: String, _ old: String, _ new: String, _ says: String)
    -> SentencePair
  { SentencePair(old, new, says, language: language) }

  static func same(_ language: String, _ old: String, _ new: String) -> SentencePair {
    SentencePair(old, new, language: language)
  }

  static let hearsay = [
    pair(
      "fr", "Le groupe détiendrait trois quais du port.", "Le groupe détient trois quais du port.",
      "certainty détiendrait → détient revised"),
    pair(
      "fr", "Le marin aurait coulé la barque.", "Le marin a coulé la barque.",
      "certainty aurait → a revised"),
    pair(
      "es", "El grupo tendría tres muelles en el puerto.",
      "El grupo tiene tres muelles en el puerto.", "certainty tendría → tiene revised"),
    pair(
      "es", "La obra costaría mucho dinero al puerto.", "La obra cuesta mucho dinero al puerto.",
      "certainty costaría → cuesta revised"),
    pair(
      "es", "El sospechoso habría hundido la barca.", "El sospechoso ha hundido la barca.",
      "certainty habría → ha revised"),
    pair(
      "de", "Der Lotse soll das Boot versenkt haben.", "Der Lotse hat das Boot versenkt.",
      "certainty soll → hat revised"),
    same(
      "fr", "Le port fermerait cet hiver, si la région refusait.",
      "Le port fermera cet hiver, si la région refusait."),
    same("fr", "Le marin montrait la barque au maire.", "Le marin montre la barque au maire."),
    same("es", "El niño corría por el muelle.", "El niño corre por el muelle."),
  ]

  @Test(arguments: hearsay) func `a conditional that tells hearsay is less sure`(
    pair: SentencePair
  ) { pair.check() }

  static let denials = [
    pair(
      "fr", "Il n'y a aucun blessé sur le quai.", "Il y a trois blessés sur le quai.",
      "polarity aucun → ∅ reversed"),
    pair(
      "fr", "Le bac n'est guère utile au port.", "Le bac est utile au port.",
      "polarity guère → ∅ reversed"),
    pair(
      "fr", "Le port ne fermera plus cet hiver.", "Le port fermera cet hiver.",
      "polarity ne fermera plus → ∅ reversed"),
    pair(
      "de", "Es gab keine Verletzten am Kai.", "Es gab drei Verletzte am Kai.",
      "polarity keine → ∅ reversed"),
    pair(
      "es", "Jamás aceptaremos el acuerdo del puerto.", "Aceptaremos el acuerdo del puerto.",
      "polarity Jamás → ∅ reversed"),
    pair(
      "es", "No hay ningún herido en el muelle.", "Hay un herido en el muelle.",
      "polarity No hay ningún → ∅ reversed"),
    same("fr", "Le premier pas du robot a été filmé.", "Le premier geste du robot a été filmé."),
    same("fr", "Il ne reste plus que deux bacs au port.", "Il reste deux bacs au port."),
  ]

  @Test(arguments: denials) func `a denial is known from the same word that denies nothing`(
    pair: SentencePair
  ) { pair.check() }

  static let planned = [
    SentencePair("The lock is due to open in May.", "The lock is scheduled to open in May."),
    SentencePair("The crew were reported to be well.", "The crew were said to be well."),
    SentencePair(
      "The lock is due to open in May.", "The lock may open in May.",
      "certainty is → may revised"),
  ]

  @Test(arguments: planned) func `what is due is expected still`(pair: SentencePair) {
    pair.check()
  }
}
