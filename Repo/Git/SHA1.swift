/// SHA-1 of bytes that come in pieces (FIPS 180-4).
///
/// Names of objects come from libgit2, which also looks for collisions; this one is for the
/// checksums of packs, which libgit2 does not compute for others.
struct SHA1 {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32) =
    (0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0)
  private var pending: [UInt8] = []
  private var count = 0

  mutating func update(_ bytes: [UInt8]) {
    // What is pending is a copy: of a large array only a part at a time.
    for start in stride(from: 0, to: bytes.count, by: 1 << 16) {
      update(bytes[start..<min(bytes.count, start + 1 << 16)])
    }
  }

  private mutating func update(_ bytes: ArraySlice<UInt8>) {
    count += bytes.count
    pending += bytes
    let whole = pending.count / 64 * 64
    guard whole > 0 else { return }
    pending.withUnsafeBytes { raw in
      for start in stride(from: 0, to: whole, by: 64) {
        state = SHA1.block(UnsafeRawBufferPointer(rebasing: raw[start..<start + 64]), state)
      }
    }
    pending.removeFirst(whole)
  }

  /// The 20 bytes of the checksum.
  mutating func finish() -> [UInt8] {
    let bits = UInt64(count) * 8
    var padding: [UInt8] = [0x80]
    while (pending.count + padding.count) % 64 != 56 { padding.append(0) }
    withUnsafeBytes(of: bits.bigEndian) { padding += $0 }
    update(padding)
    return [state.0, state.1, state.2, state.3, state.4].flatMap { word in
      withUnsafeBytes(of: word.bigEndian) { Array($0) }
    }
  }

  private typealias State = (UInt32, UInt32, UInt32, UInt32, UInt32)

  private static func block(_ raw: UnsafeRawBufferPointer, _ start: State) -> State {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { words in
      for index in 0..<16 {
        words[index] = UInt32(
          bigEndian: raw.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
      }
      for index in 16..<80 {
        let mixed =
          words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]
        words[index] = mixed << 1 | mixed >> 31
      }
      var (a, b, c, d, e) = start
      for index in 0..<80 {
        let (f, k): (UInt32, UInt32) =
          switch index / 20 {
          case 0: ((b & c) | (~b & d), 0x5A82_7999)
          case 1: (b ^ c ^ d, 0x6ED9_EBA1)
          case 2: ((b & c) | (b & d) | (c & d), 0x8F1B_BCDC)
          default: (b ^ c ^ d, 0xCA62_C1D6)
          }
        let next = (a << 5 | a >> 27) &+ f &+ e &+ k &+ words[index]
        (e, d, c, b, a) = (d, c, b << 30 | b >> 2, a, next)
      }
      return (start.0 &+ a, start.1 &+ b, start.2 &+ c, start.3 &+ d, start.4 &+ e)
    }
  }
}
