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
