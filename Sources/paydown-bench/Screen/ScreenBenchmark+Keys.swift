import Foundation

extension ScreenBenchmark {
    /// P3, P10 and P12 with the large snapshot.
    func keys() throws {
        Report.heading("Keys, \(findings) findings, 120x36 (key written to first byte of the answer)")
        percentiles("P3 keys while the findings are being read", try whileReading())
        let terminal = try BenchTerminal(program, [large])
        _ = terminal.text("duplicate-class")
        terminal.type("1")
        _ = terminal.text("manager_")
        terminal.settle(.milliseconds(300))
        terminal.type("L")
        terminal.settle(.milliseconds(300))
        var after: [Double] = []
        for _ in 0..<300 {
            terminal.type("j")
            after.append(terminal.nextOutput(within: .seconds(2)) ?? .infinity)
            terminal.settle(.milliseconds(2))
        }
        percentiles("P3 cursor down, everything expanded", after)
        line("P6 first page of a filter, key to screen", firstPage(terminal), limit: 0.016)
        peak("P10 peak memory, \(findings) findings", terminal, limit: 220)
        terminal.type("q")
        line("P12 quit to prompt", terminal.end(), limit: 0.050)
        let reading = try BenchTerminal(program, [large])
        _ = reading.nextOutput()
        reading.settle(.milliseconds(30))
        reading.type("q")
        line("P12 quit to prompt while the findings are being read", reading.end(), limit: 0.050)
    }

    /// Letters typed into the palette until all is read. Frames that tell how far the reading is have digits and no
    /// such letters in them, so the first letter that comes back is of the frame that answers the key.
    private func whileReading() throws -> [Double] {
        var times: [Double] = []
        for _ in 0..<3 {
            let terminal = try BenchTerminal(program, [large])
            _ = terminal.nextOutput()
            terminal.type(":")
            terminal.settle(.milliseconds(20))
            for letter in "zvyqxwzvyqxwzvyqxwzvyqxw" {
                times.append(answer(terminal, to: letter))
            }
        }
        return times
    }

    /// From the last letter of a filter to the first frame with other rows; the median of nine filters.
    private func firstPage(_ terminal: BenchTerminal) -> Double {
        let times = (1...9).map { number in
            terminal.type("/")
            terminal.settle(.milliseconds(50))
            terminal.type("manager_17")
            terminal.settle(.milliseconds(400))
            // Only rows have it: the filter's own line says it without a letter between.
            let position = terminal.output.count
            let begin = ContinuousClock.now
            terminal.type("\(number)")
            let isShown = terminal.frame(from: position, atLeast: 300, within: .seconds(3))
            let time = isShown ? Report.seconds(since: begin) : .infinity
            terminal.settle(.milliseconds(400))
            terminal.type("\u{1B}")
            terminal.settle(.milliseconds(400))
            return time
        }
        return Report.median(times)
    }
}
