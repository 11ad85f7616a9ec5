import ArgumentParser

/// Lists the project's rules and the kinds there are.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List the project's rules with their numbers, and the kinds of rules there are.",
        discussion: """
            Numbers are those of the last scan that was kept.
            Examples:
              paydown rules
              paydown rules --format json | jq -r '.rules[].id'
            Exit status: 0, or 2 when the project's file has errors.
            """)

    @OptionGroup var project: ProjectOptions

    @Option(help: "text, or json for programs.")
    var format = TextOrJSON.text

    mutating func run() throws {
        do {
            StandardOutput.print(RuleListing.text(try KnownProject(project), format))
        } catch let failure as ScanFailure {
            for message in failure.messages { StandardError.print(message) }
            throw ExitStatus.couldNot.exitCode
        }
    }
}
