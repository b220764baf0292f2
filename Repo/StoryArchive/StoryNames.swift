import StoryModel

/// What a person may have meant by a story's name.
enum StoryNames {
  /// The ids that `text` may stand for, the likeliest first.
  static func candidates(for text: String) -> [StoryID] {
    var spellings = [text]
    if let scheme = text.firstRange(of: "://"),
      ["http", "https"].contains(text[..<scheme.lowerBound].lowercased())
    {
      var address = String(text[scheme.upperBound...])
      spellings.append(address)
      if let fragment = address.firstIndex(of: "#") {
        address = String(address[..<fragment])
        spellings.append(address)
      }
      while address.hasSuffix("/") { address.removeLast() }
      spellings.append(address)
    } else if text.hasSuffix("/") {
      spellings.append(String(text.dropLast()))
    }
    var ids: [StoryID] = []
    for spelling in spellings {
      for id in [try? StoryID(spelling), try? StoryID(encoding: spelling)] {
        if let id, !ids.contains(id) { ids.append(id) }
      }
    }
    return ids
  }

  /// Up to three of `ids` that resemble `text`, the closest first. O(ids · bytes).
  static func close(to text: String, among ids: [StoryID]) -> [StoryID] {
    let wanted = Array(text.lowercased().utf8.prefix(200))
    guard !wanted.isEmpty else { return [] }
    let limit = max(2, wanted.count / 4)
    let ranked = ids.compactMap { id -> (id: StoryID, distance: Int)? in
      let bytes = Array(id.description.lowercased().utf8)
      if wanted.count >= 3, contains(bytes, wanted) { return (id, 1) }
      let distance = distance(bytes, wanted, limit: limit)
      return distance <= limit ? (id, distance + 1) : nil
    }
    return ranked.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }.prefix(3).map(\.id)
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  /// The number of bytes to insert, remove or replace to make one of the other (Levenshtein), or
  /// more than `limit` where it is more.
  private static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var row = Array(0...b.count)
    for (i, byte) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let substituted = diagonal + (byte == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
