import CZlib

/// Reads an object that is a file of its own.
///
/// Here rather than by libgit2, whose version 1.5 never comes back from one that is truncated.
enum LooseObject {
  /// The content of the object; nil where it has no file of its own. Checked against its name.
  static func read(
    _ id: ObjectID, as kind: ObjectKind, limit: Int, repository path: String
  ) throws(GitError) -> [UInt8]? {
    guard let found = try read(id, limit: limit, repository: path) else { return nil }
    guard found.kind == kind else { throw .damaged("it is not a \(kind)") }
    return found.content
  }

  /// What the object is and its content; nil where it has no file of its own. Checked against its
  /// name.
  static func read(
    _ id: ObjectID, limit: Int, repository path: String
  ) throws(GitError) -> (kind: ObjectKind, content: [UInt8], compressed: [UInt8])? {
    // What cannot be compressed grows by a thousandth at most.
    let file = LooseObject.path(of: id, repository: path)
    guard let compressed = try FileBytes.read(file, limit: limit + limit / 512 + 1024) else {
      return nil
    }
    let (kind, content) = try inflate(compressed, limit: limit)
    guard try Repository.id(of: content, as: kind) == id else {
      throw .damaged("its content is not what its name says")
    }
    return (kind, content, compressed)
  }

  /// Where the object's own file is, or would be.
  static func path(of id: ObjectID, repository path: String) -> String {
    let hex = id.description
    return "\(path)objects/\(hex.prefix(2))/\(hex.dropFirst(2))"
  }

  private static func inflate(
    _ compressed: [UInt8], limit: Int
  ) throws(GitError) -> (ObjectKind, [UInt8]) {
    var stream = z_stream()
    guard
      inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .damaged("zlib could not begin") }
    defer { inflateEnd(&stream) }
    var compressed = compressed
    let start = step(&stream, &compressed, room: 32)
    guard let end = start.bytes.firstIndex(of: 0), let space = start.bytes.firstIndex(of: 32),
      space < end,
      let size = Int(String(decoding: start.bytes[(space + 1)..<end], as: UTF8.self)), size >= 0
    else { throw .damaged("its header is unreadable") }
    let name = String(decoding: start.bytes[..<space], as: UTF8.self)
    guard let kind = ObjectKind.allCases.first(where: { "\($0)" == name }) else {
      throw .damaged("it is of no kind that git has")
    }
    guard size <= limit else { throw tooLarge(limit, size) }
    var content = Array(start.bytes[(end + 1)...])
    var code = start.code
    if code == Z_OK {
      // One byte more than is due, so that the end of the stream is met.
      let rest = step(&stream, &compressed, room: max(0, size - content.count) + 1)
      content += rest.bytes
      code = rest.code
    }
    guard code == Z_STREAM_END, content.count == size else {
      throw .damaged("it has \(content.count) of \(size) bytes")
    }
    guard Int(stream.total_in) == compressed.count else {
      throw .damaged("something follows it in its file")
    }
    return (kind, content)
  }

  /// Inflates what fits into `room` bytes.
  private static func step(
    _ stream: inout z_stream, _ compressed: inout [UInt8], room: Int
  ) -> (bytes: [UInt8], code: Int32) {
    let begun = Int(stream.total_in)
    var code = Z_OK
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      compressed.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress.map { $0 + begun }
        stream.avail_in = UInt32(clamping: input.count - begun)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(clamping: room)
        code = CZlib.inflate(&stream, Z_SYNC_FLUSH)
        count = room - Int(stream.avail_out)
      }
    }
    return (bytes, code)
  }

  private static func tooLarge(_ limit: Int, _ size: Int? = nil) -> GitError {
    .damaged("it has \(size.map { "\($0)" } ?? "too many") bytes, and \(limit) is the most")
  }
}
