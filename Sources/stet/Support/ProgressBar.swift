import Glibc

/// A line on standard error that says how far a long job is; nothing where that is no terminal.
struct ProgressBar: Sendable {
  private let isShown = Terminal.isTerminal(STDERR_FILENO)
  private var drawnAt: Int = 0

  /// Redraws the line, ten times a second at most. `share` is 0 to 1; nil where it is not known.
  mutating func show(_ share: Double?, _ text: @autoclosure () -> String) {
    guard isShown else { return }
    let now = milliseconds()
    guard now - drawnAt >= 100 else { return }
    drawnAt = now
    let width = Terminal.width(of: STDERR_FILENO)
    var line = text()
    if let share {
      let cells = 24, full = Int((min(1, max(0, share)) * Double(cells)).rounded())
      let bar = String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
      line = "\(bar) \(Int(share * 100))% \(line)"
    }
    try? Output(descriptor: STDERR_FILENO).write("\r\u{1B}[K" + line.prefix(width - 1))
  }

  /// Takes the line away.
  func clear() {
    if isShown { try? Output(descriptor: STDERR_FILENO).write("\r\u{1B}[K") }
  }

  private func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
