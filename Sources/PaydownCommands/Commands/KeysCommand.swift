import ArgumentParser
import PaydownDashboard
import PaydownScreen

/// Lists the keys: the same table that keyboard, footer, help and palette are made from.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "List all keys and the ids by which [keys] in a configuration file changes them.",
        discussion: """
            To change keys, write in ~/.config/paydown/config.toml or in the project's paydown.toml:
              [keys]
              "find.filter" = ["/", "f"]
              "hide" = []
            """)

    @OptionGroup var project: ProjectOptions
    @OptionGroup var look: LookOptions

    @Flag(help: "As the table that the README has.")
    var markdown = false

    mutating func run() throws {
        let setup = Setup(project, look)
        let (bindings, problems) = setup.bindings()
        for problem in setup.problems + problems { StandardError.print(problem) }
        StandardOutput.print(KeyTable.lines(bindings, markdown: markdown).joined(separator: "\n") + "\n")
        if !(setup.problems + problems).isEmpty { throw ExitStatus.doesNotHold.exitCode }
    }
}
