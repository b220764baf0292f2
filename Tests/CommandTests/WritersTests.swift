import Foundation
import TestSupport
import Testing

/// Several processes on one archive, and processes that are killed at any instant.
@Suite(.serialized) struct WritersTests {
  let archive: ScratchArchive

  init() throws { archive = try ScratchArchive() }

  /// The headlines of a story's revisions, oldest first; as git has them.
  private func headlines(of story: String) throws -> [String] {
    try archive.git("log", "--reverse", "--format=%s", "refs/stories/\(story)").lines
  }

  private func file(_ headline: String) throws -> String {
    try archive.folder.write("\(headline).txt", "\(headline)\n\nWhat \(headline) has to say.\n")
  }

  /// `STET_SNAPSHOTS` is how many snapshots a process takes.
  @Test func `eight processes at once lose nothing and double nothing`() throws {
    let snapshots = Torture.count("STET_SNAPSHOTS", usual: 50)
    let stories = snapshots >= 200 ? 20 : 5
    let each = snapshots / stories
    let first = try archive.stet("snapshot", "--story", "first", try file("first"))
    try #require(first.code == 0, "\(first.errors)")
    for process in 0..<8 {
      // A shell that takes the stories one after another, each from a different one on.
      let script = try (0..<stories).map { turn in
        let story = (process + turn) % stories
        let files = try (0..<each).map { try file("p\(process)-s\(story)-\($0)") }
        return "\"$1\" snapshot --story s/\(story) \(files.joined(separator: " ")) || exit 1"
      }.joined(separator: "\n")
      try archive.folder.write("writer-\(process).sh", script)
    }
    // Meanwhile readers see whole revisions only, and others pack and check, until all have written.
    // One shell starts all: tasks would wait for one another, of which there are as many as cores.
    let result = try run(
      "/bin/bash",
      [
        "-c",
        """
        writers=()
        for number in 0 1 2 3 4 5 6 7; do
          bash writer-$number.sh "$0" >writer-$number.out &
          writers+=($!)
        done
        meanwhile() {
          until [ -e over ]; do
            "$@" >"$2.out" && echo "$2" >>meanwhile || { echo "$2 failed:"; cat "$2.out"; } >&2
          done
        }
        meanwhile "$0" list --format json & meanwhile "$0" history first & meanwhile "$0" show first &
        meanwhile "$0" maintain --grace 0 & meanwhile "$0" verify &
        code=0
        for writer in "${writers[@]}"; do wait $writer || code=1; done
        touch over
        wait
        exit $code
        """, stetProgram,
      ], in: archive.folder.path,
      environment: ["STET_ARCHIVE": archive.path, "HOME": archive.folder.path])
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    let meanwhile = try String(contentsOfFile: archive.folder.file("meanwhile"), encoding: .utf8)
      .split(separator: "\n")
    for command in ["list", "history", "show", "maintain", "verify"] {
      #expect(meanwhile.contains(Substring(command)))
    }
    var total = 0
    var lost = 0
    for story in 0..<stories {
      let found = try headlines(of: "s/\(story)")
      let expected = (0..<8).flatMap { process in
        (0..<each).map { "p\(process)-s\(story)-\($0)" }
      }
      #expect(Set(found) == Set(expected) && found.count == expected.count)
      lost += Set(expected).subtracting(found).count
      // Those of one process in the order in which it took them.
      for process in 0..<8 {
        let mine = found.filter { $0.hasPrefix("p\(process)-") }
        #expect(mine == (0..<each).map { "p\(process)-s\(story)-\($0)" })
      }
      total += found.count
    }
    let check = try archive.stet("verify")
    #expect(check.code == 0, "\(check.text)")
    #expect(try archive.git("fsck", "--strict", "--no-dangling").text.isEmpty)
    Torture.report(
      "8 processes × \(each * stories) snapshots on \(stories) stories, and \(meanwhile.count) times"
        + " somebody read, packed or checked meanwhile: \(total) kept, \(lost) lost")
  }

  private enum Job: CaseIterable { case snapshot, backfill, importing, maintain }

  /// `STET_KILLS` is how many processes are killed.
  @Test func `a process that is killed loses nothing acknowledged and leaves nothing to clean up`()
    throws
  {
    let kills = Torture.count("STET_KILLS", usual: 40)
    var random = SeededGenerator(state: Torture.seed(4))
    var inTheMiddle = 0, total = 0, lost = 0
    // All of an archive is checked after each: one that grew with every kill would be checked for hours.
    for first in stride(from: 0, to: kills, by: 100) {
      let found = try WritersTests().kill(min(100, kills - first), &random)
      inTheMiddle += found.inTheMiddle
      total += found.acknowledged
      lost += found.lost
    }
    #expect(inTheMiddle > kills / 3)
    Torture.report(
      "\(kills) kills, \(inTheMiddle) before the end: \(total) acknowledged, \(lost) lost")
  }

