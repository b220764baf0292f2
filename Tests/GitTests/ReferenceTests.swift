import Foundation
import TestSupport
import Testing

@testable import Git

final class ReferenceTests {
  let folder: ScratchFolder
  let path: String
  let repository: Repository
  let blobs: [ObjectID]

  init() throws {
    folder = try ScratchFolder()
    path = folder.file("repository")
    repository = try Repository(creatingBare: path, description: "", head: "main")
    blobs = [try repository.write([65], as: .blob), try repository.write([66], as: .blob)]
  }

  @discardableResult
  private func git(_ arguments: String...) throws -> [String] {
    let result = try run("/usr/bin/env", ["git", "-C", path] + arguments)
    #expect(result.code == 0, "\(result.errors)")
    return result.lines
  }

  @Test(arguments: [false, true])
  func `references are found as git finds them, packed or not`(isSorted: Bool) throws {
    let names = (0..<200).map { "refs/stories/\($0 % 13)/\($0 * 7919 % 1000)" }
    for (number, name) in names.enumerated() {
      try repository.setReference(name, to: blobs[number % 2], from: nil)
    }
    try git("-c", "user.name=x", "-c", "user.email=x", "tag", "-a", "-m", "m", "v1", "\(blobs[0])")
    try git("pack-refs", "--all")
    if !isSorted {
      let file = path + "/packed-refs"
      let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
      let stories = lines.filter { $0.contains(" refs/stories/") }.reversed()
      try (stories.joined(separator: "\n") + "\n").write(
        toFile: file, atomically: true, encoding: .utf8)
    }
    // Some are moved since, and some are new.
    try repository.setReference(names[5], to: blobs[0], from: blobs[1])
    try repository.setReference("refs/stories/new", to: blobs[0], from: nil)
    for name in names + ["refs/stories/new", "refs/stories/0", "refs/stories/none", "refs/tags/v1"]
    {
      let known = try run("/usr/bin/env", ["git", "-C", path, "rev-parse", "-q", "--verify", name])
      if !isSorted, name == "refs/tags/v1" { continue }
      #expect(try repository.target(of: name).map { "\($0)\n" } ?? "" == known.text, "\(name)")
    }
    for prefix in ["refs/stories/", "refs/stories/1/", "refs/stories/12/", "refs/seen/"] {
      let known = try git("for-each-ref", "--format=%(refname) %(objectname)", prefix)
      #expect(
        try repository.references(under: prefix).map { "\($0.name) \($0.target)" }.sorted()
          == known.sorted())
    }
    #expect(try repository.references(under: "refs/stories/", limit: 3).count == 3)
  }

  @Test func `packed references are those of the moment, whoever packed them`() throws {
    #expect(try repository.target(of: "refs/stories/a") == nil)
    for (number, blob) in [blobs[0], blobs[1], blobs[0]].enumerated() {
      try git("update-ref", "refs/stories/a", "\(blob)")
      try git("update-ref", "refs/stories/\(number)", "\(blob)")
      #expect(try repository.target(of: "refs/stories/a") == blob)
      try git("pack-refs", "--all", "--prune")
      for _ in 0..<2 { #expect(try repository.target(of: "refs/stories/a") == blob) }
      #expect(try repository.references(under: "refs/stories/").count == number + 2)
    }
    try git("update-ref", "-d", "refs/stories/a")
    #expect(try repository.target(of: "refs/stories/a") == nil)
    try FileManager.default.removeItem(atPath: path + "/packed-refs")
    #expect(try repository.references(under: "refs/stories/") == [])
  }

  @Test func `a reference moves from what it was, and from nothing else`() throws {
    let name = "refs/stories/a"
    try repository.setReference(name, to: blobs[0], from: nil)
    for packed in [false, true] {
      if packed { try git("pack-refs", "--all") }
      let there = #expect(throws: GitError.self) {
        try repository.setReference(name, to: blobs[1], from: nil)
      }
      #expect(there?.isExisting == true)
      let other = #expect(throws: GitError.self) {
        try repository.setReference(name, to: blobs[1], from: blobs[1])
      }
      #expect(other?.isModified == true)
      for taken in ["refs/stories/a/b", "refs/stories/a/b/c"] {
        let blocked = #expect(throws: GitError.self) {
          try repository.setReference(taken, to: blobs[1], from: nil)
        }
        #expect(blocked?.isExisting == true)
      }
    }
    try repository.setReference(name, to: blobs[1], from: blobs[0])
    #expect(try git("rev-parse", name) == ["\(blobs[1])"])
    try folder.write("repository/\(name).lock", "")
    let locked = #expect(throws: GitError.self) {
      try repository.setReference(name, to: blobs[0], from: blobs[1])
    }
    #expect(locked?.isLocked == true)
    #expect(throws: GitError.self) {
      try repository.setReference("refs/../../outside", to: blobs[0], from: nil)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.file("outside")))
  }

  @Test func `a removed reference leaves no empty folder, and no name is barred by one`() throws {
    try repository.setReference("refs/seen/a/b/c", to: blobs[0], from: nil)
    #expect(try !repository.removeReference("refs/seen/a/b/c", from: blobs[1]))
    #expect(try repository.removeReference("refs/seen/a/b/c", from: blobs[0]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: path + "/refs/seen") == [])
    #expect(try !repository.removeReference("refs/seen/a/b/c", from: blobs[0]))
    // Packing leaves empty folders behind.
    try repository.setReference("refs/seen/x/y/z", to: blobs[0], from: nil)
    try git("pack-refs", "--all")
    try FileManager.default.createDirectory(
      atPath: path + "/refs/seen/x/y/z", withIntermediateDirectories: true)
    try repository.setReference("refs/seen/x/y/z", to: blobs[1], from: blobs[0])
    #expect(try git("rev-parse", "refs/seen/x/y/z") == ["\(blobs[1])"])
    #expect(try repository.removeReference("refs/seen/x/y/z", from: blobs[1]))
    #expect(try git("for-each-ref", "refs/seen/").isEmpty)
  }

  @Test func `a symbolic or damaged reference is none of ours to guess`() throws {
    try repository.setReference("refs/stories/a", to: blobs[0], from: nil)
    try git("symbolic-ref", "refs/stories/link", "refs/stories/a")
    #expect(try repository.target(of: "refs/stories/link") == blobs[0])
    #expect(try repository.references(under: "refs/stories/").map(\.name) == ["refs/stories/a"])
    try folder.write("repository/refs/stories/a", "no object's name")
    #expect(throws: GitError.self) { try repository.target(of: "refs/stories/a") }
  }
}
