import Glibc
import PaydownCore
import PaydownFormats
import PaydownRules

/// Runs the tools that a project's rules of kind `external` name, and makes findings of their reports.
///
/// **Consent.** A project's file comes with the project: whoever clones a repository has read none of it. So paydown runs
/// nothing that a file names, unless the person at the command line says so, each time: `paydown scan --run-external`.
/// There is no setting that says it for them, and no file that could. Even then a tool is a program with arguments, never
/// a line for a shell; it runs in the project's root with nothing on its standard input, for ten minutes at most, and
/// of what it prints 64 MB are read; its results file must be inside the project, and be written by this very run.
///
/// **What is not known is not nothing.** A rule whose tool was not run, or failed, or reported something else than SARIF,
/// is not a rule without findings: the snapshot then has no number for it at all, says so among what could not be seen,
/// and a comparison takes its old findings for unseen, never for fixed. That is why a tool's failure loses also what it
/// may have found before it failed: half a report would make the other half look like progress.
struct ExternalRuns {
    /// As the project is named, without a slash at the end.
    let root: String
    let patience: Duration
    /// Bytes of output, or of the results file.
    let limit: Int

    static let usualPatience = Duration.seconds(600)
    static let usualLimit = 64 << 20

    init(root: String, patience: Duration = usualPatience, limit: Int = usualLimit) {
        self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
        self.patience = patience
        self.limit = limit
    }

    /// What came of all tools.
    struct Outcome: Equatable {
        var findings: [String: [Finding]] = [:]
        /// Why a tool has told nothing, by rule.
        var failures: [String: String] = [:]
        /// What was left out of a report, in a sentence each.
        var notes: [String] = []
    }

    /// One after the other, in the order of the rules; tools use all cores themselves.
    ///
    /// Blocks; not to be called from a Swift task.
    ///
    /// - Parameter begin: called with a tool before it is run.
    func run(
        _ rules: RuleSet, isCancelled: @escaping () -> Bool = { false }, begin: (ExternalTool) -> Void = { _ in }
    ) -> Outcome {
        var outcome = Outcome()
        for (rule, tool) in rules.externalTools where !isCancelled() {
            begin(tool)
            do {
                let (findings, notes) = try self.findings(of: tool, rule: rule, isCancelled)
                outcome.findings[rule] = findings
                outcome.notes += notes.map { "rule '\(rule)': " + $0 }
            } catch let failure as ToolFailure {
                outcome.failures[rule] = failure.reason
            } catch {
                outcome.failures[rule] = "\(error)"
            }
        }
        return outcome
    }

    private func findings(
        of tool: ExternalTool, rule: String, _ isCancelled: @escaping () -> Bool
    ) throws -> ([Finding], [String]) {
        let file = try tool.results.map { try ResultsFile($0, root: root) }
        let before = file?.mark()
        let run = try ToolProcess(root: root, patience: patience, limit: limit, isCancelled: isCancelled)
            .run(tool.command)
        guard case .exited(let status) = run.ending, tool.acceptedStatuses.contains(Int(status)) else {
            throw ToolFailure("'\(tool.command[0])' \(run.ending.words); \(run.firstWords)")
        }
        let bytes: [UInt8]
        if let file {
            guard let after = file.mark(), after != before else {
                throw ToolFailure("'\(tool.command[0])' did not write \(file.name); check 'results'")
            }
            bytes = try file.read(limit: limit)
        } else {
            bytes = run.output
        }
        let log: SARIFLog
        do throws(SARIFError) {
            log = try SARIFReader(roots: roots).read(bytes)
        } catch {
            throw ToolFailure("'\(tool.command[0])': \(error)")
        }
        if let failure = log.failures.first { throw ToolFailure("'\(tool.command[0])': \(failure)") }
        let made = ExternalFindings(root: root, rule: rule, accepted: tool.rules).findings(of: log)
        return (made.findings, made.notes)
    }

    /// The root as it is named and as it resolves: tools write either.
    private var roots: [String] {
        guard let resolved = realpath(root, nil) else { return [root] }
        defer { free(resolved) }
        let absolute = root.hasPrefix("/") ? root : (ProjectFolder.current ?? "") + "/" + root
        return [absolute, String(cString: resolved)]
    }
}

/// Why a tool has told nothing.
struct ToolFailure: Error {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
