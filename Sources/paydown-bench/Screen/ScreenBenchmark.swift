import Foundation
import PaydownCore
import PaydownDashboard
import PaydownFormats
import PaydownScreen

extension Benchmark {
    static let screen = Benchmark(
        name: "screen", usage: "screen [--program PATH] [--findings 1000000] [--rounds 3000] [--only starting|keys|…]",
        summary: "the budgets P1 to P14: first paint, keys, bytes, filter, preview, memory, quitting, allocations"
    ) { options in
        let beside = (CommandLine.arguments[0] as NSString).deletingLastPathComponent + "/paydown"
        let program = options.text("program", default: beside)
        let folder = FileManager.default.temporaryDirectory.path + "/paydown-bench-screen-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let findings = try options.integer("findings", default: 1_000_000)
        let rounds = try options.integer("rounds", default: 3000)
        let bench = ScreenBenchmark(program: program, folder: folder, findings: findings, soakRounds: rounds)
        let only = options.text("only", default: "")
        if only != "soak" { try bench.makeSnapshots() }
        for chapter in ScreenBenchmark.chapters where only.isEmpty || chapter.name == only { try chapter.run(bench) }
    }
}

/// The budgets P1 to P14 of the screen, measured on the program as a user runs it wherever that is possible.
struct ScreenBenchmark {
    typealias Chapter = (name: String, run: (ScreenBenchmark) throws -> Void)

    let program: String
    let folder: String
    /// Of the large snapshot.
    let findings: Int
    /// Scans in the long session.
    let soakRounds: Int

    static var chapters: [Chapter] {
        [
            ("starting", { try $0.starting() }), ("many", { try $0.startingOnMany() }), ("keys", { try $0.keys() }),
            ("scanning", { try $0.scanning() }), ("bytes", { try $0.bytes() }), ("preview", { try $0.preview() }),
            ("idle", { try $0.idle() }),
            ("filter", { try $0.filter() }), ("drawing", { try $0.drawing() }), ("showing", { try $0.showing() }),
            ("soak", { try $0.soak() }),
            ("rest", { $0.rest() }),
        ]
    }

    var small: String { folder + "/ten-thousand.json" }
    var large: String { folder + "/million.json" }

    func makeSnapshots() throws {
        for (path, count) in [(small, 10_000), (large, findings)] {
            var synthetic = SyntheticSnapshot(findings: count, profile: .lean, seed: 1)
            try SnapshotWriter.write(synthetic.make(), to: path)
        }
    }

    func idle() throws {
        Report.heading("Idle, 10 s")
        let terminal = try BenchTerminal(program, [small])
        _ = terminal.text("duplicate-class")
        terminal.settle(.seconds(5))
        let (bytes, switches) = (terminal.output.count, terminal.status("voluntary_ctxt_switches"))
        terminal.settle(.seconds(10))
        let wakeUps = terminal.status("voluntary_ctxt_switches") - switches
        let sent = terminal.output.count - bytes
        Report.line("P8 bytes sent", "\(sent)", bar: "0", isReached: sent == 0)
        Report.line("P8 wake-ups", "\(wakeUps)", bar: "0", isReached: wakeUps == 0)
    }

    func rest() {
        Report.heading("The rest")
        Report.line("P9 from a save by itself", "not measured: nothing is watched yet; `scanning` has it from a key")
        size()
    }

    /// P14: the program as it was built, with the Swift libraries in it, and without its symbols.
    private func size() {
        Report.line("P14 the program, static, not stripped", "\(Self.megabytes(program)) MB")
        let stripped = folder + "/stripped"
        guard let strip = Child.find("strip"), Child.run(strip, ["-o", stripped, program]) != nil else {
            return Report.line("P14 the program, static, stripped", "not measured: there is no strip here")
        }
        Report.line("P14 the program, static, stripped", "\(Self.megabytes(stripped)) MB")
    }

    private static func megabytes(_ file: String) -> Int {
        ((try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0) / 1_000_000
    }

    func line(_ what: String, _ seconds: Double, limit: Double) {
        Report.line(what, Report.seconds(seconds), bar: Report.seconds(limit), isReached: seconds <= limit)
    }

    func percentiles(_ what: String, _ values: [Double]) {
        let sorted = values.sorted()
        line(what + ", p50", Report.median(sorted), limit: 0.002)
        line(what + ", p99", sorted[min(sorted.count - 1, sorted.count * 99 / 100)], limit: 0.008)
    }

    func peak(_ what: String, _ terminal: BenchTerminal, limit: Int) {
        let kilobytes = terminal.status("VmHWM")
        Report.line(what, "\(kilobytes / 1024) MB", bar: "\(limit) MB", isReached: kilobytes <= limit * 1024)
    }
}