  /// Kills so many processes that write to this archive.
  private func kill(
    _ kills: Int, _ random: inout SeededGenerator
  ) throws -> (inTheMiddle: Int, acknowledged: Int, lost: Int) {
    var acknowledged: [String: Set<String>] = [:]
    var inTheMiddle = 0
    var lost = 0
    // How long each takes when nobody disturbs it.
    var durations: [Int: Double] = [:]
    for round in 0..<(kills + Job.allCases.count) {
      let job = Job.allCases[round % Job.allCases.count]
      let story = "k/\(round % 5)"
      let names = (0..<4).map { "r\(round)-\($0)" }
      var arguments: [String]
      switch job {
      case .snapshot, .backfill:
        let time = job == .snapshot ? 1_700_000_000 + round : 1_000_000_000 + (round * 7919) % 5000
        let at = ISO8601DateFormatter().string(from: Date(timeIntervalSince1970: Double(time)))
        arguments = try ["snapshot", "--story", story, "--at", at] + names.map { try file($0) }
        if job == .backfill { arguments.append("--backfill") }
      case .importing:
        let versions = names.map { #"{"title":"\#($0)","paragraphs":["What \#($0) says."]}"# }
        let line = #"{"id":"i/\#(round)","versions":[\#(versions.joined(separator: ","))]}"#
        let path = try archive.folder.write("import.jsonl", line + "\n")
        arguments = ["import", path]
      case .maintain: arguments = ["maintain", "--grace", "0"]
      }
      let number = round % Job.allCases.count
      let limit = durations[number].map { Double.random(in: 0..<$0 * 1.1, using: &random) }
      let start = Date()
      let result = try run(
        "/usr/bin/env",
        ["timeout", "-s", "KILL", limit.map { String(format: "%.4f", max(0.001, $0)) } ?? "60"]
          + [stetProgram] + arguments, in: archive.folder.path,
        environment: ["STET_ARCHIVE": archive.path, "HOME": archive.folder.path])
      if limit == nil { durations[number] = Date().timeIntervalSince(start) }
      #expect(result.code == 0 || result.code == 137, "\(result.errors)")
      if result.code == 137 { inTheMiddle += 1 }
      // So that two of three are killed, however busy the machine is.
      if limit != nil, let time = durations[number] {
        durations[number] = time * (result.code == 137 ? 1.02 : 0.96)
      }
      // What was said to be recorded: a line for each snapshot, the table for an import.
      switch job {
      case .snapshot, .backfill:
        let whole = result.text.hasSuffix("\n") ? result.lines : Array(result.lines.dropLast())
        acknowledged[story, default: []].formUnion(names.prefix(whole.count))
      case .importing:
        if result.code == 0 { acknowledged["i/\(round)"] = Set(names) }
      case .maintain: break
      }
      if !acknowledged.isEmpty { lost += try check(acknowledged, after: "round \(round), \(job)") }
    }
    // What is left of locks was left by the last ones, and goes once it is old enough.
    usleep(11_000_000)
    let packed = try archive.stet("maintain")
    #expect(packed.code == 0, "\(packed.errors)")
    let leftovers = try FileManager.default.subpathsOfDirectory(atPath: archive.path).filter {
      $0.hasSuffix(".lock") && $0 != "stet.lock" || $0.contains("tmp_pack_")
    }
    #expect(leftovers == [])
    return (inTheMiddle, acknowledged.values.reduce(0) { $0 + $1.count }, lost)
  }

  /// Checks the archive; returns how much of what was acknowledged is not in it.
  private func check(_ acknowledged: [String: Set<String>], after what: String) throws -> Int {
    var count = 0
    for (story, names) in acknowledged {
      let lost = names.subtracting(try headlines(of: story))
      #expect(lost.isEmpty, "\(what): \(story) has lost \(lost)")
      count += lost.count
    }
    let verified = try archive.stet("verify")
    #expect(verified.code == 0, "\(what): \(verified.text)")
    let fsck = try archive.git("fsck", "--strict", "--no-dangling")
    #expect(fsck.code == 0 && fsck.text.isEmpty, "\(what): \(fsck.text) \(fsck.errors)")
    return count
  }
}
