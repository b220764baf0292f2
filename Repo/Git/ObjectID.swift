import CLibgit2

/// The SHA-1 name of a git object.
public struct ObjectID: Sendable, Hashable, Comparable, CustomStringConvertible {
  public static let byteCount = 20

  // Big-endian parts, so that comparing them compares the bytes.
  private let high: UInt64, middle: UInt64, low: UInt32

  /// The id that `bytes` spell; nil unless they are 20.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == ObjectID.byteCount else { return nil }
    var (high, middle, low): (UInt64, UInt64, UInt32) = (0, 0, 0)
    for (index, byte) in bytes.enumerated() {
      switch index {
      case 0..<8: high = high << 8 | UInt64(byte)
      case 8..<16: middle = middle << 8 | UInt64(byte)
      default: low = low << 8 | UInt32(byte)
      }
    }
    (self.high, self.middle, self.low) = (high, middle, low)
  }

  /// The id that 40 hexadecimal digits spell; nil for anything else.
  public init?(hex: some Collection<UInt8>) {
    guard hex.count == 2 * ObjectID.byteCount else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(ObjectID.byteCount)
    var pending: UInt8?
    for digit in hex {
      let value: UInt8
      switch digit {
      case 48...57: value = digit - 48
      case 65...70: value = digit - 55
      case 97...102: value = digit - 87
      default: return nil
      }
      if let high = pending {
        bytes.append(high << 4 | value)
        pending = nil
      } else {
        pending = value
      }
    }
    self.init(bytes: bytes)
  }

  /// The id written in 40 hexadecimal digits; nil for anything else.
  public init?(_ text: String) { self.init(hex: Array(text.utf8)) }

  init(_ oid: git_oid) {
    self = withUnsafeBytes(of: oid) { ObjectID(in: $0, at: 0) }
  }

  /// The id whose 20 bytes begin at `offset`.
  init(in bytes: UnsafeRawBufferPointer, at offset: Int) {
    self.init(
      high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
      middle: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)),
      low: UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt32.self)))
  }

  private init(high: UInt64, middle: UInt64, low: UInt32) {
    (self.high, self.middle, self.low) = (high, middle, low)
  }

  /// The id as libgit2 takes it.
  var oid: git_oid {
    var oid = git_oid()
    withUnsafeMutableBytes(of: &oid) { raw in
      raw.storeBytes(of: high.bigEndian, as: UInt64.self)
      raw.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
      raw.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
    }
    return oid
  }

  /// The first byte: which of 256 folders or index buckets the object belongs to.
  var firstByte: UInt8 { UInt8(high >> 56) }

  /// The 20 bytes.
  public var bytes: [UInt8] { withUnsafeBytes(of: oid) { Array($0) } }

  /// 40 hexadecimal digits in lower case.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 2 * ObjectID.byteCount) { buffer in
      var index = 0
      for byte in bytes {
        buffer[index] = digits[Int(byte >> 4)]
        buffer[index + 1] = digits[Int(byte & 15)]
        index += 2
      }
      return index
    }
  }

  public static func < (a: ObjectID, b: ObjectID) -> Bool {
    (a.high, a.middle, a.low) < (b.high, b.middle, b.low)
  }
}
