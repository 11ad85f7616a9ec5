import ArgumentParser
import PaydownProject
import PaydownRules
import PaydownScreen

/// Explains rules and kinds of rules.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a rule of the project, a kind of rule, or the life of a finding.",
        discussion: """
            A rule: what it looks for and where, how it counts, how it stands by the last scan, and examples with marks. \
            A kind: its parameters and examples. Where a rule is called like a kind, the rule is meant; --kind asks for \
            the kind. A finding, by its id or the beginning of it: when it came, by whom, where it moved, how it was known \
            again, by the snapshots that were kept.
            Examples:
              paydown explain                        all rules and kinds, a line each
              paydown explain manager-import         a rule of this project
              paydown explain --kind required-methods
              paydown explain 7f3a91c0de.1           a finding; its id stands in the dashboard and in every report
              paydown explain import --format json | jq .kind.parameters
            Exit status: 0, or 2 when there is nothing of that name.
            """)

    @OptionGroup var project: ProjectOptions

    @Flag(help: "The word is a kind, not a rule.")
    var kind = false

    @Option(help: "text, or json for programs.")
    var format = TextOrJSON.text

    @Argument(
        help: ArgumentHelp(
            "A rule's id, a kind or a finding's id; all rules and kinds if absent.", valueName: "rule, kind or finding")
    )
    var subject: String?

    mutating func run() throws {
        let known: KnownProject?
        do {
            known = try KnownProject(project)
        } catch let failure as ScanFailure {
            // Kinds can be explained all the same.
            for message in failure.messages { StandardError.print(message) }
            known = nil
        }
        guard let subject else { return StandardOutput.print(RuleListing.text(known, format)) }
        guard let text = try text(of: subject, known) ?? finding(subject, known) else {
            StandardError.print(Self.unknown(subject, known, kind: kind))
            throw ExitStatus.couldNot.exitCode
        }
        StandardOutput.print(text)
    }

    /// What a word may mean, in the order in which it is tried.
    private func text(of subject: String, _ known: KnownProject?) -> String? {
        if !kind, let text = known.flatMap({ rule(subject, $0) }) { return text }
        return self.kind(subject)
    }

    private func rule(_ id: String, _ known: KnownProject) -> String? {
        let written = WrittenRule.parameters(of: id, in: known.tables)
        let last = known.lastScan()
        return switch format {
        case .text:
            Explanation.rule(
                id, of: known.rules, written: written.map(PlainLine.of),
                standing: last.map { RuleStanding.lines(id, in: $0).map(PlainLine.of) } ?? [],
                width: OutputWidth.prose)
        case .json:
            Explanation.ruleJSON(
                id, of: known.rules, written: written, measures: last?.measures(ofRule: id) ?? [])
        }
    }

    private func kind(_ name: String) -> String? {
        switch format {
        case .text: Explanation.kind(name, width: OutputWidth.prose)
        case .json: Explanation.kindJSON(name)
        }
    }

    private static func unknown(_ subject: String, _ known: KnownProject?, kind: Bool) -> String {
        let rules = kind ? [] : known?.rules.rules.map(\.id) ?? []
        let nearest = NearestName.of(subject, among: rules + RuleKinds.names)
        let wayOut = nearest.map { "did you mean '\($0)'?" } ?? "'paydown explain' lists all there are"
        return "no \(kind ? "kind" : "rule or kind") is called '\(subject)'; " + wayOut
    }
}

/// How commands with data print it.
enum TextOrJSON: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}
