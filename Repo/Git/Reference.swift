/// A name for an object: `refs/stories/example.org/summit`.
public struct Reference: Sendable, Hashable {
  public let name: String
  public let target: ObjectID

  public init(name: String, target: ObjectID) {
    self.name = name
    self.target = target
  }
}
