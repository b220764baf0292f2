import Git
import StoryModel

/// The end of a history that a story had until an older capture was inserted.
public struct SupersededHistory: Sendable, Hashable {
  /// The latest of its revisions, with the number that it had then; `StoryArchive.revisions(before:limit:)`
  /// gives those before it.
  public let tip: Revision
  /// How many of its revisions no later history has.
  public let count: Int
  /// The revision before them, which is part of a later history; nil where there is none.
  public let base: Revision?
  /// The commit of the revision by whose insertion it was superseded; nil where none says so.
  public let supersededBy: ObjectID?
}

extension Repository {
  /// The story's superseded histories, the one that was superseded last first.
  ///
  /// `visit` is given each of their revisions. O(revisions of all of them), of which the ids are held.
  func supersededHistories(
    of story: StoryID, visit: (Revision) -> Void = { _ in }
  ) throws -> [SupersededHistory] {
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
      let latest = try revision(tip, of: story)
      var count = 0
      var next: Revision? = latest
      while let revision = next, !known.contains(revision.commit) {
        count += 1
        meet(revision)
        var superseded = revision
        (superseded.isSuperseded, superseded.supersededBy) = (true, supersededBy[tip])
        visit(superseded)
        next = try self.revision(before: revision)
      }
      histories.append(
        SupersededHistory(
          tip: latest, count: count, base: next, supersededBy: supersededBy[tip]))
    }
  }
}
