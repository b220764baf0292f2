import StoryModel

/// Writes what became of every block, in reading order.
enum BlockAssembler {
  static func assemble(
    _ links: [BlockLink], _ comparisons: [LinkComparison], _ pair: AnalyzedPair
  ) -> [BlockChange] {
    var byNew = [LinkComparison?](repeating: nil, count: pair.new.count)
    for comparison in comparisons { byNew[comparison.link.new[0]] = comparison }
    return ordered(links).map { link in
      let comparison = link.new.first.flatMap { byNew[$0] }
      let kind =
        link.new.first.map { pair.new[$0].kind } ?? link.old.first.map { pair.old[$0].kind }
      return BlockChange(
        kind: kind ?? .paragraph, change: change(link), moved: link.isMoved, old: link.old,
        new: link.new, edits: comparison.map { EditScript.edits($0.diff) } ?? [],
        changes: comparison.map { ChangeClassifier.groups($0) } ?? [])
    }
  }

  private static func change(_ link: BlockLink) -> BlockChange.Change {
    if link.isEqual { return .unchanged }
    if link.old.isEmpty { return .added }
    if link.new.isEmpty { return .removed }
    if link.new.count > 1 { return .split }
    return link.old.count > 1 ? .merged : .edited
  }

  /// New blocks in their order; each removed block after the block that it followed.
  private static func ordered(_ links: [BlockLink]) -> [BlockLink] {
    let count = links.reduce(0) { max($0, ($1.old.last ?? -1) + 1) }
    // For each block of the older version, the one of the newer that it became in its place.
    var placeBefore = [Int](repeating: -1, count: count)
    for link in links where !link.isMoved {
      guard let new = link.new.last else { continue }
      for old in link.old { placeBefore[old] = new }
    }
    var lastPlace = -1
    for old in placeBefore.indices {
      if placeBefore[old] >= 0 { lastPlace = placeBefore[old] }
      placeBefore[old] = lastPlace
    }
    let keys = links.map { link -> (new: Int, old: Int) in
      if let new = link.new.first { return (new, -1) }
      let old = link.old.first ?? 0
      return (placeBefore[old], old)
    }
    return links.indices.sorted { keys[$0] < keys[$1] }.map { links[$0] }
  }
}
