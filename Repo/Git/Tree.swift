/// A folder of a commit, as its bytes spell it.
public struct Tree: Sendable, Hashable {
  /// One name of a tree, and what it stands for.
  public struct Entry: Sendable, Hashable {
    /// What an entry is to git.
    public enum Mode: Sendable, Hashable {
      case file, executable, link, folder, submodule
    }

    public let name: String
    public let mode: Mode
    public let id: ObjectID

    public init(name: String, mode: Mode = .file, id: ObjectID) {
      self.name = name
      self.mode = mode
      self.id = id
    }
  }

  public let entries: [Entry]

  /// A tree of plain files.
  public init(files: [(name: String, id: ObjectID)]) {
    entries =
      files
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      .map { Entry(name: $0.name, id: $0.id) }
  }

  /// The entry of a name; nil where the tree has none. O(entries).
  public subscript(name: String) -> Entry? { entries.first { $0.name == name } }

  /// The content of the git object.
  public var content: [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      let mode =
        switch entry.mode {
        case .file: "100644"
        case .executable: "100755"
        case .link: "120000"
        case .folder: "40000"
        case .submodule: "160000"
        }
      bytes += Array(mode.utf8) + [32] + Array(entry.name.utf8) + [0]
      bytes += entry.id.bytes
    }
    return bytes
  }

  /// Reads the content of a tree object; nil where it is none.
  public init?(content: [UInt8]) {
    var entries: [Entry] = []
    var at = 0
    while at < content.count {
      guard let space = content[at...].firstIndex(of: 32),
        let end = content[space...].firstIndex(of: 0), end + ObjectID.byteCount < content.count,
        let id = ObjectID(bytes: content[(end + 1)...(end + ObjectID.byteCount)])
      else { return nil }
      let mode: Entry.Mode
      switch String(decoding: content[at..<space], as: UTF8.self) {
      case "100644", "100664": mode = .file
      case "100755": mode = .executable
      case "120000": mode = .link
      case "40000", "040000": mode = .folder
      case "160000": mode = .submodule
      default: return nil
      }
      let name = String(decoding: content[(space + 1)..<end], as: UTF8.self)
      entries.append(Entry(name: name, mode: mode, id: id))
      at = end + 1 + ObjectID.byteCount
    }
    self.entries = entries
  }
}
