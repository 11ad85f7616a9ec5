import PaydownCore
import PaydownProject
import PaydownPython
import PaydownRules
import PaydownScan

/// Looks at a project without rules, and makes a first file for it.
///
/// Two scans: one with the survey's rules, to choose; one with the rules that were chosen, to count. The second is what
/// makes every number in the file the one that `paydown scan` will print.
struct ProjectSurvey {
    let root: String
    let facts: ProjectFacts
    let imported: [ForeignRules]
    let threads: Int
    let now: Timestamp

    struct Result {
        /// The file.
        let text: String
        let proposal: Proposal
        let header: SnapshotHeader
    }

    /// - Throws: `ScanError`, or `ScanFailure` for a Python that nobody knows.
    func run(_ progress: ScanProgress) throws -> Result {
        let survey = Survey(
            try scan(Survey.rules(layout: SourceLayout(roots: facts.roots + imported.flatMap(\.roots))), progress)
                .snapshot.findings)
        let draft = Proposal(survey, project: facts, imported: imported)
        let counted = try scan(Self.rules(of: draft), progress).snapshot
        let counts = Dictionary(uniqueKeysWithValues: counted.header.rules.map { ($0.id, $0.count) })
        let proposal = draft.kept { counts[$0] ?? 0 }
        let text = proposal.text(
            standing: Proposal.Standing(header: counted.header, findings: counted.findings, today: now.day))
        return Result(text: text, proposal: proposal, header: counted.header)
    }

    private static func rules(of proposal: Proposal) throws -> RuleSet {
        do {
            return try ProjectRules(text: proposal.text(standing: nil), file: "the proposed paydown.toml").rules
        } catch {
            throw ScanFailure(messages: error.errors.map(\.description))
        }
    }

    private func scan(_ rules: RuleSet, _ progress: ScanProgress) throws -> ScanOutcome {
        guard let version = facts.python.map({ PythonVersion($0) }) ?? .newest else {
            throw ScanFailure(messages: [
                "\(root)/.python-version: names Python \(facts.python ?? ""), which is not known; "
                    + "known are \(PythonVersion.allCases.map(\.description).joined(separator: ", "))"
            ])
        }
        let excludes =
            facts.foreign.isEmpty
            ? nil : IgnoreFile(lines: facts.foreign.map { $0 + "/" }, name: "'exclude' in [project]")
        return try Scan.run(
            ScanRequest(
                root: root, rules: rules, version: version, excludes: excludes, threads: threads,
                projectName: facts.name, now: now, toolVersion: PaydownCommand.configuration.version),
            progress: progress)
    }
}
