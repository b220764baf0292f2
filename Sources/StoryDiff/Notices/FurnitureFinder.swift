/// Finds what a page wraps around its story: share lines, counters, invitations to subscribe.
enum FurnitureFinder {
  /// The positions of such blocks among those that are in no equal pair, by version.
  static func find(_ pair: AnalyzedPair, _ links: [BlockLink]) -> (old: Set<Int>, new: Set<Int>) {
    func isFurniture(_ block: AnalyzedBlock) -> Bool {
      guard block.tokens.count <= NoticeReader.longestFurniture, block.kind != .headline,
        NoticeReader.mayBeFurniture(block.tokens, pair)
      else { return false }
      return NoticeReader(reading: Reading(Passage([block]), pair, capturedAt: nil)).isFurniture
    }
    var found: (old: Set<Int>, new: Set<Int>) = ([], [])
    for place in links.indices where !links[place].isEqual {
      for block in links[place].old where isFurniture(pair.old[block]) { found.old.insert(block) }
      for block in links[place].new where isFurniture(pair.new[block]) { found.new.insert(block) }
    }
    return found
  }
}
