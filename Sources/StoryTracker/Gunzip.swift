import CZlib

/// Undoes gzip compression piece by piece (zlib's `inflate`); members that follow one another are
/// joined, as gzip does.
struct Gunzip: ~Copyable {
  /// The data is not gzip, or is damaged.
  struct DamagedError: Error {
    /// Whether all of it is whole, and something else stands behind it.
    let isWholeBefore: Bool
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private var isBetweenMembers = true
  private var members = 0

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, and 16 for a gzip header rather than zlib's own.
    inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Whether the bytes so far end where a member ends.
  var isComplete: Bool { isBetweenMembers }

  /// Inflates `bytes` and hands over what comes out in pieces of 64 KiB at most, so that a small
  /// file that inflates to a huge one is never held whole; before an error, too.
  mutating func inflate(
    _ bytes: [UInt8], into take: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(DamagedError) {
    var input = bytes
    var output = [UInt8](repeating: 0, count: 1 << 16)
    var damage: DamagedError?
    input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = input.baseAddress
        stream.pointee.avail_in = UInt32(input.count)
        repeat {
          // Tapes and some servers pad with zeros after the last member.
          if isBetweenMembers, onlyZerosAreLeft { return }
          stream.pointee.next_out = output.baseAddress
          stream.pointee.avail_out = UInt32(output.count)
          let result = CZlib.inflate(stream, Z_NO_FLUSH)
          isBetweenMembers = false
          let made = output.count - Int(stream.pointee.avail_out)
          take(UnsafeBufferPointer(rebasing: output[..<made]))
          switch result {
          case Z_STREAM_END:
            inflateReset(stream)
            isBetweenMembers = true
            members += 1
          case Z_OK, Z_BUF_ERROR: break
          default:
            // A header takes in bytes and gives none.
            let isAtStart = made == 0 && stream.pointee.total_out == 0
            damage = DamagedError(isWholeBefore: members > 0 && isAtStart)
            return
          }
        } while stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0 && !isBetweenMembers
      }
    }
    if let damage { throw damage }
  }

  private var onlyZerosAreLeft: Bool {
    let left = UnsafeBufferPointer(
      start: stream.pointee.next_in, count: Int(stream.pointee.avail_in))
    return left.allSatisfy { $0 == 0 }
  }
}
