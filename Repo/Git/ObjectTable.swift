/// Numbers of objects by their names, in some eight bytes each: for tables of millions. The names
/// themselves are the caller's.
struct ObjectTable {
  /// Each number and one; 0 where the slot is free. Never more than three quarters are in use.
  private var slots = [UInt32](repeating: 0, count: 64)
  private var count = 0

  /// The number that an object has. `name` says which object has a number.
  func number(of id: ObjectID, _ name: (Int) -> ObjectID) -> Int? {
    let slot = slots[self.slot(of: id, name)]
    return slot == 0 ? nil : Int(slot) - 1
  }

  /// Puts down the next number, beginning with 0, as that of an object that has none.
  mutating func add(_ id: ObjectID, _ name: (Int) -> ObjectID) {
    if 4 * (count + 1) > 3 * slots.count { grow(name) }
    slots[slot(of: id, name)] = UInt32(count + 1)
    count += 1
  }

  private mutating func grow(_ name: (Int) -> ObjectID) {
    slots = [UInt32](repeating: 0, count: 2 * slots.count)
    for number in 0..<count { slots[slot(of: name(number), name)] = UInt32(number + 1) }
  }

  /// Where the object's number is, or would be.
  private func slot(of id: ObjectID, _ name: (Int) -> ObjectID) -> Int {
    // Seeded for each process: nobody can make up names that meet.
    var slot = id.hashValue & (slots.count - 1)
    while slots[slot] != 0, name(Int(slots[slot]) - 1) != id {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
