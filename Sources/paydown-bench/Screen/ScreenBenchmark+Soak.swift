import Foundation

extension ScreenBenchmark {
    /// P10: what a long session leaves behind. A project is edited and scanned again and again, with keys between, in one
    /// process; its size at the end beside its size after a third, by when all that is kept has been filled: each finding has
    /// gone and come back.
    func soak() throws {
        let project = folder + "/soak"
        try makeProject(project)
        for file in 0..<100 { try write(file, in: project) }
        let rounds = soakRounds
        let keys = ["1Ljjj{}", "/m\u{1B}", "2", "3jj", "4j", "5", "6m", "0", "?\u{1B}", "1kd", "d"]
        Report.heading("A long session: \(rounds) scans and snapshots written anew, keys between")
        let terminal = try BenchTerminal(program, ["--root", project])
        _ = terminal.text("this project", within: .seconds(10))
        var early = 0
        for round in 0..<rounds {
            try write(round, in: project)
            let position = terminal.output.count
            terminal.type(round % 50 == 7 ? "prpr" : "r")
            guard terminal.text("scanned", from: position, within: .seconds(20)) != nil else {
                throw BenchmarkError("scan \(round) of the long session did not end")
            }
            terminal.type(keys[round % keys.count])
            if round % 20 == 0 {
                let isLarge = round % 40 == 0
                terminal.resize(columns: isLarge ? 200 : 120, rows: isLarge ? 60 : 36)
            }
            terminal.settle(.milliseconds(5))
            terminal.forget()
            if round == rounds / 3 { early = restingMemory(terminal) }
        }
        let late = restingMemory(terminal)
        let growth = Double(late - early) / Double(max(1, early)) * 100
        Report.line("P10 memory after a third", "\(early / 1024) MB")
        Report.line(
            "P10 growth from there to the end (\(late / 1024) MB)", "\(Report.fixed(growth, 1)) %", bar: "5 %",
            isReached: growth < 5)
        terminal.type("q")
        _ = terminal.end()
        try FileManager.default.removeItem(atPath: project)
    }

    /// When the last scan is done with, in kilobytes: what a scan takes while it runs is given back at its end.
    private func restingMemory(_ terminal: BenchTerminal) -> Int {
        terminal.settle(.milliseconds(500))
        return terminal.status("VmRSS")
    }

    /// One file with a few imports: another file and others of them in each round, and as many.
    private func write(_ round: Int, in project: String) throws {
        let lines = (0..<10).map { "from shop.core.old\(($0 + round) % 7) import make_\((round * 3 + $0) % 50)" }
        try (lines.joined(separator: "\n") + "\n").write(
            toFile: "\(project)/shop/f\(round % 100).py", atomically: true, encoding: .utf8)
    }
}
