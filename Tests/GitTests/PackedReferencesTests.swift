import Foundation
import TestSupport
import Testing

@testable import Git

final class PackedReferencesTests {
  let folder: ScratchFolder
  let path: String
  let repository: Repository
  let blob: ObjectID

  init() throws {
    folder = try ScratchFolder()
    path = folder.file("repository")
    repository = try Repository(creatingBare: path, description: "", head: "main")
    blob = try repository.write([65], as: .blob)
  }

  private func git(_ arguments: String...) throws -> [String] {
    let result = try run("/usr/bin/env", ["git", "-C", path] + arguments)
    #expect(result.code == 0, "\(result.errors)")
    return result.lines
  }

  private func new(_ names: String...) -> [Reference] {
    names.map { Reference(name: "refs/stories/" + $0, target: blob) }
  }

  @Test func `many references in one file are what git would have made`() throws {
    let names = (0..<300).map { "refs/stories/\($0 % 7)/story-\($0)" }
    for part in 0..<3 {
      let references = names.indices.filter { $0 % 3 == part }.map {
        Reference(name: names[$0], target: blob)
      }
      #expect(try repository.packNewReferences(references).isEmpty)
    }
    #expect(try git("for-each-ref", "--format=%(refname)") == names.sorted())
    #expect(try repository.references(under: "refs/stories/").count == 300)
    let bytes = try String(contentsOfFile: path + "/packed-refs", encoding: .utf8)
    // Git has nothing to add.
    _ = try git("pack-refs", "--all")
    #expect(try String(contentsOfFile: path + "/packed-refs", encoding: .utf8) == bytes)
    #expect(try git("fsck", "--strict", "--no-dangling").isEmpty)
    #expect(!FileManager.default.fileExists(atPath: path + "/packed-refs.lock"))
    // And they can be moved and removed as any other.
    let other = try repository.write([66], as: .blob)
    try repository.setReference(names[3], to: other, from: blob)
    #expect(try repository.removeReference(names[4], from: blob))
    #expect(try git("for-each-ref", "--format=%(objectname)", names[3]) == ["\(other)"])
    #expect(try git("for-each-ref", names[4]).isEmpty)
  }

  @Test func `a name that is in use is left to whoever asks`() throws {
    try repository.setReference("refs/stories/loose", to: blob, from: nil)
    try repository.setReference("refs/stories/folder/one", to: blob, from: nil)
    #expect(try repository.packNewReferences(new("packed", "deep/er/one")).isEmpty)
    let taken = new(
      "loose", "loose/below", "folder", "packed", "packed/below", "deep", "deep/er")
    let free = new("packed-too", "deeper", "deep/er/two", "folder/two")
    #expect(try Set(repository.packNewReferences(taken + free)) == Set(taken))
    #expect(try git("for-each-ref", "refs/stories/").count == 8)
  }

  @Test func `a tag that git has packed keeps what it leads to`() throws {
    _ = try git(
      "-c", "user.name=x", "-c", "user.email=x", "tag", "-a", "-m", "m", "v1", "\(blob)")
    _ = try git("pack-refs", "--all")
    #expect(try repository.packNewReferences(new("a", "b")).isEmpty)
    #expect(try git("rev-parse", "v1^{}") == ["\(blob)"])
    #expect(
      try String(contentsOfFile: path + "/packed-refs", encoding: .utf8).contains("^\(blob)\n"))
  }

  @Test(arguments: ["refs/stories/b.lock", "packed-refs.lock"])
  func `what somebody else has locked is left alone`(lock: String) throws {
    #expect(try repository.packNewReferences(new("first")).isEmpty)
    try FileManager.default.createDirectory(
      atPath: path + "/refs/stories", withIntermediateDirectories: true)
    try folder.write("repository/" + lock, "")
    let error = #expect(throws: GitError.self) {
      try repository.packNewReferences(new("a", "b", "c"))
    }
    #expect(error?.isLocked == true)
    #expect(try repository.references(under: "refs/stories/").map(\.name) == ["refs/stories/first"])
    // Its lock stays, and none of ours.
    try FileManager.default.removeItem(atPath: path + "/" + lock)
    #expect(try repository.packNewReferences(new("a", "b", "c")).isEmpty)
  }

  @Test(arguments: ["# pack-refs with: peeled \n", "no reference\n", "cut"])
  func `a file that cannot be added to is left as it is`(text: String) throws {
    try folder.write("repository/packed-refs", text)
    #expect(try repository.packNewReferences(new("a")) == new("a"))
    #expect(try String(contentsOfFile: path + "/packed-refs", encoding: .utf8) == text)
  }
}
