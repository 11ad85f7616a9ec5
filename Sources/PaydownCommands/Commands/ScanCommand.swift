import ArgumentParser
import Glibc
import PaydownCore
import PaydownFormats
import PaydownHistory
import PaydownPython
import PaydownScan
import PaydownTerminal

/// Scans a project and keeps the snapshot.
struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        // Says that it has no completion scripts of its own, for which its arguments were read two times more.
        _superCommandName: "paydown",
        abstract: "Scan a project by the rules in its paydown.toml, and keep the snapshot.",
        discussion: """
            The snapshot goes to .paydown/history.db, where 'paydown' without arguments finds it. \
            Files that .gitignore leaves out are not scanned; the summary and the snapshot say what was seen and what not. \
            Tools that rules of kind external name are run only with --run-external; without it these rules have no \
            number, and what they found before counts as unseen, not as fixed.
            Examples:
              paydown scan                         the project here
              paydown scan -o now.json --no-save   only that file
              paydown scan --commit v1.4           a commit, without checking it out
              paydown scan --format json | jq .coverage
              paydown scan --run-external          run the tools that paydown.toml names as well
            Exit status: 0 when it was scanned; 1 when it was, but a tool that was to be run told nothing; 2 when it could \
            not be scanned. Whether the numbers are good enough is not asked here.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json

        /// Told, since what is derived describes each value at every start.
        static var allValueStrings: [String] { allCases.map(\.rawValue) }
    }

    @Option(help: ArgumentHelp("Read this instead of the project's paydown.toml.", valueName: "file"))
    var config: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("Write the snapshot there (.json, .json.gz).", valueName: "file"))
    var output: String?

    @Flag(help: "Do not keep the snapshot in .paydown/history.db.")
    var noSave = false

    @Flag(help: "Scan every file, whatever an earlier scan knows.")
    var noCache = false

    @Option(help: ArgumentHelp("Scan a commit instead of the files that are there.", valueName: "rev"))
    var commit: String?

    @Flag(help: "Run the tools that the project's rules name, in the project's folder.")
    var runExternal = false

    @Option(name: .number("j"), help: ArgumentHelp("Number of threads; all cores if absent.", valueName: "n"))
    var jobs: Int?

    @Option(help: "text: a summary. json: the snapshot itself.")
    var format = Format.text

    @Argument(help: ArgumentHelp("The project's folder; the repository around the current folder if absent."))
    var root: String?

    mutating func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("-j is a number of threads, at least 1") }
        if runExternal, commit != nil {
            throw ValidationError("tools look at the files that are there; leave --run-external or --commit out")
        }
    }

    mutating func run() throws {
        let watch = ScanWatch(isDrawing: isatty(STDERR_FILENO) == 1)
        var hasFailedTool = false
        do {
            let cache = keepsCache ? EarlyCache(path: ProjectStore(root: ProjectFolder.chosen(root)).cacheFile) : nil
            let project = try ScannedProject(root: root, config: config)
            // Where it cannot be made, the scan goes on without a cache and says so.
            if keepsCache { try? project.folder.prepare() }
            let external = runExternal ? runTools(project, watch) : ExternalRuns.Outcome()
            let outcome = try Scan.run(request(project, external, cache), progress: watch.progress)
            watch.stopDrawing()
            for warning in outcome.warnings { StandardError.print(warning.text) }
            for note in outcome.notes + external.notes { StandardError.print(note) }
            let files = try save(outcome.snapshot, of: project)
            try report(outcome, files)
            hasFailedTool = !external.failures.isEmpty
        } catch let failure as ScanFailure {
            watch.stopDrawing()
            for message in failure.messages { StandardError.print(message) }
            throw ExitStatus.couldNot.exitCode
        } catch let error as ScanError {
            watch.stopDrawing()
            if error == .interrupted { watch.endIfAsked() }
            StandardError.print(error.description)
            throw ExitStatus.couldNot.exitCode
        } catch let error as any Error & CustomStringConvertible where error is SnapshotError || error is HistoryError {
            StandardError.print(error.description)
            throw ExitStatus.couldNot.exitCode
        }
        // What was being written is whole; now is the time to go.
        watch.endIfAsked()
        if hasFailedTool { throw ExitStatus.doesNotHold.exitCode }
    }

    /// Says which program it runs before it does: the person has allowed it, and should see it.
    private func runTools(_ project: ScannedProject, _ watch: ScanWatch) -> ExternalRuns.Outcome {
        ExternalRuns(root: project.root).run(project.rules, isCancelled: { watch.progress.isCancelled }) { tool in
            StandardError.print("runs " + tool.command.joined(separator: " "))
        }
    }

    private var keepsCache: Bool { !noCache && commit == nil }

    private func request(
        _ project: ScannedProject, _ external: ExternalRuns.Outcome, _ cache: EarlyCache?
    ) -> ScanRequest {
        var request = ScanRequest(
            root: project.root, source: commit.map { .commit($0) } ?? .workTree, rules: project.rules,
            version: project.version, excludes: project.excludes,
            threads: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
            cacheFile: keepsCache ? project.folder.cacheFile : nil, projectName: project.name,
            plan: project.plan, now: WallClock.now(), toolVersion: PaydownCommand.configuration.version)
        request.earlyCache = cache
        // The summary has numbers only.
        request.listsFindings = output != nil || !noSave || format == .json
        request.external = external.findings
        request.notRun = external.failures
        request.rulesFile = project.rulesFile
        return request
    }

    /// Writes what is to be written, and says where.
    private func save(_ snapshot: Snapshot, of project: ScannedProject) throws -> [String] {
        var files: [String] = []
        if let output {
            try SnapshotWriter.write(snapshot, to: output)
            files.append(output)
        }
        if !noSave {
            files.append(try project.folder.keep(snapshot) { StandardError.print($0) }.text)
        }
        return files
    }

    private func report(_ outcome: ScanOutcome, _ files: [String]) throws {
        switch format {
        case .text: StandardOutput.print(ScanSummary.text(outcome, files: files, width: OutputWidth.columns()))
        case .json:
            StandardOutput.print(String(decoding: try SnapshotWriter.bytes(of: outcome.snapshot), as: UTF8.self))
        }
    }
}

/// Why a scan did not even begin, a sentence a message.
struct ScanFailure: Error {
    let messages: [String]
}
