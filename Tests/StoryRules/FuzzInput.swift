import Glibc
import StoryCapture
import StoryDiff
import StoryModel
import StoryReport

/// Bytes that a fuzzer makes up, and what has to hold of what Stet makes of them.
///
/// The first byte says how the others are read: `p` as two plain texts, `h` as two pages, `t` as two
/// files of which nothing is known, `j` as a line of an import. A record separator parts the two.
package struct FuzzInput {
  package static let separator: UInt8 = 0x1E
  package static let modes = Array("phtj".utf8)

  private let mode: UInt8
  private let parts: [[UInt8]]
  private let limit: Double

  /// `limit` is the processor time that one pair may take, in seconds.
  package init(_ bytes: some Sequence<UInt8>, limit: Double = 2) {
    let bytes = Array(bytes)
    mode = bytes.first ?? 0
    let parts = bytes.dropFirst()
      .split(separator: FuzzInput.separator, maxSplits: 1, omittingEmptySubsequences: false)
      .map { Array($0) }
    self.parts = parts.count == 2 ? parts : [parts.first ?? [], []]
    self.limit = limit
  }

  /// What is broken, in words; empty where all holds.
  package func broken() -> [String] {
    switch mode {
    case UInt8(ascii: "h"): brokenOfFiles("text/html")
    case UInt8(ascii: "t"): brokenOfFiles(nil)
    case UInt8(ascii: "j"): brokenOfRecord()
    default:
      broken(
        parts.map { PlainText.document(from: String(decoding: $0, as: UTF8.self)) })
    }
  }

  private func brokenOfFiles(_ mediaType: String?) -> [String] {
    let documents = parts.map { part in
      [part, part].map { bytes in
        let start = FuzzInput.processorTime()
        // What cannot be read is refused; that is as it should be.
        let capture = try? StoryReader.read(CaptureInput(bytes: bytes, mediaType: mediaType))
        return (capture, FuzzInput.processorTime() - start)
      }
    }
    return documents.flatMap { twice in
      (twice[0].0 == twice[1].0 ? [] : ["the same bytes are read in two ways"])
        + (twice[0].1 <= limit ? [] : ["reading took \(twice[0].1) s"])
    } + broken(documents.map { $0[0].0?.document ?? Document() })
  }

  private func brokenOfRecord() -> [String] {
    guard let record = try? StoryRecord(line: parts[0]) else { return [] }
    return broken(Array(record.versions.prefix(2).map(\.document)) + [Document()])
  }

  private func broken(_ versions: [Document]) -> [String] {
    FuzzInput.brokenOfBlocks(versions[0]) + FuzzInput.brokenOfBlocks(versions[1])
      + FuzzInput.broken(versions[0], versions[1], limit: limit)
  }

  /// What is broken in a document's own invariants.
  private static func brokenOfBlocks(_ document: Document) -> [String] {
    document.blocks.enumerated().compactMap { index, block in
      let again = Block(block.kind, block.text)
      return block.text.isEmpty || again.text.utf8.elementsEqual(block.text.utf8) == false
        ? "block \(index) is empty or no single line" : nil
    }
  }

  package static let at = Instant(seconds: 1_747_224_000)

  /// What is broken in the reports of a pair: its rules, its mirror image, each version against
  /// itself, the same bytes when asked again, every way of drawing it.
  package static func broken(_ old: Document, _ new: Document, limit: Double = 2) -> [String] {
    var slow: [String] = []
    func diff(_ old: Document, _ new: Document) -> StoryDiff {
      let start = processorTime()
      let diff = StoryDiff(from: old, to: new, oldCapturedAt: at, newCapturedAt: at)
      let time = processorTime() - start
      if time > limit { slow.append("a diff took \(time) s") }
      return diff
    }
    let there = diff(old, new)
    let back = diff(new, old)
    var broken = ReportRules.broken(there) + ReportRules.broken(back)
    let seen = Set(ReportRules.outline(there))
    let mirror = Set(ReportRules.outline(back, mirrored: true))
    broken += seen.symmetricDifference(mirror).sorted().map { "no mirror image: \($0)" }
    for document in [old, new] {
      broken += ReportRules.saidOfNothing(diff(document, document)).map { "against itself: \($0)" }
    }
    if JSONReport.write(diff(old, new)) != JSONReport.write(there) {
      broken.append("the same pair gives other bytes")
    }
    let heading = ReportHeading(
      old: VersionHeading(capturedAt: at), new: VersionHeading(capturedAt: at))
    for format in ReportFormat.allCases
    where DiffReport.write(there, heading: heading, as: format).utf8.last != 0x0A {
      broken.append("\(format.rawValue) ends without a line feed")
    }
    return broken + slow
  }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
