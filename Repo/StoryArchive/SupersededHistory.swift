import Git
import StoryModel

/// The end of a history that a story had until an older capture was inserted.
public struct SupersededHistory: Sendable, Hashable {
  /// Its revisions that no later history has, newest first, with the numbers they had then.
  public let revisions: [Revision]
  /// The revision before them, which is part of a later history; nil where there is none.
  public let base: Revision?
  /// The commit of the revision by whose insertion it was superseded; nil where none says so.
  public let supersededBy: ObjectID?
}

extension Repository {
  /// The story's superseded histories, the one that was superseded last first.
  ///
  /// O(revisions of all of them).
  func supersededHistories(of story: StoryID) throws -> [SupersededHistory] {
    let prefix = StoryRef.supersededPrefix(of: story)
    let tips = try references(under: prefix).map(\.target).sorted()
    guard !tips.isEmpty else { return [] }
    var known: Set<ObjectID> = []
    var supersededBy: [ObjectID: ObjectID] = [:]
    // What is superseded, in the order in which the revisions that say so are met: from the
    // history that stands, then from those that it superseded.
    var queue: [ObjectID] = []
    func meet(_ revision: Revision) {
      known.insert(revision.commit)
      for tip in revision.supersedes.reversed() where supersededBy[tip] == nil {
        supersededBy[tip] = revision.commit
        queue.append(tip)
      }
    }
    try walk(story) { revision in
      meet(revision)
      return true
    }
    let held = Set(tips)
    var histories: [SupersededHistory] = []
    var at = 0
    var rest = tips[...]
    while true {
      let tip: ObjectID
      if at < queue.count {
        tip = queue[at]
        at += 1
      } else if let next = rest.popFirst() {
        tip = next
      } else {
        return histories
      }
      // A reference that a stopped backfill left leads to what still stands.
      guard held.contains(tip), !known.contains(tip) else { continue }
      var revisions: [Revision] = []
      var next: Revision? = try revision(tip, of: story)
      while let revision = next, !known.contains(revision.commit) {
        revisions.append(revision)
        meet(revision)
        next = try self.revision(before: revision)
      }
      histories.append(
        SupersededHistory(revisions: revisions, base: next, supersededBy: supersededBy[tip]))
    }
  }
}
