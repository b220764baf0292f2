import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `Other languages` {
  static let french = [
    SentencePair(
      "L'incendie a fait 12 morts dans le port.", "L'incendie a fait 15 morts dans le port.",
      "quantity 12 → 15 revised", language: "fr"),
    SentencePair(
      "Le port accueille 1 200 bateaux.", "Le port accueille 1\u{202F}200 bateaux.", language: "fr"),
    SentencePair(
      "Le port accueille 1200 bateaux.", "Le port accueille 1\u{202F}200 bateaux.", language: "fr"),
    SentencePair(
      "Le port accueille 1,2 million de visiteurs.",
      "Le port accueille 1\u{202F}200\u{202F}000 visiteurs.",
      language: "fr"),
    SentencePair(
      "La grève a coûté 3,5 millions d'euros.", "La grève a coûté 4,5 millions d'euros.",
      "money 3,5 millions d'euros → 4,5 millions d'euros revised || "
        + "money 3,5 millions → 4,5 millions revised || "
        + "money 3,5 millions d → 4,5 millions d revised", language: "fr"),
    SentencePair(
      "Le conseil se réunit à 14 h 30.", "Le conseil se réunit à 15 h 30.",
      "time 14 h 30 → 15 h 30 revised", language: "fr"),
    SentencePair(
      "Les marins ont signé l'accord.", "Les marins n'ont pas signé l'accord.",
      "polarity ∅ → n'ont pas reversed || polarity ∅ → pas reversed || polarity ont → n'ont pas reversed",
      language: "fr"),
    SentencePair(
      "Le maire a parlé de « quais abandonnés par tous ».",
      "Le maire a parlé de « quais oubliés par tous ».",
      "quotation abandonnés → oubliés revised", language: "fr"),
    SentencePair(
      "Trois navires ont coulé.", "3 navires ont coulé.", language: "fr"),
  ]

  static let german = [
    SentencePair(
      "Bei dem Brand starben 12 Menschen.", "Bei dem Brand starben 15 Menschen.",
      "quantity 12 → 15 revised", language: "de"),
    SentencePair(
      "Der Hafen zählt 1.200 Boote.", "Der Hafen zählt 1200 Boote.", language: "de"),
    SentencePair(
      "Der Umbau kostet 1,5 Millionen Euro.", "Der Umbau kostet 1.500.000 Euro.", language: "de"),
    SentencePair(
      "Der Umbau kostet 1,5 Millionen Euro.", "Der Umbau kostet 2,5 Millionen Euro.",
      "money 1,5 Millionen Euro → 2,5 Millionen Euro revised || "
        + "money 1,5 Millionen → 2,5 Millionen revised", language: "de"),
    SentencePair(
      "Der Rat tagt am 14. Mai im Saal.", "Der Rat tagt am 16. Mai im Saal.",
      "date 14. Mai → 16. Mai revised", language: "de"),
    SentencePair(
      "Die Brücke wird gesperrt.", "Die Brücke wird nicht gesperrt.", "polarity ∅ → nicht reversed",
      language: "de"),
    SentencePair(
      "Der Rat tagt um 14 Uhr im Saal.", "Der Rat tagt um 15 Uhr im Saal.",
      "time 14 Uhr → 15 Uhr revised", language: "de"),
    SentencePair(
      "Drei Schiffe sanken im Sturm.", "3 Schiffe sanken im Sturm.", language: "de"),
  ]

  static let spanish = [
    SentencePair(
      "El incendio dejó 12 muertos en el puerto.", "El incendio dejó 15 muertos en el puerto.",
      "quantity 12 → 15 revised", language: "es"),
    SentencePair(
      "El puerto cuenta con 1.200 barcos.", "El puerto cuenta con 1200 barcos.", language: "es"),
    SentencePair(
      "La participación fue del 40 % al mediodía.", "La participación fue del 45 % al mediodía.",
      "percentage 40 % → 45 % revised", language: "es"),
    SentencePair(
      "La huelga terminó el lunes.", "La huelga terminó el martes.",
      "date lunes → martes revised", language: "es"),
    SentencePair(
      "El alcalde firmó el acuerdo.", "El alcalde no firmó el acuerdo.", "polarity ∅ → no reversed",
      language: "es"),
    SentencePair(
      "La huelga podría durar un mes.", "La huelga durará un mes.",
      "certainty podría durar → durará revised || certainty podría → ∅ revised || "
        + "certainty podría durar → ∅ revised", language: "es"),
    SentencePair("Tres barcos se hundieron.", "3 barcos se hundieron.", language: "es"),
  ]

  @Test(arguments: french + german + spanish)
  func `figures, money, dates, times and denials are read in the story's language`(
    pair: SentencePair
  ) { pair.check() }

  static let notices = [
    (
      "fr", "Correction : une version précédente de cet article indiquait 12 bateaux.",
      NoticeChange.Kind.correction
    ),
    (
      "de",
      "Korrektur: In einer früheren Version dieses Artikels hieß es, es seien 12 Boote gewesen.",
      .correction
    ),
    (
      "es", "Corrección: una versión anterior de este artículo decía que eran 12 barcos.",
      .correction
    ),
    ("fr", "[Mise à jour 15h20] La mairie a répondu à nos questions.", .update),
    ("fr", "Précision apportée le 3 mai : le prêt vient de la région.", .clarification),
    ("fr", "Nous avons corrigé une erreur sur la hauteur du phare.", .correction),
    ("fr", "Actualisé à 18 heures avec la réponse du maire.", .update),
    ("fr", "N.D.L.R. : l'auteur est membre du conseil.", .editorsNote),
    ("fr", "Développement suit.", .developing),
    ("de", "Korrektur vom 12. Mai: Der Turm ist 45 Meter hoch.", .correction),
    ("de", "Wir haben die Höhe des Turms korrigiert.", .correction),
    ("de", "Update vom 12. Mai, 15.30 Uhr: Die Stadt hat sich geäußert.", .update),
    ("de", "Dieser Artikel wurde um eine Antwort der Stadt ergänzt.", .update),
    ("de", "(Anm. d. Red.: Der Autor ist Mitglied des Vereins.)", .editorsNote),
    ("de", "Die Meldung wird fortlaufend aktualisiert.", .developing),
    ("es", "[Actualización 18.00] El ayuntamiento ha respondido.", .update),
    ("es", "Por un error, en una versión anterior se decía que eran 12 barcos.", .correction),
    ("es", "Nota aclaratoria: el faro pertenece a la diputación.", .clarification),
    ("es", "N. de la R.: el autor es miembro de la junta.", .editorsNote),
    ("es", "Ampliación en breve.", .developing),
    ("es", "Hemos retirado esta información.", .retraction),
  ]

  @Test(arguments: notices)
  func `notices are known in the story's language`(
    language: String, text: String, kind: NoticeChange.Kind
  ) {
    let diff = StoryDiff(
      from: story("Le port.", language: language), to: story("Le port.", text, language: language))
    #expect(diff.notices.map(\.kind) == [kind])
  }

  static let furniture = [
    ("fr", "12 commentaires · 340 partages · 3 min de lecture", "15 commentaires · 362 partages"),
    ("fr", "Publié le 12 mai 2025 à 14h30", "Publié le 12 mai 2025 à 18h02"),
    ("de", "Stand: 12. Mai 2025, 14.30 Uhr", "Stand: 12. Mai 2025, 18.02 Uhr"),
    ("de", "12 Kommentare | 340 Mal geteilt", "15 Kommentare | 362 Mal geteilt"),
    ("es", "Actualizado a las 14:30", "Actualizado a las 18:02"),
    ("en", "12 comments, 900 views", "15 comments, 1,204 views"),
  ]

  @Test(arguments: furniture)
  func `what a page counts and dates is neither claim nor notice`(
    language: String, old: String, new: String
  ) {
    let diff = StoryDiff(
      from: story("Le port.", old, language: language),
      to: story("Le port.", new, language: language))
    #expect(diff.compact == ["edited 1→1"])
  }

  @Test func `a language that is not known still has blocks and edits`() {
    let old = story(
      "Laiva lähti satamasta aamulla.", "Miehistö palasi illalla kotiin.", language: "fi")
    let new = story(
      "Laiva lähti satamasta illalla.", "Miehistö palasi illalla kotiin.", language: "fi")
    let diff = StoryDiff(from: old, to: new)
    #expect(diff.compact == ["edited 0→0"])
    #expect(diff.blocks[0].edits.map(\.text).contains("aamulla"))
  }
}

@Suite struct `Texts too short for small words` {
  /// A headline of which nobody said what language it is in.
  private func headline(_ text: String) -> Document { Document(blocks: [Block(.headline, text)]) }

  @Test func `a headline of English words is read as English`() {
    let diff = StoryDiff(
      from: headline("7 killed in mill fire"), to: headline("8 killed in mill fire"))
    #expect(diff.claims.map(\.type) == [.quantity])
  }

  @Test func `a headline of a language that is not known is not`() {
    let diff = StoryDiff(
      from: headline("Siedem ofiar pożaru fabryki"), to: headline("Osiem ofiar pożaru fabryki"))
    #expect(diff.claims.isEmpty)
  }
}
