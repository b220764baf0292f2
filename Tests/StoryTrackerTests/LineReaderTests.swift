import TestSupport
import Testing

@testable import StoryTracker

@Suite struct LineReaderTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func lines(_ bytes: [UInt8], limit: Int = 1 << 20) throws -> [String?] {
    var reader = try LineReader(folder.write("lines", bytes), limit: limit)
    var lines: [String?] = []
    while let line = try reader.next() {
      #expect(line.number == lines.count + 1)
      lines.append(line.bytes.map { String(decoding: $0, as: UTF8.self) })
    }
    return lines
  }

  @Test(arguments: [
    ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb", ["a", "b"]),
    ("a\n\nb\n", ["a", "", "b"]), ("\u{FEFF}a\n", ["a"]),
  ])
  func `lines end with a line feed or with the file`(text: String, expected: [String]) throws {
    #expect(try lines(Array(text.utf8)) == expected)
  }

  @Test func `a line that is longer than a piece of the file is whole`() throws {
    let long = String(repeating: "x", count: 200_000)
    #expect(try lines(Array("a\n\(long)\nb\n".utf8)) == ["a", long, "b"])
  }

  @Test func `a long line that is all that was read is whole, and lines after it are too`() throws {
    // The second piece of the file ends with the first line.
    let long = String(repeating: "x", count: 131_070)
    for (text, expected) in [
      ("\(long)\n", [long]), (long, [long]), ("\(long)\r\nb\n", [long, "b"]),
      ("\(long)x\nb\n\(long)x\n", [long + "x", "b", long + "x"]),
    ] {
      #expect(try lines(Array(text.utf8)) == expected)
    }
  }

  @Test func `a line beyond the limit is passed over, and the next one is read`() throws {
    for length in [11, 70_000, 200_000] {
      let long = String(repeating: "x", count: length)
      #expect(try lines(Array("a\n\(long)\nb".utf8), limit: 10) == ["a", nil, "b"])
      #expect(try lines(Array("a\n\(long)".utf8), limit: 10) == ["a", nil])
    }
    #expect(try lines(Array("0123456789\n".utf8), limit: 10) == ["0123456789"])
  }

  @Test func `gzip is inflated, whatever its size`() throws {
    let text = (0..<50_000).map { "line \($0 * 7919 % 50_000)" }.joined(separator: "\n")
    try folder.write("plain", text)
    #expect(
      try run("/bin/bash", ["-c", "gzip <plain >a; printf '\\0\\0\\0' >>a"], in: folder.path).code
        == 0)
    var reader = try LineReader(folder.file("a"), limit: 1000)
    var count = 0
    while let line = try reader.next() {
      #expect(line.bytes == Array("line \(count * 7919 % 50_000)".utf8))
      count += 1
    }
    #expect(count == 50_000)
  }

  @Test func `damaged gzip is an error and no line of its own`() throws {
    #expect(throws: InputError.self) { try lines([0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) }
  }
}

@Suite struct OrderedWorkTests {
  actor Log {
    var taken: [Int] = []
    func add(_ number: Int) { taken.append(number) }
  }

  @Test func `results come in the order of the inputs, whichever is done first`() async throws {
    let log = Log()
    var numbers = (0..<200).makeIterator()
    try await workInOrder(
      ahead: 4, next: { numbers.next() },
      work: { number in
        var sum = 0
        for step in 0..<((200 - number) * 500) { sum &+= step }
        return sum == 1 ? -1 : number
      },
      take: { await log.add($0) })
    #expect(await log.taken == Array(0..<200))
  }

  @Test func `the first error ends the work and is thrown`() async throws {
    struct Refused: Error {}
    let log = Log()
    var numbers = (0..<1000).makeIterator()
    await #expect(throws: Refused.self) {
      try await workInOrder(
        ahead: 4, next: { numbers.next() }, work: { $0 },
        take: { number in
          if number == 10 { throw Refused() }
          await log.add(number)
        })
    }
    #expect(await log.taken == Array(0..<10))
  }
}
