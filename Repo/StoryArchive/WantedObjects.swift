import Git

/// Objects that a run of maintenance looks for.
enum WantedObjects {
  case loose(Set<ObjectID>)
  /// What is in packs: a bit for each.
  case packed(PackedBits)

  /// All that is in these packs.
  init(packs: [PackFile]) { self = .packed(PackedBits(packs)) }

  var isEmpty: Bool {
    switch self {
    case .loose(let ids): ids.isEmpty
    case .packed(let bits): bits.count == 0
    }
  }

  /// How many there are; of those that are in several packs, each copy.
  var count: Int {
    switch self {
    case .loose(let ids): ids.count
    case .packed(let bits): bits.count
    }
  }

  func contains(_ id: ObjectID) -> Bool {
    switch self {
    case .loose(let ids): ids.contains(id)
    case .packed(let bits): bits.contains(id)
    }
  }

  /// Takes an object out; false where it is none of them.
  mutating func remove(_ id: ObjectID) -> Bool {
    guard case .loose(var ids) = self else {
      guard case .packed(let bits) = self else { return false }
      return bits.remove(id)
    }
    // Not held twice meanwhile, which would copy it.
    self = .loose([])
    defer { self = .loose(ids) }
    return ids.remove(id) != nil
  }
}

/// Some of the objects of packs.
final class PackedBits {
  private let packs: [PackFile]
  private var words: [[UInt64]]
  private(set) var count: Int

  /// All of them.
  init(_ packs: [PackFile]) {
    self.packs = packs
    words = packs.map { [UInt64](repeating: .max, count: ($0.count + 63) / 64) }
    count = packs.reduce(0) { $0 + $1.count }
  }

  func contains(_ id: ObjectID) -> Bool {
    packs.indices.contains { index in
      packs[index].position(of: id).map { words[index][$0 / 64] >> UInt64($0 % 64) & 1 == 1 }
        ?? false
    }
  }

  func remove(_ id: ObjectID) -> Bool {
    let before = count
    for (index, pack) in packs.enumerated() {
      guard let position = pack.position(of: id) else { continue }
      let bit: UInt64 = 1 << UInt64(position % 64)
      if words[index][position / 64] & bit != 0 { count -= 1 }
      words[index][position / 64] &= ~bit
    }
    return count < before
  }
}
