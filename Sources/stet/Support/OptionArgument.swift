import ArgumentParser

/// An option on the command line that the parser does not tell of: it takes the last where one is given twice,
/// and has a command complain of its files before it says that an option is none of the command's.
struct OptionArgument {
  private let command: any ParsableCommand.Type
  /// The options that are given, in their order: `--limit`.
  private let given: [String]
  /// All that is given before `--`.
  private let words: [String]

  /// Nil where the arguments begin with no command.
  init?(_ arguments: [String]) {
    let commands = Stet.configuration.subcommands
    guard
      let command = commands.first(where: { $0.configuration.commandName == arguments.first })
    else { return nil }
    self.command = command
    words = Array(arguments.prefix { $0 != "--" })
    given = words.filter { $0.hasPrefix("--") }.map { String($0.prefix { $0 != "=" }) }
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

  /// What to say of an option that the command does not have.
  var unknown: String? {
    let usage = usage
    let known = ["--help", "--version"]
    let unknown = given.first { option in
      !known.contains(option) && ![" ", "]"].contains { usage.contains(option + $0) }
    }
    return unknown.map { message("Unknown option '\($0.prefix(60))'") }
  }

  /// What to say of a word with one dash before it, which the parser takes for an option and not for a file.
  var dashed: String? {
    let usage = usage
    let dashed = zip(words, words.dropFirst()).first { before, word in
      let name = word.dropFirst()
      let isValue = before.hasPrefix("--") && usage.contains("\(before) <")
      return word.hasPrefix("-") && !name.isEmpty && !name.hasPrefix("-") && name != "h"
        && !name.allSatisfy(\.isNumber) && !isValue
    }
    guard let name = dashed?.1.prefix(60) else { return nil }
    let advice = usage.contains("<file>") ? "; a file of that name is given as './\(name)'" : ""
    return message("Unknown option '\(name)'\(advice)")
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
