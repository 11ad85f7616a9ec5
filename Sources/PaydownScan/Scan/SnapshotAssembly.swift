import PaydownCore
import PaydownRules

/// Puts a snapshot together from what became of each file.
struct SnapshotAssembly {
    private let request: ScanRequest

    init(_ request: ScanRequest) {
        self.request = request
    }

    func outcome(_ listing: SourceListing, _ files: [ScannedFile]) -> ScanOutcome {
        let result = request.rules.finish(
            contributions(of: files), isInOrder: true, external: request.external, on: request.now.day,
            listsFindings: request.listsFindings)
        let header = SnapshotHeader(
            project: SnapshotHeader.Project(name: request.projectName), takenAt: request.now,
            tool: SnapshotHeader.Tool(version: request.toolVersion, rules: request.rules.epoch),
            coverage: coverage(listing, files),
            plan: request.plan.adding(targetsOf: request.rules.rules, in: result.checks), checks: result.checks,
            rules: rules(result.rules), accepted: result.suppressed.map(\.accepted))
        return ScanOutcome(
            snapshot: Snapshot(header: header, findings: result.findings), warnings: result.warnings,
            suppressed: result.suppressed, freshFiles: freshFiles(among: files), notes: [])
    }

    // By index, as in `coverage`.

    private func contributions(of files: [ScannedFile]) -> [FileContribution] {
        var contributions: [FileContribution] = []
        contributions.reserveCapacity(files.count)
        for index in files.indices {
            if let contribution = files[index].contribution { contributions.append(contribution) }
        }
        return contributions
    }

    private func freshFiles(among files: [ScannedFile]) -> Int {
        files.indices.count { files[$0].origin == .scanned }
    }

    /// Each with the digest of what it looks for.
    private func rules(_ rules: [Rule]) -> [Rule] {
        let definitions = Dictionary(request.rules.rules.map { ($0.id, $0) }) { first, _ in first }
        return rules.map { rule in
            var rule = rule
            rule.digest = definitions[rule.id].map { request.rules.epoch(of: $0) } ?? ""
            return rule
        }
    }

    /// Every file that was met is in exactly one of the numbers.
    private func coverage(_ listing: SourceListing, _ files: [ScannedFile]) -> Coverage {
        var coverage = Coverage(files: files.count, problems: listing.problems)
        for problem in listing.problems {
            switch problem.kind {
            case .excluded: coverage.excluded += 1
            case .notScanned: coverage.notScanned += 1
            case .unreadable:
                coverage.files += 1
                coverage.unreadable += 1
            case .unparsed, .tooLarge, .notRun: preconditionFailure("a walk reads no file")
            }
        }
        // By index: of nearly all files only two numbers are looked at, and none needs to be copied for it.
        for index in files.indices {
            coverage.bytes += files[index].byteCount
            if case .parsed = files[index].fate { continue }
            let path = listing.files[index]
            switch files[index].fate {
            case .parsed: break
            case .unparsed(let problem):
                coverage.unparsed += 1
                coverage.problems.append(
                    Coverage.Problem(
                        path: path, line: Int(problem.position.line), column: Int(problem.position.column),
                        message: problem.reason.text, kind: .unparsed))
            case .unreadable(let reason):
                coverage.unreadable += 1
                coverage.problems.append(Coverage.Problem(path: path, message: reason, kind: .unreadable))
            case .tooLarge:
                coverage.tooLarge += 1
                coverage.problems.append(Coverage.Problem(path: path, message: SizeLimit.message, kind: .tooLarge))
            }
        }
        coverage.problems += toolsNotRun
        coverage.problems.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return coverage
    }

    /// Rules that nobody looked for are no file, and no less of an undercount.
    private var toolsNotRun: [Coverage.Problem] {
        request.rules.externalTools.filter { request.external[$0.rule] == nil }.map { rule, tool in
            let line = request.rules.rules.first { $0.id == rule }?.place.line ?? 0
            let why =
                request.notRun[rule]
                ?? "its tool was not run; 'paydown scan --run-external' runs: " + tool.command.joined(separator: " ")
            return Coverage.Problem(
                path: request.rulesFile, line: line, message: "rule '\(rule)': " + why, kind: .notRun)
        }
    }
}
