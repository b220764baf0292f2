import StoryModel

/// Writes what became of every block, in reading order.
enum BlockAssembler {
  static func assemble(
    _ links: [BlockLink], _ comparisons: [LinkComparison], _ pair: AnalyzedPair
  ) -> [BlockChange] {
    var byNew: [Int: LinkComparison] = [:]
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
    var placeOfOld: [Int: Int] = [:]
    for link in links where !link.isMoved {
      guard let new = link.new.last else { continue }
      for old in link.old { placeOfOld[old] = new }
    }
    var keys: [(new: Int, old: Int)] = []
    var lastPlace = -1
    var placeBefore: [Int: Int] = [:]
    for old in links.flatMap(\.old).sorted() {
      if let place = placeOfOld[old] { lastPlace = place }
      placeBefore[old] = lastPlace
    }
    keys = links.map { link in
      if let new = link.new.first { return (new, -1) }
      let old = link.old.first ?? 0
      return (placeBefore[old] ?? -1, old)
    }
    return links.indices.sorted { keys[$0] < keys[$1] }.map { links[$0] }
  }
}
