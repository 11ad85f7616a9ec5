import Foundation

extension ScreenBenchmark {
    private static let files = 4000

    /// P3 and P12 while a project is scanned behind the large snapshot.
    func scanning() throws {
        Report.heading("During a scan of \(Self.files) files, \(findings) findings shown")
        let project = folder + "/shop"
        try makeLargeProject(project)
        var times: [Double] = []
        for _ in 0..<5 {
            let terminal = try open(project)
            let length = try scanLength(terminal)
            let begin = ContinuousClock.now
            terminal.type("R:")
            terminal.pause(.milliseconds(30))
            // What answers after the scan does not count.
            while Report.seconds(since: begin) < length * 0.8 {
                for letter in "zvyqxw" { times.append(answer(terminal, to: letter)) }
                terminal.type("\u{15}")
                terminal.pause(.milliseconds(4))
            }
        }
        percentiles("P3 keys during a scan (\(times.count))", times)
        let terminal = try open(project)
        terminal.type("R")
        _ = terminal.text("scanning", within: .seconds(5))
        terminal.type("q")
        line("P12 quit to prompt during a scan", terminal.end(), limit: 0.050)
        line("P9 a saved file, from the key that scans to the screen", try saved(in: project), limit: 0.250)
        try FileManager.default.removeItem(atPath: project)
    }

    /// What there is of P9 while nothing is watched: a file is saved and `r` pressed; the median.
    private func saved(in project: String) throws -> Double {
        let terminal = try BenchTerminal(program, ["--root", project])
        _ = terminal.text("shop", within: .seconds(10))
        terminal.settle(.milliseconds(300))
        terminal.type("R")
        guard terminal.text(" files: ", within: .seconds(20)) != nil else { throw BenchmarkError("a scan did not end") }
        terminal.settle(.milliseconds(300))
        let file = project + "/shop/f0.py"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let times = try (0..<10).map { round in
            let isMended = round % 2 == 0
            let changed =
                isMended ? text.replacingOccurrences(of: "from shop.core.old0 ", with: "from shop.core ") : text
            try changed.write(toFile: file, atomically: true, encoding: .utf8)
            let (position, begin) = (terminal.output.count, ContinuousClock.now)
            terminal.type("r")
            guard terminal.text(isMended ? "fixed" : "new", from: position, within: .seconds(10)) != nil else {
                throw BenchmarkError("what was saved was not shown")
            }
            let time = Report.seconds(since: begin)
            terminal.settle(.milliseconds(100))
            return time
        }
        return Report.median(times)
    }

    private func open(_ project: String) throws -> BenchTerminal {
        let terminal = try BenchTerminal(program, ["--root", project, large])
        _ = terminal.text("duplicate-class")
        terminal.type("1")
        _ = terminal.text("manager_")
        terminal.settle(.milliseconds(500))
        return terminal
    }

    /// Seconds that a scan of everything takes when nobody types.
    private func scanLength(_ terminal: BenchTerminal) throws -> Double {
        let (begin, position) = (ContinuousClock.now, terminal.output.count)
        terminal.type("R")
        guard terminal.text(" fixed", from: position) != nil else { throw BenchmarkError("a scan did not end") }
        let length = Report.seconds(since: begin)
        // Back from the scan to the large snapshot.
        terminal.type("[")
        terminal.settle(.seconds(1))
        return length
    }

    /// Seconds until a letter that was typed into the palette is shown.
    func answer(_ terminal: BenchTerminal, to letter: Character) -> Double {
        let (position, begin) = (terminal.output.count, ContinuousClock.now)
        terminal.type(String(letter))
        let isAnswered = terminal.text(String(letter), from: position, within: .seconds(2)) != nil
        let time = isAnswered ? Report.seconds(since: begin) : .infinity
        terminal.pause(.milliseconds(4))
        return time
    }

    private func makeLargeProject(_ project: String) throws {
        try makeProject(
            project,
            rules: """
                [[rule]]
                id = "direct-manager"
                kind = "call"
                check = "factory"
                call.ends-with = ["Manager"]
                """)
        for file in 0..<Self.files {
            var lines = ["from shop.core.old\(file % 7) import make_\(file % 50)"]
            for number in 0..<200 {
                lines += [
                    "", "def handle_\(number)(request, settings=None):",
                    "    value = request.get('field_\(number)', settings.limit * \(number))",
                    "    return Session\(number % 9)(value).send(request, retries=\(file % 5), log=True)",
                ]
            }
            lines.append("manager = ShopManager()\n")
            try lines.joined(separator: "\n").write(
                toFile: "\(project)/shop/f\(file).py", atomically: false, encoding: .utf8)
        }
    }
}
