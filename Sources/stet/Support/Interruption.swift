import Glibc
import Synchronization

/// Whether a signal has asked for an end: an interrupt, a request to end, a terminal that went away.
enum Interruption {
  private static let asked = Atomic<Bool>(false)

  static var isAsked: Bool { asked.load(ordering: .relaxed) }

  /// From now on the first signal only asks; the second one ends the program as usual.
  static func watch() {
    // Touched before a handler may be the first to do so, since that takes a lock.
    asked.store(false, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      Interruption.asked.store(true, ordering: .relaxed)
    }
    // Without SA_RESTART, so that a wait for input ends.
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    sigaction(SIGINT, &action, nil)
    sigaction(SIGTERM, &action, nil)
    // `nohup` has it ignored, and so it stays.
    var before = sigaction()
    sigaction(SIGHUP, nil, &before)
    // A handler is a pointer's width, and SIG_IGN is the address 1: compared as numbers, never called.
    let handler = unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self)
    let ignored = 1
    if handler != ignored { sigaction(SIGHUP, &action, nil) }
  }
}
