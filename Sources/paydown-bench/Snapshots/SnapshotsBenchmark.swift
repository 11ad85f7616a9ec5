import Foundation

extension Benchmark {
    static let snapshots = Benchmark(
        name: "snapshots", usage: "snapshots [--findings 1000000] [--rounds 3] [--profile lean|full]",
        summary: "loading against JSONDecoder, Python's json and simdjson, interleaved, medians"
    ) { options in
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("paydown-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let findings = try options.integer("findings", default: 1_000_000)
        let race = LoadRace(folder: folder, rounds: try options.integer("rounds", default: 3))
        let profile = options.text("profile", default: "lean")
        try race.runLarge(findings: findings, profile: profile)
        try race.runSmall(profile: profile)
    }
}

/// Several loaders on the same file, one after the other, round after round.
private struct LoadRace {
    let folder: URL
    let rounds: Int

    private typealias Loader = (name: String, run: (String) -> LoadFigures?)

    func runLarge(findings: Int, profile: String) throws {
        let file = try make(findings, profile)
        let peer = SimdjsonPeer.compile(in: folder)
        let results = race(
            [
                ("paydown", { Self.own("paydown", $0) }),
                ("simdjson", { file in peer.flatMap { Child.run($0, [file]) }.flatMap { LoadFigures($0) } }),
                ("JSONDecoder", { Self.own("decoder", $0) }),
                (
                    "Python json",
                    { file in
                        Child.find("python3").flatMap { Child.run($0, ["-c", PythonPeer.script, file]) }
                            .flatMap { LoadFigures($0) }
                    }
                ),
            ], file)
        let size = (try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0
        Report.heading(
            "Loading \(findings) findings (\(profile), \(size / 1_000_000) MB), median of \(rounds) interleaved")
        guard let mine = results["paydown"] else { throw BenchmarkError("paydown did not load its own snapshot") }
        for name in ["simdjson", "JSONDecoder", "Python json"] {
            compare(mine, name, results[name])
        }
        Report.line("paydown, clock / processor", Self.times(mine))
        let perFinding = mine.heldKilobytes * 1024 / Double(findings)
        Report.line(
            "bytes in memory a finding", Report.fixed(perFinding, 0), bar: "120", isReached: perFinding <= 120)
        let peak = mine.peakKilobytes / 1024
        Report.line("peak memory", "\(Report.fixed(peak, 0)) MB", bar: "220 MB", isReached: peak <= 220)
    }

    /// A bar in milliseconds is for a machine at rest, so the least disturbed of many runs counts.
    func runSmall(profile: String) throws {
        let file = try make(25_000, profile)
        let rounds = rounds * 10
        let results = runs(
            [("paydown", { Self.own("paydown", $0) }), ("header", { Self.own("header", $0) })], file, rounds: rounds)
        Report.heading("Loading 25,000 findings (\(profile)), fastest of \(rounds)")
        guard let mine = results["paydown"]?.map(\.seconds), let header = results["header"]?.map(\.seconds),
            let fastest = mine.min(), let fastestHeader = header.min()
        else { throw BenchmarkError("paydown did not load its own snapshot") }
        Report.line("load", Report.seconds(fastest), bar: "25 ms", isReached: fastest <= 0.025)
        Report.line("load, median", Report.seconds(Report.median(mine)))
        Report.line("header only", Report.seconds(fastestHeader))
    }

    private func compare(_ mine: LoadFigures, _ name: String, _ other: LoadFigures?) {
        guard let other else { return Report.line("against \(name)", "not there, not measured") }
        guard other.findings == mine.findings, other.lineSum == mine.lineSum else {
            return Report.line(
                "against \(name)", "read something else: \(other.text)", bar: "the same", isReached: false)
        }
        // Every loader is one thread that computes; the clock also counts how busy the machine is with others.
        let ratio = other.cpuSeconds / mine.cpuSeconds
        let byClock = other.seconds / mine.seconds
        let text =
            "\(Report.fixed(ratio, 2)) times faster by processor time, \(Report.fixed(byClock, 2)) by the clock "
            + "(\(name) \(Self.times(other)))"
        switch name {
        case "simdjson": Report.line("against simdjson", text, bar: "1", isReached: ratio > 1)
        case "JSONDecoder": Report.line("against JSONDecoder", text, bar: "5", isReached: ratio >= 5)
        default: Report.line("against \(name)", text)
        }
    }

    private static func times(_ figures: LoadFigures) -> String {
        "\(Report.seconds(figures.seconds)) / \(Report.seconds(figures.cpuSeconds)), "
            + "\(Report.fixed(figures.peakKilobytes / 1024, 0)) MB peak"
    }

    private func runs(_ loaders: [Loader], _ file: String, rounds: Int) -> [String: [LoadFigures]] {
        var runs: [String: [LoadFigures]] = [:]
        for _ in 0..<rounds {
            for loader in loaders {
                if let figures = loader.run(file) { runs[loader.name, default: []].append(figures) }
            }
        }
        return runs
    }

    private func race(_ loaders: [Loader], _ file: String) -> [String: LoadFigures] {
        runs(loaders, file, rounds: rounds).mapValues { figures in
            var middle = figures[0]
            middle.seconds = Report.median(figures.map(\.seconds))
            middle.cpuSeconds = Report.median(figures.map(\.cpuSeconds))
            return middle
        }
    }

    private static func own(_ loader: String, _ file: String) -> LoadFigures? {
        Child.run(CommandLine.arguments[0], ["load", loader, file]).flatMap { LoadFigures($0) }
    }

    private func make(_ findings: Int, _ profile: String) throws -> String {
        let file = folder.appendingPathComponent("\(findings).json").path
        let arguments = ["make", file, "--findings", "\(findings)", "--profile", profile]
        guard Child.run(CommandLine.arguments[0], arguments) != nil else {
            throw BenchmarkError("could not make \(findings) findings in \(folder.path); is there room?")
        }
        return file
    }
}
