import StoryLanguage
import Testing

@Suite struct WordCompanyTests {
  @Test func `words that stand together in print are known to`() throws {
    let company = try #require(WordCompany.of("en"))
    #expect(company.level("of", "the") == WordCompany.highest)
    #expect(company.level("stand", "trial") > 0)
    #expect(company.level("stand", "trail") == 0)
    #expect(company.level("", "") == 0)
  }

  @Test func `a common word stands beside more of the commonest ones than a rare one`() throws {
    let company = try #require(WordCompany.of("en"))
    #expect(company.commonness("country") > company.commonness("braking"))
  }

  @Test func `hardly any two words that never met seem to have`() throws {
    let company = try #require(WordCompany.of("en"))
    let made = (0..<2000).map { ("zorp\($0)", "blit\($0)") }
    #expect(made.count { company.level($0.0, $0.1) > 0 } < 30)
  }

  @Test func `of other languages nothing is known`() {
    #expect(WordCompany.of("fr") == nil)
  }
}
