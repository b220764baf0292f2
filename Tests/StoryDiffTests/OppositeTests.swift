import Testing

@Suite struct `Words that say the opposite` {
  static let reversals = [
    SentencePair(
      "The mate was cleared of theft in May.", "The mate was accused of theft in May.",
      "polarity cleared → accused reversed"),
    SentencePair(
      "The lock will close unless the grant is paid.", "The lock will close if the grant is paid.",
      "polarity unless → if reversed"),
    SentencePair(
      "The council will lift the limits on boats.", "The council will tighten the limits on boats.",
      "polarity lift → tighten reversed"),
    SentencePair(
      "The toll on the pier rose in May.", "The toll on the pier fell in May.",
      "polarity rose → fell reversed"),
    SentencePair(
      "The jury convicted the pilot of fraud.", "The jury acquitted the pilot of fraud.",
      "polarity convicted → acquitted reversed"),
    SentencePair(
      "The board had approved the lease.", "The board had rejected the lease.",
      "polarity approved → rejected reversed"),
    SentencePair(
      "Shares in the yard were up 5% at noon.", "Shares in the yard were down 5% at noon.",
      "polarity up → down reversed"),
    SentencePair(
      "Le tribunal a condamné le pilote.", "Le tribunal a acquitté le pilote.",
      "polarity condamné → acquitté reversed", language: "fr"),
    SentencePair(
      "Die Preise am Kai sind gestiegen.", "Die Preise am Kai sind gesunken.",
      "polarity gestiegen → gesunken reversed", language: "de"),
    SentencePair(
      "La junta aprobó el contrato.", "La junta rechazó el contrato.",
      "polarity aprobó → rechazó reversed", language: "es"),
  ]

  @Test(arguments: reversals) func `one in the place of the other reverses the claim`(
    pair: SentencePair
  ) { pair.check() }

  static let others = [
    // The same, by a denial.
    SentencePair("The board did not approve the lease.", "The board rejected the lease."),
    // Two words of one meaning.
    SentencePair("The toll on the pier rose in May.", "The toll on the pier climbed in May."),
    SentencePair("The talks broke up early.", "The talks broke down early."),
  ]

  @Test(arguments: others) func `nothing else is a reversal`(pair: SentencePair) {
    #expect(!pair.diff.claims.contains { $0.nature == .reversed }, "\(pair.diff.compactFacts)")
  }

  static let forms = [
    SentencePair(
      "The board has yet to find a buyer.", "The board has found a buyer.",
      "polarity has yet to → ∅ reversed || polarity yet to → ∅ reversed"),
    SentencePair(
      "The pilot isn't careful.", "The pilot is careful.", "polarity isn't → is reversed"),
    SentencePair(
      "The lock cannot close today.", "The lock can close today.",
      "polarity cannot → can reversed"),
    SentencePair(
      "The sale could span two years.", "The sale spans two years.",
      "certainty could span → spans revised"),
    SentencePair(
      "The lock might close.", "The lock is about to close.",
      "certainty might → is about to revised || certainty might → about to revised"),
  ]

  @Test(arguments: forms) func `a denial or a hedge is held against the verb's other form`(
    pair: SentencePair
  ) { pair.check() }
}
