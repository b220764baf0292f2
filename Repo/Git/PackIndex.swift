/// The index of a pack, version 2 ("git help gitformat-pack"): the names of its objects in their order, the
/// checksum of each entry, and where it begins.
struct PackIndex {
  struct Entry {
    let id: ObjectID
    /// The CRC-32 of its bytes in the pack.
    let checksum: UInt32
    let offset: Int
  }

  /// The file's bytes. `entries` are in the order of their names; `checksum` is what the pack ends in.
  static func bytes(_ entries: some Collection<Entry>, checksum: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2]
    bytes.reserveCapacity(8 + 1024 + 28 * entries.count + 40)
    func number(_ value: UInt32) { withUnsafeBytes(of: value.bigEndian) { bytes += $0 } }
    var counts = [UInt32](repeating: 0, count: 256)
    for entry in entries { counts[Int(entry.id.firstByte)] += 1 }
    var total: UInt32 = 0
    for count in counts {
      total += count
      number(total)
    }
    for entry in entries { bytes += entry.id.bytes }
    for entry in entries { number(entry.checksum) }
    var far: [UInt64] = []
    for entry in entries {
      if entry.offset < 1 << 31 {
        number(UInt32(entry.offset))
      } else {
        number(1 << 31 | UInt32(far.count))
        far.append(UInt64(entry.offset))
      }
    }
    for offset in far { withUnsafeBytes(of: offset.bigEndian) { bytes += $0 } }
    bytes += checksum
    var sum = SHA1()
    sum.update(bytes)
    bytes += sum.finish()
    return bytes
  }
}
