/// A number on the command line that is below nought.
enum NumberArgument {
  private static let options: Set<String> = ["--limit", "--offset", "--max-bytes", "--grace"]

  /// The arguments with every `--limit -1` as `--limit=-1`, since the parser takes the `-1` for an option, and
  /// would say that the number is missing rather than that it is too small.
  static func joined(_ arguments: [String]) -> [String] {
    var joined: [String] = []
    for argument in arguments {
      let digits = argument.utf8.dropFirst()
      if let last = joined.last, options.contains(last), argument.utf8.first == UInt8(ascii: "-"),
        !digits.isEmpty, digits.allSatisfy({ (48...57).contains($0) })
      {
        joined[joined.count - 1] = "\(last)=\(argument)"
      } else {
        joined.append(argument)
      }
    }
    return joined
  }
}
