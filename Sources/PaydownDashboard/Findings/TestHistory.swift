import PaydownCore

/// How one test went in the snapshots up to the one that is shown, oldest first.
package struct TestHistory: Equatable, Sendable {
    package struct Run: Equatable, Sendable {
        package var status: TestOutcome.Status
        package var takenAt: Timestamp
        package var commit: String
    }

    package let runs: [Run]

    /// - Parameter most: the newest runs wanted; older snapshots are not looked at when there are enough.
    package init(_ test: TestOutcome, in archive: Archive, until: Timestamp, most: Int = .max) {
        var runs: [Run] = []
        for entry in archive.timeline.reversed() {
            guard runs.count < most else { break }
            guard let header = entry.header, header.takenAt <= until,
                let outcome = header.tests.first(where: { $0.name == test.name && $0.suite == test.suite })
            else { continue }
            runs.append(
                Run(status: outcome.status, takenAt: header.takenAt, commit: header.revision?.shortCommit ?? ""))
        }
        self.runs = runs.reversed()
    }

    /// The first run of the failures that last until now; nil when the test does not fail now.
    package var firstFailure: Run? {
        guard let last = runs.last, last.status.isFailure else { return nil }
        let start = runs.lastIndex { !$0.status.isFailure }.map { $0 + 1 } ?? 0
        return runs[start]
    }

    package var lastPass: Run? { runs.last { $0.status.isPass } }
}
