/// One text as instructions that make it from another, in git's delta format
/// ("git help format-pack"): copy a run of the base, or insert bytes.
enum Delta {
  private static let window = 16

  /// The instructions; nil where they would take more than `limit` bytes.
  ///
  /// Runs of the base are found by the hashes of its 16-byte pieces, with a rolling hash over the
  /// target, as rsync does it. O(base + target).
  static func encode(_ target: [UInt8], from base: [UInt8], limit: Int) -> [UInt8]? {
    var output = Output(limit: limit)
    output.size(base.count)
    output.size(target.count)
    let fits = base.withUnsafeBufferPointer { base in
      target.withUnsafeBufferPointer { target in encode(target, base, &output) }
    }
    return fits ? output.bytes : nil
  }

  /// What the instructions make of `base`; throws where they are none, or make more than `limit`
  /// bytes.
  static func apply(
    _ delta: [UInt8], to base: [UInt8], limit: Int
  ) throws(GitError) -> [UInt8] {
    var at = 0
    func byte() throws(GitError) -> Int {
      guard at < delta.count else { throw .damaged("its delta ends too early") }
      defer { at += 1 }
      return Int(delta[at])
    }
    func size() throws(GitError) -> Int {
      var (value, shift) = (0, 0)
      while true {
        let next = try byte()
        guard shift < 42 else { throw .damaged("its delta is of an unreadable size") }
        value |= (next & 127) << shift
        shift += 7
        if next < 128 { return value }
      }
    }
    guard try size() == base.count else { throw .damaged("its delta is of another base") }
    let total = try size()
    guard total <= limit else { throw .damaged("it has \(total) bytes, and \(limit) is the most") }
    var output: [UInt8] = []
    output.reserveCapacity(total)
    while at < delta.count {
      let command = try byte()
      if command & 128 == 0 {
        guard command > 0, at + command <= delta.count else {
          throw .damaged("its delta is unreadable")
        }
        output += delta[at..<at + command]
        at += command
      } else {
        var (start, length) = (0, 0)
        for bit in 0..<4 where command & 1 << bit != 0 { start |= try byte() << (8 * bit) }
        for bit in 0..<3 where command & 16 << bit != 0 { length |= try byte() << (8 * bit) }
        if length == 0 { length = 0x10000 }
        guard start + length <= base.count else { throw .damaged("its delta is unreadable") }
        output += base[start..<start + length]
      }
      guard output.count <= total else { throw .damaged("its delta makes too much") }
    }
    guard output.count == total else { throw .damaged("its delta makes too little") }
    return output
  }

  private static func encode(
    _ target: UnsafeBufferPointer<UInt8>, _ base: UnsafeBufferPointer<UInt8>,
    _ output: inout Output
  ) -> Bool {
    let shorter = min(base.count, target.count)
    var prefix = 0
    while prefix < shorter, base[prefix] == target[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix,
      base[base.count - 1 - suffix] == target[target.count - 1 - suffix]
    { suffix += 1 }
    if prefix > 0 { output.copy(0, prefix) }
    let end = target.count - suffix
    if end - prefix >= window, base.count >= window {
      guard middle(target, prefix, end, base, &output) else { return false }
    } else {
      output.insert(target[prefix..<end])
    }
    if suffix > 0 { output.copy(base.count - suffix, suffix) }
    return output.bytes.count <= output.limit
  }

  private static func middle(
    _ target: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int,
    _ base: UnsafeBufferPointer<UInt8>, _ output: inout Output
  ) -> Bool {
    let bits = max(4, Int.bitWidth - (base.count / window).leadingZeroBitCount + 1)
    var table = [Int32](repeating: -1, count: 1 << bits)
    let shift = UInt32(32 - bits)
    for at in stride(from: 0, through: base.count - window, by: window) {
      table[Int(slot(hash(base, at)) >> shift)] = Int32(at)
    }
    var literal = start
    var at = start
    var rolling = hash(target, at)
    while at + window <= end {
      let candidate = Int(table[Int(slot(rolling) >> shift)])
      var length = 0
      if candidate >= 0 {
        while candidate + length < base.count, at + length < end,
          base[candidate + length] == target[at + length]
        { length += 1 }
      }
      if length >= window {
        var back = 0
        while at - back > literal, candidate - back > 0,
          base[candidate - back - 1] == target[at - back - 1]
        { back += 1 }
        output.insert(target[literal..<at - back])
        output.copy(candidate - back, length + back)
        guard output.bytes.count <= output.limit else { return false }
        at += length
        literal = at
        if at + window <= end { rolling = hash(target, at) }
      } else {
        if at + window < end {
          rolling =
            (rolling &- UInt32(target[at]) &* leading) &* factor
            &+ UInt32(target[at + window])
        }
        at += 1
        guard at - literal <= output.limit else { return false }
      }
    }
    output.insert(target[literal..<end])
    return true
  }

  private static let factor: UInt32 = 16_777_619
  /// `factor` to the power of 15: the weight of a window's first byte.
  private static let leading: UInt32 = (1..<window).reduce(1) { power, _ in power &* factor }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt32 {
    var hash: UInt32 = 0
    for index in start..<start + window { hash = hash &* factor &+ UInt32(bytes[index]) }
    return hash
  }

  /// Spreads a hash over its high bits, after Knuth's multiplicative hashing.
  private static func slot(_ hash: UInt32) -> UInt32 { (hash ^ hash >> 15) &* 2_654_435_761 }

  private struct Output {
    let limit: Int
    var bytes: [UInt8] = []

    init(limit: Int) { self.limit = limit }

    mutating func size(_ value: Int) {
      var rest = value
      while rest >= 128 {
        bytes.append(UInt8(rest & 127) | 128)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }

    mutating func insert(_ slice: Slice<UnsafeBufferPointer<UInt8>>) {
      var rest = slice
      while !rest.isEmpty {
        let run = rest.prefix(127)
        bytes.append(UInt8(run.count))
        bytes.append(contentsOf: run)
        rest = rest.dropFirst(run.count)
      }
    }

    mutating func copy(_ start: Int, _ length: Int) {
      var (start, rest) = (start, length)
      while rest > 0 {
        let run = min(rest, 0xFFFF)
        let command = bytes.count
        bytes.append(128)
        for (bit, shift) in [0, 8, 16, 24].enumerated() where start >> shift & 255 != 0 {
          bytes.append(UInt8(start >> shift & 255))
          bytes[command] |= 1 << UInt8(bit)
        }
        for (bit, shift) in [0, 8].enumerated() where run >> shift & 255 != 0 {
          bytes.append(UInt8(run >> shift & 255))
          bytes[command] |= 16 << UInt8(bit)
        }
        start += run
        rest -= run
      }
    }
  }
}
