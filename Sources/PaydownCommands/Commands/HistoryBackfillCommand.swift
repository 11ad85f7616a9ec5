import ArgumentParser
import Glibc
import PaydownCore
import PaydownHistory
import PaydownScan
import PaydownTerminal

/// Brings a project's past into its history.
struct HistoryBackfillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backfill",
        abstract: "Scan commits of the past, out of git's objects, and keep them in the history.",
        discussion: """
            Nothing is checked out and no file is scanned twice: what an earlier run has seen is known. Commits are those \
            of the branch's first parents; today's rules count for all of them. Stopped, it goes on where it was when it is \
            run again.
            Examples:
              paydown history backfill                       the last 90 days, one commit a day
              paydown history backfill --since 2024-01-01 --every week
              paydown history backfill --since all --every commit --branch main
            Exit status: 0, or 2 when the past could not be read.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @OptionGroup var project: ProjectOptions

    @Option(help: ArgumentHelp("90d, 12w, 6m, 2y, a date such as 2025-01-31, or all.", valueName: "time"))
    var since = "90d"

    @Option(help: ArgumentHelp("commit, day, week, or a number: every so many commits.", valueName: "pace"))
    var every = "day"

    @Option(help: ArgumentHelp("The branch, tag or commit whose past is read.", valueName: "rev"))
    var branch = "HEAD"

    @Option(name: .number("j"), help: ArgumentHelp("Number of threads; all cores if absent.", valueName: "n"))
    var jobs: Int?

    @Option(help: "text: a summary. json: the numbers in it.")
    var format = Format.text

    mutating func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("-j is a number of threads, at least 1") }
        guard BackfillPace(every) != nil else {
            throw ValidationError("--every is commit, day, week or a number from 1")
        }
        guard PastTime(since) != nil else {
            throw ValidationError("--since is 90d, 12w, 6m, 2y, a date such as 2025-01-31, or all")
        }
    }

    mutating func run() throws {
        let watch = BackfillWatch(isDrawing: isatty(STDERR_FILENO) == 1)
        do {
            let scanned = try ScannedProject(root: project.root, config: project.config)
            let store = try scanned.folder.writableHistory { StandardError.print($0) }
            let outcome = try backfill(scanned, into: store, watch)
            watch.stopDrawing()
            for note in outcome.notes { StandardError.print(note) }
            report(outcome, file: store.path)
        } catch let failure as ScanFailure {
            watch.stopDrawing()
            for message in failure.messages { StandardError.print(message) }
            throw ExitStatus.couldNot.exitCode
        } catch let error as any Error & CustomStringConvertible where error is ScanError || error is HistoryError {
            watch.stopDrawing()
            StandardError.print(error.description)
            throw ExitStatus.couldNot.exitCode
        }
        // What was being written is whole; now is the time to go.
        watch.endIfAsked()
    }

    private func backfill(
        _ project: ScannedProject, into store: HistoryStore, _ watch: BackfillWatch
    ) throws -> BackfillOutcome {
        var scan = ScanRequest(
            root: project.root, rules: project.rules, version: project.version, excludes: project.excludes,
            threads: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), projectName: project.name,
            plan: project.plan, now: WallClock.now(), toolVersion: PaydownCommand.configuration.version)
        scan.rulesFile = project.rulesFile
        let request = BackfillRequest(
            scan: scan, branch: branch, since: PastTime(since)?.moment(before: scan.now),
            pace: BackfillPace(every) ?? .day, blobFile: project.folder.path + "/blobs")
        let rules = project.rules.epoch
        let known = Set(
            try store.entries().filter { $0.header.tool.rules == rules && $0.header.revision?.isDirty == false }
                .compactMap { $0.header.revision?.commit })
        let outcome = try Backfill.run(request, progress: watch.progress, isKnown: { known.contains($0) }) { commit in
            _ = try store.add(commit.snapshot, files: commit.files, parent: commit.parent)
        }
        // Snapshots behind those that were added may have other changes now.
        if outcome.kept > 0 { try store.settle() }
        return outcome
    }

    private func report(_ outcome: BackfillOutcome, file: String) {
        switch format {
        case .text: StandardOutput.print(BackfillText.summary(outcome, branch: branch, file: file))
        case .json: StandardOutput.print(BackfillJSON.text(outcome))
        }
    }
}
