import CLibgit2
import CZlib

/// Takes a zlib stream apart whose size is known from elsewhere, as git's formats have it.
enum Inflater {
  /// The `size` bytes that the stream at `start` holds, and how many bytes it takes up. Throws where
  /// it holds more or fewer, or is damaged. No more than `size` bytes and one are ever taken.
  static func inflate(
    _ input: [UInt8], from start: Int = 0, size: Int
  ) throws(GitError) -> (content: [UInt8], consumed: Int) {
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw .damaged("zlib could not begin")
    }
    defer { inflateEnd(&stream) }
    var input = input
    var code = Z_OK
    var produced = 0
    // One byte more than is due, so that the end of the stream is met.
    let content = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress.map { $0 + min(start, input.count) }
        stream.avail_in = UInt32(clamping: max(0, input.count - start))
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(clamping: size + 1)
        code = CZlib.inflate(&stream, Z_FINISH)
        produced = size + 1 - Int(stream.avail_out)
        count = produced
      }
    }
    guard code == Z_STREAM_END, produced == size else {
      throw .damaged("its compressed bytes are not those of \(size) bytes")
    }
    return (content, Int(stream.total_in))
  }
}

extension GitError {
  /// What is read is not what it should be.
  static func damaged(_ reason: String) -> GitError {
    GitError(
      code: GIT_EINVALID.rawValue, errorClass: Int32(GIT_ERROR_OBJECT.rawValue), message: reason)
  }
}
