import ArgumentParser
import PaydownHistory

/// Lists the findings that are there longest, or that came back most often.
struct HistoryFindingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "List the findings that are there longest, or that came back most often.",
        discussion: """
            Of the newest snapshot, with the id that 'paydown explain' tells the life of. A day behind which stands 'or \
            earlier' is that of the first snapshot that looked for the rule.

            Examples:
              paydown history findings
              paydown history findings --sort returned --limit 5
              paydown history findings --rule manager-import --format json
            """)

    enum Order: String, ExpressibleByArgument, CaseIterable {
        case age
        case returned
    }

    @OptionGroup var history: HistoryOptions

    @Option(
        help: ArgumentHelp(
            "age: the oldest first; returned: those that came back, the most often first.", valueName: "order"))
    var sort = Order.age

    @Option(help: ArgumentHelp("Only findings of this rule; may be given again.", valueName: "id"))
    var rule: [String] = []

    @Option(name: .number("n"), help: ArgumentHelp("The most findings; 0 for all.", valueName: "n"))
    var limit = 20

    @Option(help: "text or json.")
    var format = TextOrJSON.text

    mutating func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit is a number of findings, 0 for all") }
    }

    mutating func run() throws {
        try HistoryOptions.telling {
            let store = try history.reading()
            let rules = rule.isEmpty ? nil : Set(rule)
            guard let listing = try AgedFindings(store, rules: rules) else {
                throw ScanFailure(messages: [
                    "\(history.path): has no snapshot with its findings yet; 'paydown scan' keeps one"
                ])
            }
            let ordered = listing.ordered(by: sort)
            let shown = Array(ordered.prefix(limit == 0 ? .max : limit))
            switch format {
            case .text:
                let width = StandardOutput.isTerminal ? OutputWidth.columns() : .max
                StandardOutput.print(AgedFindings.text(shown, of: ordered.count, sort, width: width))
            case .json: StandardOutput.print(AgedFindings.json(shown))
            }
        }
    }
}
