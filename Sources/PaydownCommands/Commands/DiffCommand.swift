import ArgumentParser
import Glibc
import PaydownCore
import PaydownFormats
import PaydownHistory
import PaydownScan

/// Says what became of every finding between two snapshots, commits or days.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What is new, fixed or moved between two snapshots, commits or days.",
        discussion: """
            A side is a snapshot file (.json, .json.gz), a folder of them (its newest counts), a commit by any name that \
            git knows, which is scanned without checking it out, a day such as 2025-09-14 (what a scan kept last by \
            then), or #12, the snapshot of that number in the history. Without B the files that are there are scanned; \
            without A the newest kept snapshot is taken. A folder alone, where there is no project to scan, has its two \
            newest snapshots compared.
            A finding keeps its identity when lines are added above it, when its line is edited, its file renamed, or \
            when it moves to another file. What was not looked at is unseen: that is no progress. What was fixed before A, by \
            the snapshots that were kept, and is there again is returned. With --who git is asked which commit between the two \
            sides made a finding come or go: by the versions of its file, not by the last hand on its line.
            Examples:
              paydown diff                          since the last scan
              paydown diff main                     what this branch adds and pays down
              paydown diff v1.4 v1.5 --state fixed,gone
              paydown diff before.json after.json --format json | jq .counts
              paydown diff HEAD --exit-code         status 1 when there is something new
              paydown diff main --who               with the commits that did it, and their authors
            Exit status: 0, or 2 when they could not be compared; with --exit-code, 1 when findings are new or returned.
            """)

    @OptionGroup var project: ProjectOptions

    @Option(
        help: ArgumentHelp(
            "List findings in these states only: new, returned, fixed, gone, moved, unseen, unchanged. "
                + "All but unchanged if absent.", valueName: "states"))
    var state: String?

    @Option(help: ArgumentHelp("Only findings of this rule; may be given again.", valueName: "id"))
    var rule: [String] = []

    @Option(help: ArgumentHelp("The most findings of a state that are listed as text; 0 for all.", valueName: "n"))
    var limit = 100

    @Flag(help: "Say for what is new, returned, fixed or gone which commit did it and who its author is.")
    var who = false

    @Flag(help: "End with status 1 when there are new or returned findings.")
    var exitCode = false

    @Option(help: "text, or json for programs.")
    var format = TextOrJSON.text

    @Option(name: .number("j"), help: ArgumentHelp("Number of threads; all cores if absent.", valueName: "n"))
    var jobs: Int?

    @Argument(help: ArgumentHelp("The older side.", valueName: "A"), completion: .file())
    var old: String?

    @Argument(help: ArgumentHelp("The newer side; the files that are there if absent.", valueName: "B"))
    var new: String?

    mutating func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("-j is a number of threads, at least 1") }
        guard limit >= 0 else { throw ValidationError("--limit is a number of findings, 0 for all") }
        _ = try states()
    }

    mutating func run() throws {
        let watch = ScanWatch(isDrawing: isatty(STDERR_FILENO) == 1)
        do {
            let sources = DiffSources(project, jobs: jobs, watch: watch)
            let (before, after) = try sources.sides(old.map(DiffSide.Request.init), new.map(DiffSide.Request.init))
            let files = sources.files(from: before, to: after) ?? FileMap()
            var diff = SnapshotDiff(old: before.snapshot, new: after.snapshot, files: files)
            if diff.counts.new > 0 { markReturned(&diff, before, after) }
            try show(diff, before, after, watch)
            if exitCode, counts(diff).new + counts(diff).returned > 0 { throw ExitStatus.doesNotHold.exitCode }
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
            watch.stopDrawing()
            StandardError.print(error.description)
            throw ExitStatus.couldNot.exitCode
        }
    }

    /// By the snapshots that the project has kept. Where they cannot be read, what came back is new.
    private func markReturned(_ diff: inout SnapshotDiff, _ before: DiffSide, _ after: DiffSide) {
        do {
            let kept = try KeptSnapshots(ProjectStore(root: project.rootFolder()))
            let departed = try EarlierFindings(kept: kept).departed(before: before)
            let returned = diff.returned(among: departed, new: after.snapshot.findings)
            diff.markReturned(returned.map(\.row))
        } catch {
            StandardError.print("\(error); what was fixed before and came back is shown as new")
        }
    }

    private var rules: Set<String>? { rule.isEmpty ? nil : Set(rule) }

    private func states() throws -> Set<DiffState> {
        guard let state else { return Set(DiffState.allCases).subtracting([.unchanged]) }
        return try Set(
            state.split(separator: ",").map { word in
                guard let state = DiffState(rawValue: word.lowercased()) else {
                    let known = DiffState.allCases.map(\.rawValue).joined(separator: ", ")
                    throw ValidationError("--state: no state is called '\(word)'; there are \(known)")
                }
                return state
            })
    }

    private func show(
        _ diff: SnapshotDiff, _ before: DiffSide, _ after: DiffSide, _ watch: ScanWatch
    ) throws {
        try checkRules(diff, before, after)
        var notes = DiffNotes.of(before.snapshot, after.snapshot, diff)
        let entries = diff.entries(
            in: try states(), rules: rules, old: before.snapshot.findings, new: after.snapshot.findings)
        let most = limit == 0 || format == .json ? .max : limit
        let authors = try who ? authors(of: entries, before, after, most: most, watch) : DiffAuthors()
        notes += authors.note.map { [$0] } ?? []
        watch.stopDrawing()
        switch format {
        case .text:
            let text = DiffText(
                old: before, new: after, diff: diff, notes: notes, rules: rules, limit: most, authors: authors)
            StandardOutput.print(text.text(entries))
        case .json:
            try DiffDocument(
                old: before.snapshot, new: after.snapshot, diff: diff, notes: notes,
                who: who ? { authors.answer($0).map(DiffDocument.Who.init) } : nil
            )
            .write(entries, rules: rules) { StandardOutput.print(String(decoding: $0, as: UTF8.self)) }
        }
    }

    /// Asks who did what is listed.
    private func authors(
        of entries: [DiffEntry], _ before: DiffSide, _ after: DiffSide, most: Int, _ watch: ScanWatch
    ) throws -> DiffAuthors {
        let project: ScannedProject
        do {
            project = try ScannedProject(root: self.project.root, config: self.project.config)
        } catch let failure as ScanFailure {
            // Two files can be compared without it.
            return DiffAuthors(unknown: failure.messages.first ?? "there is no project here")
        }
        let attribution = Attribution(project, threads: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        return try DiffAuthors(entries, before, after, most: most, attribution, watch)
    }

    /// A misspelled rule would look like one without findings.
    private func checkRules(_ diff: SnapshotDiff, _ before: DiffSide, _ after: DiffSide) throws {
        let known = Set((before.snapshot.header.rules + after.snapshot.header.rules).map(\.id) + diff.countsByRule.keys)
        let unknown = rule.filter { !known.contains($0) }
        guard unknown.isEmpty else {
            throw ScanFailure(
                messages: unknown.map {
                    "no rule is called '\($0)' on either side; there are " + known.sorted().joined(separator: ", ")
                })
        }
    }

    /// Of the rules that are asked for.
    private func counts(_ diff: SnapshotDiff) -> DiffCounts {
        guard let rules else { return diff.counts }
        var counts = DiffCounts()
        for rule in rules { counts += diff.countsByRule[rule] ?? DiffCounts() }
        return counts
    }
}
