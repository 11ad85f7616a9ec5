import PaydownScan

/// How far a backfill is and what it came to, for people.
enum BackfillText {
    /// `[####----------------] 1200 of 8400 files of the past, 310 MB/s, about 12 s left, then 90 commits`; nil before it
    /// is known what there is to do.
    ///
    /// - Parameter elapsed: since the beginning of what is going on: the files, or the commits after them.
    static func progress(_ state: BackfillProgress.State, after elapsed: Duration) -> String? {
        let seconds = max(ProgressLine.seconds(elapsed), 0.001)
        if state.scannedBlobs < state.blobs {
            let rate = Int(Double(state.bytes) / 1e6 / seconds)
            return ProgressLine.bar(state.scannedBlobs, of: state.blobs)
                + " \(state.scannedBlobs) of \(state.blobs) files of the past, \(rate) MB/s"
                + left(state.scannedBlobs, of: state.blobs, seconds) + ", then \(counted(state.commits, "commit"))"
        }
        guard state.commits > 0 else { return nil }
        return ProgressLine.bar(state.keptCommits, of: state.commits)
            + " \(state.keptCommits) of \(counted(state.commits, "commit"))"
            + left(state.keptCommits, of: state.commits, seconds)
    }

    private static func left(_ done: Int, of total: Int, _ seconds: Double) -> String {
        guard done > 0, done < total else { return "" }
        let left = Int((seconds * Double(total - done) / Double(done)).rounded(.up))
        return ", about " + (left < 120 ? "\(left) s" : "\((left + 59) / 60) min") + " left"
    }

    /// What it came to, in a few lines.
    static func summary(_ outcome: BackfillOutcome, branch: String, file: String) -> String {
        var lines = ["\(counted(outcome.chain, "commit")) on \(branch), \(outcome.chosen) of them chosen"]
        var parts = ["\(outcome.kept) kept now"]
        if outcome.known > 0 { parts.append("\(outcome.known) there already") }
        if outcome.skipped > 0 { parts.append("\(outcome.skipped) left out") }
        let rest = outcome.chosen - outcome.kept - outcome.known - outcome.skipped
        if rest > 0 { parts.append("\(rest) still to come") }
        lines.append(parts.joined(separator: ", "))
        if outcome.scannedBlobs + outcome.knownBlobs > 0 {
            lines.append(
                "\(counted(outcome.scannedBlobs, "file")) of the past scanned"
                    + (outcome.knownBlobs > 0 ? ", \(outcome.knownBlobs) known from before" : ""))
        }
        if outcome.isInterrupted { lines.append("stopped; run it again to go on from here") }
        lines.append("history: " + file)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)" + (count == 1 ? "" : "s")
    }
}
