import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `A notice in French, German and Spanish` {
  struct Case: Sendable, CustomTestStringConvertible {
    let language: String, text: String
    var testDescription: String { "\(language): \(text)" }

    init(_ language: String, _ text: String) {
      self.language = language
      self.text = text
    }
  }

  static let notices = [
    Case("de", "In einer früheren Version dieses Artikels hieß es, die Schleuse sei neu."),
    Case("de", "Der Artikel wurde nachträglich korrigiert."),
    Case("de", "Nach Hinweisen aus Ely haben wir den Artikel ergänzt."),
    Case("de", "Wir haben die Höhe der Schleuse korrigiert."),
    Case("de", "Im Artikel war die Höhe der Schleuse falsch angegeben."),
    Case("de", "Anders als zunächst berichtet, bleibt die Schleuse offen."),
    Case("de", "Die Überschrift dieses Beitrags wurde geändert, um klarzustellen, wer zahlt."),
    Case("fr", "Une première version de cet article indiquait que l'écluse était neuve."),
    Case("fr", "L'article a été modifié le 4 mars pour corriger la hauteur de l'écluse."),
    Case("fr", "Contrairement à ce que nous écrivions, l'écluse reste ouverte."),
    Case("fr", "Nous avons écrit par erreur que l'écluse était neuve."),
    Case("es", "Una versión anterior de este artículo decía que la esclusa es nueva."),
    Case("es", "El artículo ha sido corregido: la esclusa mide 60 metros."),
    Case("es", "Por un error de edición, se publicó que la esclusa es nueva."),
    Case("es", "Lamentamos el error: la esclusa mide 60 metros, no 80."),
  ]

  static let prose = [
    // Texts that are not the newsroom's.
    Case("de", "Der Artikel 12 der Satzung wurde 1998 korrigiert."),
    Case("de", "In einer früheren Version der Satzung hieß es, die Schleuse sei neu."),
    Case("de", "Die Meldung der Polizei wurde am Abend korrigiert."),
    Case("fr", "L'article 12 du règlement a été corrigé en 1998."),
    Case("fr", "Une première version du règlement a été rectifiée après des critiques."),
    Case("fr", "L'article a été modifié le 4 mars par le conseil."),
    Case("es", "El artículo 12 del reglamento fue corregido en 1998."),
    Case("es", "La versión original del tratado fue corregida en Ely."),
    // What others say, and mistakes that are told of other things.
    Case("de", "Wir haben die Zahlen korrigiert, sagte der Leiter der Schleuse."),
    Case("de", "Ein Verlag hat einen Artikel zurückgezogen, der fälschlich von Aalen sprach."),
    Case("de", "Ursprünglich hieß es, die Schleuse werde im Mai fertig."),
    Case("fr", "Nous avons corrigé nos prévisions, a déclaré le directeur."),
    Case("fr", "Le titre lui a été attribué par erreur, selon la fédération."),
    Case("fr", "La revue a retiré l'article, qui affirmait à tort que les anguilles dorment."),
    Case("es", "Hemos corregido las cuentas, dijo el director de la esclusa."),
    Case("es", "El título le fue otorgado por error, según la federación."),
  ]

  private static let frames = [
    "fr": ["# Le conseil veut une écluse", "Le conseil a voté mardi pour une nouvelle écluse."],
    "de": ["# Der Rat will eine Schleuse", "Der Rat stimmte am Dienstag für eine neue Schleuse."],
    "es": ["# El concejo quiere una esclusa", "El concejo votó el martes por una nueva esclusa."],
  ]

  private func told(_ text: Case) -> Int {
    let lines = Self.frames[text.language] ?? []
    return StoryDiff(
      from: story(lines: lines, language: text.language),
      to: story(lines: lines + [text.text], language: text.language)
    ).notices.count
  }

  @Test(arguments: notices) func `says in one clause of the newsroom's text what was done`(
    notice: Case
  ) {
    #expect(told(notice) == 1)
  }

  @Test(arguments: prose) func `is not what tells of other texts, or what others say`(text: Case) {
    #expect(told(text) == 0)
  }
}
