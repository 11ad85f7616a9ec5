import Foundation
import PaydownFormats

extension ScreenBenchmark {
    /// P1 and P2: from exec to what stands on the screen.
    func starting() throws {
        Report.heading("Starting (medians of 15; of 3 with \(findings) findings)")
        let paints = try (0..<15).map { _ in try BenchTerminal(program, [small]).nextOutput() ?? .infinity }
        line("P1 exec to first paint", Report.median(paints), limit: 0.030)
        let overviews = try (0..<15).map { _ in
            try BenchTerminal(program, [small]).text("duplicate-class") ?? .infinity
        }
        line("P2 exec to full overview, 10,000 findings", Report.median(overviews), limit: 0.080)
        let largePaints = try (0..<3).map { _ in try BenchTerminal(program, [large]).nextOutput() ?? .infinity }
        line("P1 exec to first paint, \(findings) findings", Report.median(largePaints), limit: 0.030)
        let largeOverviews = try (0..<3).map { _ in
            // The rows of the card are counted from the findings, so they are the last to come.
            try BenchTerminal(program, [large]).text("duplicate-class") ?? .infinity
        }
        line("P2 exec to full overview, \(findings) findings", Report.median(largeOverviews), limit: 1.5)
        let lists = try (0..<3).map { _ in
            let terminal = try BenchTerminal(program, [large])
            terminal.type("1")
            return terminal.text("manager_") ?? .infinity
        }
        line("P2 exec to the list of findings, \(findings) findings", Report.median(lists), limit: 1.5)
    }

    /// P1 where there is much to look through: the newest of a thousand is shown before the others are looked at.
    func startingOnMany() throws {
        let many = folder + "/many"
        try FileManager.default.createDirectory(atPath: many, withIntermediateDirectories: true)
        var synthetic = SyntheticSnapshot(findings: 200, profile: .lean, seed: 2)
        let bytes = Data(try SnapshotWriter.bytes(of: synthetic.make()))
        for number in 0..<1000 {
            let name = String(format: "%04d.json", number)
            try bytes.write(to: URL(fileURLWithPath: "\(many)/\(name)"))
        }
        Report.heading("Starting on a folder of 1,000 snapshots (medians of 9)")
        let paints = try (0..<9).map { _ in try BenchTerminal(program, [many]).nextOutput() ?? .infinity }
        line("P1 exec to first paint", Report.median(paints), limit: 0.030)
        let overviews = try (0..<9).map { _ in
            try BenchTerminal(program, [many]).text("duplicate-class") ?? .infinity
        }
        line("P2 exec to full overview of the newest", Report.median(overviews), limit: 0.080)
        try FileManager.default.removeItem(atPath: many)
    }
}
