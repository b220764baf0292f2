import Glibc

/// A file's bytes, read from the disk as they are looked at.
///
/// Of a dictionary of a megabyte a short run looks at a few pages once its lines are known. The file must not
/// be cut short meanwhile: packages put a new one in its place, which leaves the one that is mapped whole.
final class MappedFile {
  let bytes: UnsafeBufferPointer<UInt8>

  /// Maps the file at `path`; nil where it cannot be read, or is empty.
  init?(_ path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size > 0 else { return nil }
    let size = Int(status.st_size)
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
      return nil
    }
    bytes = UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: size)
  }

  /// Gives back the memory of what was looked at; looking again reads it again.
  func letGo() {
    madvise(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count, MADV_DONTNEED)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
