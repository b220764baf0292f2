import Testing

@testable import StoryDiff

@Suite struct `Names, peoples and relatives` {
  static func pair(_ language: String, _ old: String, _ new: String, _ says: String)
    -> SentencePair
  { SentencePair(old, new, says, language: language) }

  static func same(_ language: String, _ old: String, _ new: String) -> SentencePair {
    SentencePair(old, new, language: language)
  }

  static let german = [
    pair(
      "de", "Die CDU lehnt den neuen Kai ab.", "Die SPD lehnt den neuen Kai ab.",
      "entity CDU → SPD revised"),
    pair(
      "de", "Der Trainer Rüdiger Stamm gewann am Kai.", "Der Trainer Fabian Ochs gewann am Kai.",
      "entity Rüdiger Stamm → Fabian Ochs revised"),
    pair(
      "de", "Am Kai traf sie den Maler Eilert Brok.", "Am Kai traf sie den Maler Odo Quast.",
      "entity Eilert Brok → Odo Quast revised"),
    pair(
      "de", "Der Angeklagte Peter M. schwieg am Kai.", "Der Angeklagte Stefan K. schwieg am Kai.",
      "entity Peter M. → Stefan K. revised || entity Peter M → Stefan K revised"),
    pair(
      "de", "Das Boot sank in Husberg am Mittag.", "Das Boot sank in Tönnsiel am Mittag.",
      "entity Husberg → Tönnsiel revised"),
    pair(
      "de", "Der Lotse reist nach Polen zu Gesprächen.",
      "Der Lotse reist nach Ungarn zu Gesprächen.",
      "entity Polen → Ungarn revised"),
    pair(
      "de", "Die Firma Albers baute den neuen Kai.", "Die Firma Krohne baute den neuen Kai.",
      "entity Albers → Krohne revised"),
    same("de", "Das Gebäude am Kai brannte nieder.", "Das Haus am Kai brannte nieder."),
    same(
      "de", "Der Lotse sitzt seit Mai in Haft.", "Der Lotse sitzt seit Mai in Untersuchungshaft."),
    same("de", "Der Plan tritt am Kai in Kraft.", "Der Plan tritt am Kai in Wirkung."),
    same("de", "Der Wagen fiel vom Kai.", "Das Fahrzeug fiel vom Kai."),
  ]

  @Test(arguments: german) func `where nouns have capitals a name needs evidence`(
    pair: SentencePair
  ) { pair.check() }

  @Test func `a name that is mended once is mended further down`() {
    let diff = StoryDiff(
      from: story(
        "Der Lotse Ekkehard Lüttmann sprach am Kai.", "Am Abend führte Lüttmann durch den Hafen.",
        language: "de"),
      to: story(
        "Der Lotse Ekkehard Lütmann sprach am Kai.", "Am Abend führte Lütmann durch den Hafen.",
        language: "de"))
    #expect(diff.claims.isEmpty)
    #expect(diff.corrections.map(\.kind) == [.name, .name])
  }

  static let peoples = [
    pair(
      "fr", "Les marins iraniens ont quitté le port.", "Les marins irakiens ont quitté le port.",
      "entity iraniens → irakiens revised"),
    pair(
      "de", "Die türkische Fähre verließ den Hafen.", "Die syrische Fähre verließ den Hafen.",
      "entity türkische → syrische revised"),
    pair(
      "es", "Las barcas peruanas dejaron el puerto.", "Las barcas chilenas dejaron el puerto.",
      "entity peruanas → chilenas revised"),
  ]

  @Test(arguments: peoples) func `another people is named without a capital`(pair: SentencePair) {
    pair.check()
  }

  static let roles = [
    pair(
      "en", "She sailed with her sister on Friday.", "She sailed with her daughter on Friday.",
      "role sister → daughter revised"),
    pair(
      "fr", "Sa mère Louise a vu le bac couler.", "Sa sœur Louise a vu le bac couler.",
      "role mère → sœur revised"),
    pair(
      "de", "Seine Mutter Louise sah das Boot sinken.",
      "Seine Schwester Louise sah das Boot sinken.", "role Mutter → Schwester revised"),
    pair(
      "es", "Luis, hermano del piloto, dejó el puerto.", "Luis, primo del piloto, dejó el puerto.",
      "role hermano → primo revised"),
    pair(
      "es", "El exalcalde Luis Prado visitó el puerto.", "El alcalde Luis Prado visitó el puerto.",
      "role exalcalde → alcalde revised"),
    pair(
      "fr", "L'ex-ministre Elsa Sanz a visité le port.", "La ministre Elsa Sanz a visité le port.",
      "role L'ex-ministre → ministre revised"),
    pair(
      "es", "El ministro de Interior visitó el puerto.", "El ministro de Defensa visitó el puerto.",
      "role ministro de Interior → ministro de Defensa revised"),
    same("en", "She called her mum from the ferry.", "She called her mother from the ferry."),
    same("fr", "Les habitants ont quitté le port.", "Les riverains ont quitté le port."),
    same("es", "Los vecinos dejaron el puerto.", "Los residentes dejaron el puerto."),
  ]

  @Test(arguments: roles) func `relatives and titles in one word are roles, neighbours are none`(
    pair: SentencePair
  ) { pair.check() }
}
