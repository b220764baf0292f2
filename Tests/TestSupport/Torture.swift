import Foundation

/// How much a test of faults does, and with which seed: `scripts/torture` asks for more than the
/// usual.
public enum Torture {
  /// The number in an environment variable, else `usual`.
  public static func count(_ variable: String, usual: Int) -> Int {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? usual
  }

  /// Where random numbers begin: `STET_SEED`, else `usual`.
  public static func seed(_ usual: UInt64) -> UInt64 {
    ProcessInfo.processInfo.environment["STET_SEED"].flatMap { UInt64($0) } ?? usual
  }

  /// Says what was done, where `scripts/torture` listens.
  public static func report(_ line: String) {
    if ProcessInfo.processInfo.environment["STET_TORTURE"] != nil { print("torture: \(line)") }
  }
}

/// The same numbers for the same seed on every machine (SplitMix64, after Sebastiano Vigna).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  public var state: UInt64

  public init(state: UInt64) { self.state = state }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
