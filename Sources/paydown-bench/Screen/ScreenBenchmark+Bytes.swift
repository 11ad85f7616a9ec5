import Foundation

extension ScreenBenchmark {
    /// P5, P10 and P11 with ten thousand findings.
    func bytes() throws {
        Report.heading("Bytes sent")
        let terminal = try BenchTerminal(program, [small])
        _ = terminal.text("duplicate-class")
        terminal.type("1")
        terminal.settle(.milliseconds(300))
        terminal.type("L")
        terminal.settle(.milliseconds(200))
        bytes("P5 cursor down, 120x36", "j", limit: 600, terminal)
        bytes("P5 page down, 120x36", "\u{4}", limit: 6000, terminal)
        let resizes = (0..<9).map { number in
            let isLarge = number % 2 == 0
            terminal.resize(columns: isLarge ? 200 : 120, rows: isLarge ? 60 : 36)
            defer { terminal.settle(.milliseconds(100)) }
            return terminal.nextOutput() ?? .infinity
        }
        line("P11 resize to a frame of the new size", Report.median(resizes), limit: 0.020)
        terminal.resize(columns: 120, rows: 36)
        terminal.settle(.milliseconds(100))
        let before = terminal.output.count
        let begin = ContinuousClock.now
        for width in 120...200 { terminal.resize(columns: UInt16(width), rows: 60) }
        terminal.settle(.milliseconds(100))
        let storm = Report.seconds(since: begin) - 0.1
        line("P11 a storm of 81 resizes, until it is quiet", storm, limit: 0.081 * 20)
        Report.line("P11 bytes sent for it", "\(terminal.output.count - before)")
        bytes("P5 all of 200x60", "\u{c}", limit: 24_000, terminal)
        peak("P10 peak memory, 10,000 findings", terminal, limit: 30)
    }

    private func bytes(_ what: String, _ key: String, limit: Int, _ terminal: BenchTerminal) {
        var counts: [Int] = []
        for _ in 0..<9 {
            let before = terminal.output.count
            terminal.type(key)
            _ = terminal.nextOutput(within: .seconds(1))
            // The panes beside the list follow 40 ms after the cursor; they are not the cursor's move.
            terminal.settle(.milliseconds(15))
            counts.append(terminal.output.count - before)
            terminal.settle(.milliseconds(80))
        }
        let median = counts.sorted()[4]
        Report.line(what, "\(median) bytes", bar: "\(limit)", isReached: median <= limit)
    }
}
