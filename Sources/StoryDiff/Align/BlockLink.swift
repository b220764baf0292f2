/// Blocks of the two versions that are one block, or parts of one.
struct BlockLink: Equatable {
  /// Positions in each version, ascending; one of them empty for a removed or added block.
  var old: [Int], new: [Int]
  /// Whether the two are one block with the same text when folded.
  var isEqual = false
  /// Whether its order relative to the other links changed.
  var isMoved = false

  /// Whether both versions have it, and it is not the same in both.
  var isEdited: Bool { !isEqual && !old.isEmpty && !new.isEmpty }

  var mirrored: BlockLink { BlockLink(old: new, new: old, isEqual: isEqual, isMoved: isMoved) }
}
