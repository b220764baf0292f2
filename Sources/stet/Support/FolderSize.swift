import Glibc

extension Import {
  /// Bytes that the files under a folder take on the disk.
  static func size(of folder: String) -> Int {
    guard let stream = opendir(folder) else { return 0 }
    defer { closedir(stream) }
    var total = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      total += Int(status.st_blocks) * 512
      if status.st_mode & S_IFMT == S_IFDIR { total += size(of: path) }
    }
    return total
  }

  /// `12.3 MB`, in thousands as disks are sold.
  static func readable(_ bytes: Int) -> String {
    var value = Double(bytes), unit = 0
    let units = ["B", "kB", "MB", "GB", "TB"]
    while value >= 1000, unit + 1 < units.count {
      value /= 1000
      unit += 1
    }
    let tenths = Int((value * 10).rounded())
    return unit == 0 ? "\(bytes) B" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }
}
