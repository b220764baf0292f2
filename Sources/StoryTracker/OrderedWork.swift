/// Works on what `next` yields on all cores, and hands the results to `take` in order, one at a time.
///
/// No more than `ahead` inputs and results are held at once: a slow one holds the others up rather
/// than letting them pile up behind it. `next` runs where the caller runs, so that a wait for input
/// holds no worker up. The first error of `next` or `take` ends it.
func workInOrder<Input: Sendable, Output: Sendable>(
  isolation: isolated (any Actor)? = #isolation, ahead: Int,
  next: () throws -> Input?, work: @escaping @Sendable (Input) -> Output,
  take: @escaping @Sendable (Output) async throws -> Void
) async throws {
  let turns = Turns()
  try await withThrowingTaskGroup(of: Void.self) { group in
    var index = 0
    while let input = try next() {
      if index >= ahead { try await group.next() }
      group.addTask { [index] in
        let output = work(input)
        try await turns.wait(for: index)
        do {
          try await take(output)
        } catch {
          await turns.end(with: error)
          throw error
        }
        await turns.finish()
      }
      index += 1
    }
    try await group.waitForAll()
  }
}

/// Lets tasks go on in the order of their numbers, one at a time.
private actor Turns {
  private var current = 0
  private var waiting: [Int: CheckedContinuation<Void, any Error>] = [:]
  private var failure: (any Error)?

  /// Returns when every task with a lower number has finished; throws where one of them failed.
  func wait(for turn: Int) async throws {
    if let failure { throw failure }
    if turn == current { return }
    try await withCheckedThrowingContinuation { waiting[turn] = $0 }
  }

  func finish() {
    current += 1
    waiting.removeValue(forKey: current)?.resume()
  }

  func end(with error: any Error) {
    failure = error
    for continuation in waiting.values { continuation.resume(throwing: error) }
    waiting = [:]
  }
}
