import Testing

@testable import StoryReport

@Suite struct `Text made safe to show` {
  @Test func `leaves every other character of Unicode's first plane as it is`() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a" + String(Character(scalar)) + "b"
      let isUnsafe =
        value < 0x20 || (0x7F...0x9F).contains(value) || (0x2028...0x202E).contains(value)
        || (0x2066...0x2069).contains(value)
      #expect(visible(text).utf8.elementsEqual(text.utf8) != isUnsafe, "U+\(value)")
    }
  }

  @Test func `shows a control as its picture or its code point`() {
    #expect(visible("\u{1B}\u{7F}\u{85}\u{2028}\u{2069}\n\tx") == "␛␡⟨U+0085⟩⟨U+2028⟩⟨U+2069⟩␊ x")
  }

  @Test func `keeps the marks that right-to-left stories are typed with`() {
    #expect(visible("a\u{200F}b\u{200E}c\u{61C}d") == "a\u{200F}b\u{200E}c\u{61C}d")
  }
}
