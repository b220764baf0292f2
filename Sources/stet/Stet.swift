import ArgumentParser
import Glibc

/// The command line: its commands, and the way from an error to a message and an exit code.
@main
struct Stet: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stet",
    abstract: "Show how a news story changed after it was published.",
    discussion: """
      Each snapshot of a story is kept as a revision in an archive, which is a git repository. \
      Two revisions, or two files, are compared as an editor would: added paragraphs, changed \
      claims, corrections and notices.

      EXAMPLE
        $ stet demo

      EXIT CODES
        0   done
        1   the story changed (diff and compare with --exit-code)
        2   something could not be done; standard error says what
        64  the command line was not understood
        130 interrupted
      """,
    version: "0.1.0",
    // Each gives its name: to make one of a type's takes a look through all of the program's types.
    subcommands: [
      Snapshot.self, Diff.self, Compare.self, History.self, Show.self, List.self, Import.self,
      Verify.self, Repair.self, Maintain.self, Reindex.self, Failed.self, Demo.self,
    ])

  static func main() async {
    // A reader that closes the pipe early is no error; writing then says so, and Output ends.
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow is refused by the write, as a full disk is.
    signal(SIGXFSZ, SIG_IGN)
    var command: any ParsableCommand
    let words = CommandLine.arguments.dropFirst()
    let named = words.first == "help" ? words.dropFirst().first : words.first
    if let name = named, !name.hasPrefix("-"), name != "help",
      !configuration.subcommands.contains(where: { $0.configuration.commandName == name })
    {
      Output.error("stet: there is no command '\(name.prefix(60))'; stet --help lists them")
      Glibc.exit(ExitCode.validationFailure.rawValue)
    }
    do {
      command = try parseAsRoot(RevisionArgument.protect(NumberArgument.joined(Array(words))))
    } catch {
      end(parsing: error)
    }
    if let problem = OptionArgument(Array(words))?.repeated { end(refusing: problem) }
    do {
      try OpenFiles.check()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      end(running: error)
    }
  }

  /// Ends with what the parser has to say: help and the version are no errors.
  private static func end(parsing error: any Error) -> Never {
    var message = RevisionArgument.unprotect(fullMessage(for: error))
    let code = exitCode(for: error)
    if code == .validationFailure,
      let options = OptionArgument(Array(CommandLine.arguments.dropFirst())),
      let problem = options.repeated
        ?? (message.contains("Unknown option") ? nil : options.unknown ?? options.dashed)
    {
      end(refusing: problem)
    }
    if code.isSuccess {
      do {
        try Output.standard.write(message + "\n")
      } catch let failure as Failure {
        Output.error("stet: \(failure)")
        Glibc.exit(failure.code)
      } catch {}  // A reader that has closed the pipe.
    } else {
      if message.hasPrefix("Error: ") { message = "stet: " + message.dropFirst("Error: ".count) }
      Output.error(message)
    }
    Glibc.exit(code.rawValue)
  }

  private static func end(refusing problem: String) -> Never {
    Output.error("stet: \(problem)")
    Glibc.exit(ExitCode.validationFailure.rawValue)
  }

  private static func end(running error: any Error) -> Never {
    switch error {
    case is Output.ClosedError: Glibc.exit(0)
    case let code as ExitCode: Glibc.exit(code.rawValue)
    case let failure as Failure:
      if !failure.description.isEmpty { Output.error("stet: \(failure)") }
      Glibc.exit(failure.code)
    // Help is asked of the parser as a command of its own, and comes as an error.
    case let error where [.success, .validationFailure].contains(exitCode(for: error)):
      end(parsing: error)
    default:
      Output.error("stet: \(error)")
      Glibc.exit(Failure.ordinary)
    }
  }
}
