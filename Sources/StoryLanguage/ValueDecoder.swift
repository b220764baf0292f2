import StoryModel

/// Decodes types from JSON that has been read.
///
/// `JSONDecoder` would take a third of a short run for its language's file alone. Lists of words, which
/// are nearly all of such a file, are taken as they are.
struct ValueDecoder: Decoder {
  let value: JSONValue
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// The value of a type that JSON bytes hold.
  static func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
    try decode(type, from: try withJSON(bytes, JSONReader.read))
  }

  fileprivate static func decode<T: Decodable>(_ type: T.Type, from value: JSONValue) throws -> T {
    switch value {
    // Asked for the type first: to find that a string is no list takes a hundred times as long.
    case .string(let text) where type == String.self: if let text = text as? T { return text }
    case .bool(let isTrue) where type == Bool.self: if let isTrue = isTrue as? T { return isTrue }
    case .number(let number) where type == Double.self:
      if let number = number as? T { return number }
    case .number(let number) where type == Int.self:
      if let whole = Int(exactly: number) as? T { return whole }
    case .array(let elements) where type == [String].self:
      let words = elements.compactMap(\.string)
      if words.count == elements.count, let words = words as? T { return words }
    default: break
    }
    // The types that JSON has would ask for themselves without end.
    if type == String.self || type == Bool.self || type == Int.self || type == Double.self {
      throw missing("a value of another type")
    }
    return try T(from: ValueDecoder(value: value))
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = value else { throw ValueDecoder.missing("an object") }
    return KeyedDecodingContainer(Members(members: members))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array(let elements) = value else { throw ValueDecoder.missing("an array") }
    return Elements(elements: elements)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { Single(value: value) }

  fileprivate static func missing(_ what: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "\(what) is missing"))
  }
}

private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let members: [String: JSONValue]
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { members.keys.compactMap { Key(stringValue: $0) } }

  private func value(_ key: some CodingKey) throws -> JSONValue {
    guard let value = members[key.stringValue] else {
      throw ValueDecoder.missing("'\(key.stringValue)'")
    }
    return value
  }

  func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try value(key) == .null }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try ValueDecoder.decode(type, from: value(key))
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try superDecoder(forKey: key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try superDecoder(forKey: key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { ValueDecoder(value: .object(members)) }

  func superDecoder(forKey key: Key) throws -> any Decoder { ValueDecoder(value: try value(key)) }
}

private struct Elements: UnkeyedDecodingContainer {
  let elements: [JSONValue]
  var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex == elements.count }

  init(elements: [JSONValue]) { self.elements = elements }

  private mutating func next() throws -> JSONValue {
    guard !isAtEnd else { throw ValueDecoder.missing("an element") }
    currentIndex += 1
    return elements[currentIndex - 1]
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, elements[currentIndex] == .null else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try ValueDecoder.decode(type, from: next())
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try superDecoder().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try superDecoder().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { ValueDecoder(value: try next()) }
}

private struct Single: SingleValueDecodingContainer {
  let value: JSONValue
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { value == .null }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try ValueDecoder.decode(type, from: value)
  }
}
