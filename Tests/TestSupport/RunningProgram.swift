import Foundation

/// A program that is started as a person would start it, and what it had to say.
public struct ProgramResult: Sendable {
  /// The exit code; 128 and the signal's number where one ended it, as a shell has it.
  public let code: Int32
  public let output: [UInt8]
  public let errors: String

  public var text: String { String(decoding: output, as: UTF8.self) }
  public var lines: [String] { text.split(separator: "\n").map(String.init) }
}

/// Runs a program to its end.
///
/// `input` becomes its standard input; nothing of this process's environment but `PATH` reaches it.
/// The test hangs on no pipe: input and both outputs are files in a scratch folder.
public func run(
  _ program: String, _ arguments: [String], in folder: String? = nil,
  environment: [String: String] = [:], input: [UInt8] = []
) throws -> ProgramResult {
  let scratch = try ScratchFolder()
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
  var variables = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
  variables.merge(environment) { $1 }
  process.environment = variables
  process.standardInput = try FileHandle(
    forReadingFrom: URL(fileURLWithPath: scratch.write("in", input)))
  let outputs = try ["out", "err"].map { name in
    try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.write(name, "")))
  }
  process.standardOutput = outputs[0]
  process.standardError = outputs[1]
  // The threads that tests run on block signals, which a child would inherit: a shell would then
  // wait for its own children for ever.
  var none = sigset_t()
  var before = sigset_t()
  sigemptyset(&none)
  pthread_sigmask(SIG_SETMASK, &none, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  try process.run()
  process.waitUntilExit()
  for handle in outputs { try handle.close() }
  func contents(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: scratch.file(name))))
  }
  let wasSignalled = process.terminationReason == .uncaughtSignal
  return ProgramResult(
    code: wasSignalled ? 128 + process.terminationStatus : process.terminationStatus,
    output: try contents("out"), errors: String(decoding: try contents("err"), as: UTF8.self))
}

/// The folder that the package is in.
public let packageFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// The `stet` that was built with the tests.
public let stetProgram: String = {
  // The tests' bundle, or the program that runs them, lies beside it.
  let candidates =
    [Bundle.main.bundleURL, Bundle.main.executableURL?.deletingLastPathComponent()]
    .compactMap { $0 }
    + CommandLine.arguments.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
  for folder in candidates {
    let path = folder.appendingPathComponent("stet").path
    if FileManager.default.isExecutableFile(atPath: path) { return path }
  }
  return packageFolder + "/.build/debug/stet"
}()

/// A scratch archive, and the command line on it.
public struct ScratchArchive: Sendable {
  public let folder: ScratchFolder
  public var path: String { folder.file("archive") }

  public init() throws { folder = try ScratchFolder() }

  /// Runs `stet` on the archive, in the scratch folder.
  ///
  /// One that never ends is ended after two minutes of the processor's time. (A limit of a test's
  /// own time would count how long it waits while the others run.)
  @discardableResult
  public func stet(
    _ arguments: String..., environment: [String: String] = [:], input: [UInt8] = []
  ) throws -> ProgramResult {
    try stet(arguments, environment: environment, input: input)
  }

  @discardableResult
  public func stet(
    _ arguments: [String], environment: [String: String] = [:], input: [UInt8] = []
  ) throws -> ProgramResult {
    var variables = ["STET_ARCHIVE": path, "HOME": folder.path, "COLUMNS": "80"]
    variables.merge(environment) { $1 }
    return try run(
      "/bin/sh", ["-c", "ulimit -t 120; exec \"$0\" \"$@\"", stetProgram] + arguments,
      in: folder.path, environment: variables, input: input)
  }

  /// Runs `git` on the archive.
  public func git(_ arguments: String...) throws -> ProgramResult {
    try run("/usr/bin/env", ["git", "-C", path] + arguments, environment: ["HOME": folder.path])
  }

  /// Every reference and what it points to: what has to be the same where nothing was changed.
  public func references(under prefix: String = "refs/") throws -> [String] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try git("for-each-ref", prefix).lines
  }

  /// The references of the stories, each with its latest revision.
  public func stories() throws -> [String] { try references(under: "refs/stories/") }
}
