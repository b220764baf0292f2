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
    let changed = links.filter { !$0.isEqual }
    return (
      Set(changed.flatMap(\.old).filter { isFurniture(pair.old[$0]) }),
      Set(changed.flatMap(\.new).filter { isFurniture(pair.new[$0]) })
    )
  }
}
