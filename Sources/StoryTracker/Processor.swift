import Glibc

/// The machine's processors.
enum Processor {
  /// How many run at once.
  static let count = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}

/// A number that several tasks add to.
actor Counter {
  private(set) var value = 0

  func add(_ amount: Int) { value += amount }
}
