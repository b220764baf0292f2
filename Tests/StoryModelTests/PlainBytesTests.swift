import StoryModel
import Testing

@Suite struct PlainBytesTests {
  /// Every byte, at every place of a run longer than is looked at in one step.
  @Test func `runs of bytes end where a look at each byte would end them`() {
    for special in UInt8.min...UInt8.max {
      for place in 0..<19 {
        var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 19)
        bytes[place] = special
        bytes.withUnsafeBufferPointer { buffer in
          for start in [0, 3, place] where start <= place {
            let isPlain = (0x20..<0x80).contains(special)
            #expect(buffer.endOfPlain(from: start) == (isPlain ? 19 : place))
            let isEscaped = special < 0x20 || special == 0x22 || special == 0x5C
            #expect(buffer.endOfUnescaped(from: start) == (isEscaped ? place : 19))
          }
        }
      }
    }
  }

  @Test func `a run of nothing ends where it begins`() {
    [UInt8]().withUnsafeBufferPointer {
      #expect($0.endOfPlain(from: 0) == 0)
      #expect($0.endOfUnescaped(from: 0) == 0)
    }
  }

  @Test func `two ways of typing one letter are not spelt alike`() {
    #expect("caf\u{E9}" == "cafe\u{301}")
    #expect(!"caf\u{E9}".isSpelled(as: "cafe\u{301}"))
    #expect("café au lait, every morning".isSpelled(as: "café au lait, every morning"))
    #expect("".isSpelled(as: ""))
    #expect(!"pier".isSpelled(as: "piet"))
  }
}
