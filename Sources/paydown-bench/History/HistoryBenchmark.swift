import Foundation
import PaydownCore
import PaydownHistory

extension Benchmark {
    static let history = Benchmark(
        name: "history",
        usage: "history [--snapshots 12000] [--findings 26000] [--keep FILE.db] [--program PATH]",
        summary: "A history of commits with a hundred changes each: bytes a change, opening, any two moments compared."
    ) { options in
        let beside = (CommandLine.arguments[0] as NSString).deletingLastPathComponent + "/paydown"
        try HistoryBenchmark(
            snapshots: options.integer("snapshots", default: 1000),
            findings: options.integer("findings", default: 26_000), file: options.text("keep", default: ""),
            program: options.text("program", default: beside)
        ).run()
    }
}

/// Figures of a history beside their bars.
private struct HistoryBenchmark {
    let snapshots: Int
    let findings: Int
    /// Where the history is kept, and taken from when it is there; empty for a temporary one.
    let file: String
    /// The dashboard that is opened on it.
    let program: String

    func run() throws {
        let path = file.isEmpty ? NSTemporaryDirectory() + "paydown-bench-\(getpid()).db" : file
        defer { if file.isEmpty { Self.names(path).forEach { unlink($0) } } }
        Report.heading(
            "History: \(snapshots) snapshots of \(findings) findings, \(SyntheticHistory.changes) changes each")
        if !FileManager.default.fileExists(atPath: path) { try fill(path) }
        try measureSize(path)
        try measureOpening(path)
        try measurePainting(path)
        try measureComparing(path)
        try measureLives(path)
        try measureAdding(path)
    }

    private func fill(_ path: String) throws {
        var made = SyntheticHistory(findings: findings)
        let store = try HistoryStore.open(at: path, access: .readWrite)
        var seconds = 0.0
        for _ in 0..<snapshots {
            let snapshot = made.next()
            let start = ContinuousClock.now
            _ = try store.add(snapshot)
            seconds += Report.seconds(since: start)
        }
        try store.close()
        Report.line("adding a snapshot, in the order of time", Report.seconds(seconds / Double(snapshots)))
    }

    private func measureSize(_ path: String) throws {
        let bytes = Self.names(path).reduce(0) { sum, name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: name)
            return sum + ((attributes?[.size] as? Int) ?? 0)
        }
        var empty = SyntheticHistory(findings: findings)
        let first = Self.names(path)[0] + ".first"
        defer { Self.names(first).forEach { unlink($0) } }
        let store = try HistoryStore.open(at: first, access: .readWrite)
        _ = try store.add(empty.next())
        try store.close()
        let whole = (try FileManager.default.attributesOfItem(atPath: first)[.size] as? Int) ?? 0
        let changes = max(1, (snapshots - 1) * SyntheticHistory.changes)
        let each = Double(bytes - whole) / Double(changes)
        Report.line("the first snapshot on disk", "\(whole / 1000) KB")
        Report.line(
            "a change on disk (\(bytes / 1_000_000) MB in all)", "\(Report.fixed(each, 1)) bytes", bar: "100 bytes",
            isReached: each <= 100)
    }

    private func measureOpening(_ path: String) throws {
        let opening = try Self.median(9) {
            _ = try HistoryStore.open(at: path, access: .readOnly).newest()
        }
        Report.line(
            "opening, with the header of the newest", Report.seconds(opening), bar: "20 ms", isReached: opening <= 0.02)
        let store = try HistoryStore.open(at: path, access: .readOnly)
        let listing = try Self.median(5) { _ = try store.entries() }
        Report.line("all \(snapshots) headers with their changes", Report.seconds(listing))
        let few = min(snapshots, 1000)
        let share = listing * Double(few) / Double(snapshots)
        Report.line(
            "the part of \(few) of them", Report.seconds(share), bar: "30 ms to the first frame",
            isReached: share <= 0.03)
    }

    /// P1 on a history: from exec to the first frame, and to the numbers of the newest snapshot.
    private func measurePainting(_ path: String) throws {
        let title = try HistoryStore.open(at: path, access: .readOnly).newest()?.header.checks.first?.title ?? ""
        var (paints, overviews): ([Double], [Double]) = ([], [])
        for _ in 0..<15 {
            paints.append(try BenchTerminal(program, [path]).nextOutput() ?? .infinity)
            overviews.append(try BenchTerminal(program, [path]).text(title) ?? .infinity)
        }
        let paint = Report.median(paints)
        Report.line(
            "exec to the first frame of the dashboard, median of 15 (best \(Report.seconds(paints.min() ?? 0)))",
            Report.seconds(paint), bar: "30 ms", isReached: paint <= 0.03)
        let overview = Report.median(overviews)
        Report.line(
            "exec to the newest snapshot's numbers, median of 15 (best \(Report.seconds(overviews.min() ?? 0)))",
            Report.seconds(overview), bar: "80 ms", isReached: overview <= 0.08)
    }

    private func measureComparing(_ path: String) throws {
        let entries = try HistoryStore.open(at: path, access: .readOnly).entries()
        var random = SplitMix64(seed: 9)
        var seconds: [Double] = []
        for _ in 0..<15 {
            let (first, second) = (
                entries[random.even(below: entries.count)].id, entries[random.even(below: entries.count)].id
            )
            // A store of its own each time: nothing is remembered.
            let store = try HistoryStore.open(at: path, access: .readOnly)
            let start = ContinuousClock.now
            let old = try store.snapshot(first)
            let new = try store.snapshot(second)
            _ = SnapshotDiff(old: old, new: new).counts
            seconds.append(Report.seconds(since: start))
        }
        let worst = seconds.max() ?? 0
        Report.line("two moments read and compared, median", Report.seconds(Report.median(seconds)))
        Report.line(
            "two moments read and compared, worst of \(seconds.count)", Report.seconds(worst), bar: "200 ms",
            isReached: worst <= 0.2)
    }

    private func measureLives(_ path: String) throws {
        let store = try HistoryStore.open(at: path, access: .readOnly)
        guard let newest = try store.newest() else { return }
        let table = try store.snapshot(newest.id).findings
        let fingerprint = table.strings[table.fingerprint[table.count / 2]]
        let all = try Self.median(3) { _ = try store.identities(of: newest.id) }
        Report.line("since when every finding of the newest is there", Report.seconds(all))
        let one = try Self.median(3) { _ = try store.life(of: fingerprint) }
        Report.line("the life of one finding", Report.seconds(one))
    }

    /// What a scan waits for.
    private func measureAdding(_ path: String) throws {
        guard let newest = try HistoryStore.open(at: path, access: .readOnly).newest() else { return }
        let copy = path + ".copy"
        defer { Self.names(copy).forEach { unlink($0) } }
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        var snapshot = try HistoryStore.open(at: copy, access: .readOnly).snapshot(newest.id)
        snapshot.header.revision = nil
        snapshot.header.takenAt = Timestamp(seconds: newest.moment.seconds + 60)
        let store = try HistoryStore.open(at: copy, access: .readWrite)
        let start = ContinuousClock.now
        _ = try store.add(snapshot)
        Report.line(
            "one more snapshot, by a process that knows nothing yet", Report.seconds(Report.seconds(since: start)))
    }

    private static func median(_ times: Int, _ body: () throws -> Void) rethrows -> Double {
        var seconds: [Double] = []
        for _ in 0..<times {
            let start = ContinuousClock.now
            try body()
            seconds.append(Report.seconds(since: start))
        }
        return Report.median(seconds)
    }

    private static func names(_ path: String) -> [String] {
        [path, path + "-wal", path + "-shm"]
    }
}
