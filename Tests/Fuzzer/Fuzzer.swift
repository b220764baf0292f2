import Foundation
import StoryRules

// What libFuzzer calls. `scripts/fuzz` builds and runs it.

/// libFuzzer's own mutation of an input, in place; returns the new size.
@_silgen_name("LLVMFuzzerMutate")
private func mutateBlindly(
  _ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int
) -> Int

/// Writes what to begin with into the folder that `STET_FUZZ_SEEDS` names.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutableRawPointer
) -> CInt {
  let environment = ProcessInfo.processInfo.environment
  guard let folder = environment["STET_FUZZ_SEEDS"] else { return 0 }
  do {
    let seed = environment["STET_SEED"].flatMap { Int($0) } ?? 1
    let root = FileManager.default.currentDirectoryPath
    let seeds =
      FuzzSeeds.invented(80, seed: seed) + FuzzSeeds.demonstration(in: root)
      + (try FuzzSeeds.real(in: RealStories.folder, limit: 40))
    for (index, bytes) in seeds.enumerated() {
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/seed-\(index)"))
    }
  } catch {
    print("stet-fuzz: \(error)")
    exit(2)
  }
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let broken = FuzzInput(UnsafeBufferPointer(start: data, count: size)).broken()
  if broken.isEmpty { return 0 }
  for line in broken.prefix(5) { FileHandle.standardError.write(Data("broken: \(line)\n".utf8)) }
  abort()
}

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
  _ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int, _ seed: CUnsignedInt
) -> Int {
  if seed % 3 == 0 { return mutateBlindly(data, size, limit) }
  var mutator = FuzzMutator(seed: Int(seed))
  let bytes = mutator.mutated(Array(UnsafeBufferPointer(start: data, count: size))).prefix(limit)
  for (index, byte) in bytes.enumerated() { data[index] = byte }
  return bytes.count
}
