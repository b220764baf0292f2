/// A name for an object: `refs/stories/example.org/summit`.
public struct Reference: Sendable, Hashable {
  public let name: String
  public let target: ObjectID

  public init(name: String, target: ObjectID) {
    self.name = name
    self.target = target
  }

  public static func == (a: Reference, b: Reference) -> Bool {
    a.target == b.target && a.name.hasSameBytes(as: b.name)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactText(name))
    hasher.combine(target)
  }
}
