import ArgumentParser

/// An option on the command line that is given twice, of which the parser takes the last.
struct OptionArgument {
  private let command: any ParsableCommand.Type
  /// The options that are given, in their order: `--limit`.
  private let given: [String]

  /// Nil where the arguments begin with no command.
  init?(_ arguments: [String]) {
    let commands = Stet.configuration.subcommands
    guard
      let command = commands.first(where: { $0.configuration.commandName == arguments.first })
    else { return nil }
    self.command = command
    given = arguments.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }
      .map { String($0.prefix { $0 != "=" }) }
  }

  /// `stet list [--limit <count>] …`
  private var usage: String { Stet.usageString(for: command) }

  /// What to say of an option that takes one value and is given twice.
  var repeated: String? {
    if given.contains("--help") { return nil }
    var met: Set<String> = []
    let repeated = given.first { !met.insert($0).inserted && usage.contains("\($0) <") }
    return repeated.map { message("\($0) is given twice, and takes one value") }
  }

  /// As the parser has it.
  private func message(_ problem: String) -> String {
    """
    \(problem)
    Usage: \(usage)
      See 'stet \(command.configuration.commandName ?? "") --help' for more information.
    """
  }
}
