import Foundation
import PaydownCore
import PaydownDashboard
import PaydownFormats

extension ScreenBenchmark {
    /// P7: from the cursor's move to the lines of the file it rests on, with files up to the largest that is shown.
    func preview() throws {
        Report.heading("Preview (cursor down to the lines of the file; 40 ms are the rest of the cursor)")
        for (name, lines) in [("200 lines", 200), ("10,000 lines", 10_000), ("9.5 MB", 190_000)] {
            let project = folder + "/project"
            try FileManager.default.createDirectory(atPath: project, withIntermediateDirectories: true)
            var findings: [Finding] = []
            for file in 0..<8 {
                // Every line has 50 bytes; the flagged one is in the middle and says which file it is of.
                let texts = (0..<lines).map { number in
                    let text = number == lines / 2 ? "flagged = \"PREVIEW\(file)OF8\"" : "value_\(number) = \(number)"
                    return text.padding(toLength: 49, withPad: " ", startingAt: 0)
                }
                try (texts.joined(separator: "\n") + "\n").write(
                    toFile: "\(project)/file\(file).py", atomically: false, encoding: .utf8)
                findings.append(
                    Finding(
                        rule: "manager-import", path: "file\(file).py", line: lines / 2 + 1, column: 1,
                        symbol: "symbol\(file)", message: "use another", fingerprint: "f\(file)"))
            }
            var table = FindingTable()
            for finding in findings { table.append(finding) }
            let header = SnapshotHeader(
                project: SnapshotHeader.Project(name: "preview"), takenAt: Timestamp(seconds: 1_757_890_155),
                provenance: Provenance(findings: .simulated, note: "made by paydown-bench"),
                checks: [
                    Check(id: "imports", title: "Imports", measures: [Measure(id: "all", title: "All", value: 8)])
                ],
                rules: [Rule(id: "manager-import", check: "imports", count: 8)])
            try SnapshotWriter.write(Snapshot(header: header, findings: table), to: project + "/snapshot.json")
            let shown = try self.preview(of: project)
            line("P7 preview of a file of \(name)", shown.seconds, limit: 0.050)
            line("   its work, with drawing the frames, of the processor", shown.work, limit: 0.010)
            let text = [UInt8](try Data(contentsOf: URL(fileURLWithPath: project + "/file0.py")))
            let work = (0..<9).map { _ in Self.lines(of: text) }.min() ?? .infinity
            Report.line("   of which finding its lines takes, of the processor", Report.seconds(work))
            try FileManager.default.removeItem(atPath: project)
        }
    }

    private static func lines(of text: [UInt8]) -> Double {
        let begin = processorSeconds
        let source = SourceText(text)
        _ = source.state(before: source.count / 2)
        return processorSeconds - begin
    }

    private func preview(of project: String) throws -> (seconds: Double, work: Double) {
        let terminal = try BenchTerminal(program, [project + "/snapshot.json"])
        terminal.settle(.milliseconds(300))
        terminal.type("1")
        terminal.settle(.milliseconds(300))
        var work: [Double] = []
        let times = (1..<8).map { file in
            let before = terminal.processorSeconds
            let position = terminal.output.count
            let begin = ContinuousClock.now
            terminal.type("}")
            let isShown = terminal.text("PREVIEW\(file)", from: position, within: .seconds(5)) != nil
            defer {
                terminal.settle(.milliseconds(100))
                work.append(terminal.processorSeconds - before)
            }
            return isShown ? Report.seconds(since: begin) : .infinity
        }
        return (Report.median(times), Report.median(work))
    }
}
