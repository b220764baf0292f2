/// A commit, as its bytes spell it.
///
/// Read and written here rather than by libgit2, which drops offsets beyond fourteen hours.
public struct Commit: Sendable, Hashable {
  /// Who made a commit, and when.
  public struct Signature: Sendable, Hashable {
    public var name: String
    public var email: String
    /// Seconds since 1970-01-01T00:00:00Z.
    public var seconds: Int64
    /// Minutes east of UTC.
    public var offsetMinutes: Int

    public init(name: String, email: String, seconds: Int64, offsetMinutes: Int) {
      self.name = name
      self.email = email
      self.seconds = seconds
      self.offsetMinutes = offsetMinutes
    }
  }

  public var tree: ObjectID
  public var parents: [ObjectID]
  public var author: Signature
  public var committer: Signature
  public var message: String

  public init(
    tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature, message: String
  ) {
    self.tree = tree
    self.parents = parents
    self.author = author
    self.committer = committer
    self.message = message
  }

  /// The content of the git object.
  public var content: [UInt8] {
    var text = "tree \(tree)\n"
    for parent in parents { text += "parent \(parent)\n" }
    text += "author \(author)\ncommitter \(committer)\n\n"
    text += message
    return Array(text.utf8)
  }

  /// Reads the content of a commit object; nil where it is none. Headers that are not asked for
  /// (a signature, an encoding) are passed over.
  public init?(content: [UInt8]) {
    var tree: ObjectID?
    var author: Signature?
    var committer: Signature?
    var parents: [ObjectID] = []
    var at = 0
    while at < content.count, content[at] != 10 {
      let end = content[at...].firstIndex(of: 10) ?? content.count
      let line = content[at..<end]
      at = min(end + 1, content.count)
      guard let space = line.firstIndex(of: 32), space > line.startIndex else { continue }
      let value = line[(space + 1)...]
      switch String(decoding: line[..<space], as: UTF8.self) {
      case "tree": tree = ObjectID(hex: value)
      case "parent":
        guard let parent = ObjectID(hex: value) else { return nil }
        parents.append(parent)
      case "author": author = Signature(content: value)
      case "committer": committer = Signature(content: value)
      default: break
      }
    }
    guard let tree, let author, let committer else { return nil }
    let message = String(decoding: content[min(at + 1, content.count)...], as: UTF8.self)
    self.init(tree: tree, parents: parents, author: author, committer: committer, message: message)
  }
}

extension Commit.Signature: CustomStringConvertible {
  /// `Name <email> 1747249331 +0200`.
  public var description: String {
    let size = abs(offsetMinutes)
    let digits = [size / 60, size % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    return "\(name) <\(email)> \(seconds) \(offsetMinutes < 0 ? "-" : "+")\(digits)"
  }

  init?(content: ArraySlice<UInt8>) {
    guard let open = content.firstIndex(of: UInt8(ascii: "<")),
      let close = content.lastIndex(of: UInt8(ascii: ">")), open < close
    else { return nil }
    let parts = content[(close + 1)...].split(separator: 32)
    guard parts.count == 2, let seconds = Int64(String(decoding: parts[0], as: UTF8.self)),
      let zone = Int(String(decoding: parts[1], as: UTF8.self)), abs(zone) < 10_000
    else { return nil }
    let name = content[..<open].last == 32 ? content[..<open].dropLast() : content[..<open]
    self.init(
      name: String(decoding: name, as: UTF8.self),
      email: String(decoding: content[(open + 1)..<close], as: UTF8.self), seconds: seconds,
      offsetMinutes: zone.signum() * (abs(zone) / 100 * 60 + abs(zone) % 100))
  }
}
