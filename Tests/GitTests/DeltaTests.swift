import Testing

@testable import Git

/// What git makes of a delta.
private func apply(_ delta: [UInt8], to base: [UInt8]) -> [UInt8]? {
  var at = 0
  func size() -> Int {
    var (value, shift) = (0, 0)
    repeat {
      value |= Int(delta[at] & 127) << shift
      shift += 7
      at += 1
    } while delta[at - 1] & 128 != 0
    return value
  }
  guard size() == base.count else { return nil }
  let count = size()
  var result: [UInt8] = []
  while at < delta.count {
    let command = delta[at]
    at += 1
    if command & 128 == 0 {
      result += delta[at..<at + Int(command)]
      at += Int(command)
      continue
    }
    var numbers = [Int](repeating: 0, count: 7)
    for bit in 0..<7 where command & 1 << UInt8(bit) != 0 {
      numbers[bit] = Int(delta[at])
      at += 1
    }
    let start = numbers[0] | numbers[1] << 8 | numbers[2] << 16 | numbers[3] << 24
    let length = numbers[4] | numbers[5] << 8 | numbers[6] << 16
    result += base[start..<start + length]
  }
  return result.count == count ? result : nil
}

@Test func `a delta rebuilds its text`() throws {
  var state: UInt32 = 1
  func random(_ below: Int) -> Int {
    state = state &* 1_664_525 &+ 1_013_904_223
    return Int(state >> 8) % below
  }
  for round in 0..<200 {
    let base = (0..<random(3_000)).map { _ in UInt8(97 + random(round % 2 == 0 ? 3 : 26)) }
    var target = base
    for _ in 0..<random(6) {
      let place = random(target.count + 1)
      switch random(3) {
      case 0:
        target.insert(contentsOf: (0..<random(300)).map { _ in UInt8(random(256)) }, at: place)
      case 1: target.removeSubrange(place..<min(target.count, place + random(400)))
      default: target = Array(target[place...]) + target[..<place]
      }
    }
    let delta = try #require(Delta.encode(target, from: base, limit: 100_000))
    #expect(apply(delta, to: base) == target)
  }
}

@Test func `runs longer than a copy can be are cut up`() throws {
  let base = [UInt8](repeating: 7, count: 200_000)
  let delta = try #require(Delta.encode(base + [1], from: base, limit: 1_000))
  #expect(apply(delta, to: base) == base + [1])
}

@Test func `a delta that would not pay is given up`() {
  #expect(Delta.encode(Array(0..<200), from: Array(200..<255), limit: 100) == nil)
}

@Test(arguments: [
  ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
  ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
  (String(repeating: "a", count: 1_000_000), "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
])
func `SHA-1 gives the sums of its standard`(text: String, sum: String) {
  var hash = SHA1()
  let bytes = Array(text.utf8)
  for start in stride(from: 0, to: bytes.count, by: 70_001) {
    hash.update(Array(bytes[start..<min(bytes.count, start + 70_001)]))
  }
  #expect(ObjectID(bytes: hash.finish())?.description == sum)
}

@Test func `a commit reads back from its bytes`() throws {
  let id = try #require(ObjectID("0123456789abcdef0123456789abcdef01234567"))
  let signature = Commit.Signature(
    name: "A B", email: "a@b", seconds: 1_746_057_600, offsetMinutes: -1_439)
  let commit = Commit(
    tree: id, parents: [id, id], author: signature, committer: signature, message: "Title\n\nBody\n"
  )
  #expect(Commit(content: commit.content) == commit)
  #expect(Commit(content: Array("tree x\n\n".utf8)) == nil)
  #expect(Commit(content: []) == nil)
}

@Test func `a tree reads back from its bytes, and half of one is refused`() throws {
  let id = try #require(ObjectID("0123456789abcdef0123456789abcdef01234567"))
  let tree = Tree(files: [("b", id), ("a", id)])
  #expect(tree.entries.map(\.name) == ["a", "b"])
  #expect(Tree(content: tree.content) == tree)
  for count in 1..<tree.content.count where count != tree.content.count / 2 {
    #expect(Tree(content: Array(tree.content.prefix(count))) == nil)
  }
}
