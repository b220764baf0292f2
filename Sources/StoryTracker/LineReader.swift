import Glibc

/// The lines of a file or of standard input, gzipped or not, one at a time.
///
/// Holds one line and one piece of the file, whatever its size.
public struct LineReader: ~Copyable {
  /// One line, without its line feed.
  public struct Line: Sendable {
    /// From 1.
    public let number: Int
    /// Nil where the line is longer than the reader's limit.
    public let bytes: [UInt8]?

    /// Whether there is nothing on it but white space.
    public var isBlank: Bool { bytes?.allSatisfy { $0 == 0x20 || (9...13).contains($0) } ?? false }
  }

  public let path: String
  /// The longest line that is read, in bytes.
  public let limit: Int
  /// Bytes of the file taken in so far, compressed ones where it is compressed.
  public private(set) var bytesRead = 0
  /// Bytes in the file; nil for a pipe.
  public var size: Int? { file.size }

  /// Bytes that are read at once.
  private static let piece = 1 << 16

  private let file: InputFile
  private var gunzip: Gunzip?
  private var buffer: [UInt8] = []
  /// Where the next line begins, and how far the buffer is known to hold no line feed.
  private var start = 0, searched = 0
  private var isAtEnd = false, isSkipping = false
  /// What ended the compressed data, told once the lines before it were handed over.
  private var damage: Gunzip.DamagedError?
  private var number = 0
  /// A line that was looked at and not yet handed over.
  private var ahead: Line?

  /// Opens `path` (`-` is standard input); gzip is told by its first two bytes.
  public init(_ path: String, limit: Int) throws(InputError) {
    self.path = path
    self.limit = limit
    file = try InputFile(path)
  }

  /// The next line; nil at the end, or where a signal broke the wait for more and `stop` says so.
  public mutating func next(unless stop: () -> Bool = { false }) throws(InputError) -> Line? {
    if let line = ahead {
      ahead = nil
      return line
    }
    while true {
      if let end = lineFeed(from: searched) {
        return take(upTo: end, next: end + 1)
      }
      searched = buffer.count
      if buffer.count - start > limit {
        isSkipping = true
        start = buffer.count
      }
      if isAtEnd {
        if start == buffer.count && !isSkipping { return nil }
        return take(upTo: buffer.count, next: buffer.count)
      }
      if try !fill(unless: stop) { return nil }
    }
  }

  /// Whether a line that holds more than white space is still to come. It stays to be read; blank
  /// ones before it are passed over.
  public mutating func hasLine(unless stop: () -> Bool = { false }) throws(InputError) -> Bool {
    ahead = try nextThatIsNotBlank(unless: stop)
    return ahead != nil
  }

  /// The next line that holds more than white space.
  mutating func nextThatIsNotBlank(unless stop: () -> Bool = { false }) throws(InputError) -> Line?
  {
    while let line = try next(unless: stop) {
      if !line.isBlank { return line }
    }
    return nil
  }

  private func lineFeed(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress else { return nil }
      return memchr(base + start, 0x0A, bytes.count - start).map { UnsafeRawPointer($0) - base }
    }
  }

  private mutating func take(upTo end: Int, next: Int) -> Line {
    number += 1
    let isTooLong = isSkipping || end - start > limit
    var bytes: [UInt8] = []
    if start == 0, next == buffer.count, next > LineReader.piece, !isTooLong {
      // A long line that is all of the buffer takes it along, so that it is not held twice.
      buffer.removeLast(next - end)
      swap(&bytes, &buffer)
    } else {
      if !isTooLong { bytes = Array(buffer[start..<end]) }
      start = next
    }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    isSkipping = false
    searched = start
    return Line(number: number, bytes: isTooLong ? nil : bytes)
  }

  /// Takes in a piece of the file; false where it was stopped.
  private mutating func fill(unless stop: () -> Bool) throws(InputError) -> Bool {
    if let damage {
      throw InputError(
        path: path,
        problem: damage.isWholeBefore
          ? "something else stands behind the compressed data; what is before it was read, to line \(number)"
          : "the compressed data is damaged, after line \(number)")
    }
    buffer.removeSubrange(..<start)
    start = 0
    searched = buffer.count
    var piece = try file.read(LineReader.piece, unless: stop)
    if stop() { return false }
    if bytesRead == 0 {
      // Two bytes tell gzip; a pipe may hand them over one at a time.
      while piece.count == 1 {
        let more = try file.read(LineReader.piece, unless: stop)
        if more.isEmpty { break }
        piece += more
      }
      if piece.starts(with: [0x1F, 0x8B]) { gunzip = Gunzip() }
      if piece.starts(with: [0xEF, 0xBB, 0xBF]) { piece.removeFirst(3) }
    }
    bytesRead += piece.count
    if piece.isEmpty {
      isAtEnd = true
      if let isComplete = gunzip?.isComplete, !isComplete {
        throw InputError(path: path, problem: "the compressed data ends in the middle")
      }
    } else if gunzip == nil {
      buffer += piece
    } else {
      var inflated: [UInt8] = []
      do {
        try gunzip?.inflate(piece) { inflated.append(contentsOf: $0) }
      } catch {
        damage = error
      }
      buffer += inflated
    }
    return true
  }
}
