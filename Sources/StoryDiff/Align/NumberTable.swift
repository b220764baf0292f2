/// Gives keys numbers. Open addressing, doubled when two thirds are taken.
struct NumberTable {
  private static let free = UInt64.max
  private var keys: [UInt64]
  private var numbers: [Int32]
  private var count = 0

  /// A table that takes about `room` keys before it is doubled.
  init(room: Int) {
    var slots = 16
    while slots < 2 * room { slots *= 2 }
    keys = Array(repeating: NumberTable.free, count: slots)
    numbers = Array(repeating: 0, count: slots)
  }

  /// The number that was given to a key; `new`, which it gets, where there was none.
  @inline(__always)
  mutating func number(of key: UInt64, orNew new: Int32) -> Int32 {
    let key = NumberTable.taken(key)
    let slot = keys.withUnsafeBufferPointer { NumberTable.slot(of: key, in: $0) }
    if keys[slot] == key { return numbers[slot] }
    keys[slot] = key
    numbers[slot] = new
    count += 1
    if count * 3 > keys.count * 2 { grow() }
    return new
  }

  /// The number that was given to a key; nil where there was none.
  func number(of key: UInt64) -> Int32? {
    let key = NumberTable.taken(key)
    let slot = keys.withUnsafeBufferPointer { NumberTable.slot(of: key, in: $0) }
    return keys[slot] == key ? numbers[slot] : nil
  }

  /// The key as it is kept: that of a free place is none.
  @inline(__always)
  private static func taken(_ key: UInt64) -> UInt64 { key == free ? 0 : key }

  /// Where a key stands, or would.
  @inline(__always)
  private static func slot(of key: UInt64, in keys: UnsafeBufferPointer<UInt64>) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count - 1)
    while keys[slot] != key, keys[slot] != free { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  @inline(never)
  private mutating func grow() {
    var wider = [UInt64](repeating: NumberTable.free, count: 2 * keys.count)
    var widerNumbers = [Int32](repeating: 0, count: wider.count)
    for (key, number) in zip(keys, numbers) where key != NumberTable.free {
      let slot = wider.withUnsafeBufferPointer { NumberTable.slot(of: key, in: $0) }
      wider[slot] = key
      widerNumbers[slot] = number
    }
    keys = wider
    numbers = widerNumbers
  }
}
