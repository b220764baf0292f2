import CZlib

/// Compresses one piece after another, each a zlib stream of its own.
final class Deflater {
  private var stream = z_stream()
  private let status: Int32

  init(level: Int32) {
    status = deflateInit_(&stream, level, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit { deflateEnd(&stream) }

  /// `bytes`, compressed and added to `output`.
  func append(_ bytes: [UInt8], to output: inout [UInt8]) throws(GitError) {
    var code = status
    if code == Z_OK { code = deflateReset(&stream) }
    let bound = Int(deflateBound(&stream, UInt(bytes.count)))
    var bytes = bytes
    let compressed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      bytes.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(bound)
        if code == Z_OK { code = deflate(&stream, Z_FINISH) }
        count = code == Z_STREAM_END ? bound - Int(stream.avail_out) : 0
      }
    }
    guard code == Z_STREAM_END else {
      throw GitError(code: -1, errorClass: 0, message: "zlib failed with code \(code)")
    }
    output += compressed
  }

  static func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBytes { raw in
      UInt32(
        truncatingIfNeeded: CZlib.crc32_z(
          0, raw.baseAddress?.assumingMemoryBound(to: UInt8.self), raw.count))
    }
  }
}
