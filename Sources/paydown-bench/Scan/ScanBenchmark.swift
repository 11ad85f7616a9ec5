import Foundation

extension Benchmark {
    static let scan = Benchmark(
        name: "scan", usage: "scan --rules FILE [--tree DIR] [--rounds 5] [--program PATH]",
        summary: "facts, a whole scan and a rescan of a Python tree, against ruff, ast-grep and ripgrep, interleaved"
    ) { options in
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("paydown-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let tree = try options.text("tree", default: "").nonEmpty ?? PythonTree.copyOfLibrary(in: folder)
        let race = try ScanRace(
            tree: tree, rules: options.text("rules", default: ""),
            program: options.text("program", default: ScanRace.neighbour),
            rounds: options.integer("rounds", default: 5),
            folder: folder.path)
        try race.run()
    }
}

/// Scanners of the same tree, one after the other, round after round; each a process of its own, by the clock.
private struct ScanRace {
    private let tree: String
    private let rules: String
    private let program: String
    private let rounds: Int
    private let folder: String

    /// `paydown` beside this program.
    static var neighbour: String {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("paydown")
            .path
    }

    init(tree: String, rules: String, program: String, rounds: Int, folder: String) throws {
        guard !rules.isEmpty else {
            throw BenchmarkError("--rules is missing: a file such as SampleData/rules/websocket.toml")
        }
        self.tree = tree
        self.program = program
        self.rounds = rounds
        self.folder = folder
        // The scopes name folders of another code base: without them every rule looks at every file.
        let text = try String(contentsOfFile: rules, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("scope = ") }
        self.rules = folder + "/rules.toml"
        try lines.joined(separator: "\n").write(toFile: self.rules, atomically: true, encoding: .utf8)
        // A rule that looks at imports of nothing: the scan lists, reads and takes the facts.
        try "[[rule]]\nid = \"none\"\nkind = \"import\"\nmodule.is = [\"no.such.module\"]\n"
            .write(toFile: folder + "/facts.toml", atomically: true, encoding: .utf8)
    }

    private typealias Runner = (name: String, command: [String])

    func run() throws {
        let store = tree + "/.paydown"
        defer { try? FileManager.default.removeItem(atPath: store) }
        let fresh = ["--no-save", "--no-cache"]
        var runners: [Runner] = [
            ("facts", [program, "scan", "--config", folder + "/facts.toml"] + fresh + [tree]),
            ("whole", [program, "scan", "--config", rules, "-o", folder + "/snapshot.json"] + fresh + [tree]),
            ("rescan", [program, "scan", "--config", folder + "/facts.toml", "--no-save", tree]),
        ]
        runners += [
            (
                "ruff F401",
                ["ruff", "check", "--select", "F401", "--no-cache", "--isolated", "-q", "--exit-zero", tree]
            ),
            ("ruff analyze graph", ["ruff", "analyze", "graph", "--isolated", tree]),
            ("ast-grep", ["ast-grep", "run", "--lang", "py", "-p", "os.environ.get($A)", "--json=stream", tree]),
            ("ripgrep", ["rg", "-c", "-i", "websocket", tree]),
        ].compactMap { name, command in Child.find(command[0]).map { (name, [$0] + command.dropFirst()) } }
        var seconds: [String: [Double]] = [:]
        for round in 0...rounds {
            for runner in runners {
                let start = ContinuousClock.now
                try execute(runner)
                // The first round warms the system's memory of the files, and leaves a cache for the rescan.
                if round > 0 { seconds[runner.name, default: []].append(Report.seconds(since: start)) }
            }
        }
        report(seconds.mapValues(Report.median))
    }

    private func execute(_ runner: Runner) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: runner.command[0])
        process.arguments = Array(runner.command.dropFirst())
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        // 1 is how grep says that nothing was found.
        guard process.terminationStatus <= 1 else {
            throw BenchmarkError("\(runner.command.joined(separator: " ")) ended with \(process.terminationStatus)")
        }
    }

    private func report(_ medians: [String: Double]) {
        let files = PythonTree.size(of: tree)
        Report.heading(
            "Scanning \(files.count) files, \(files.bytes / 1_000_000) MB, median of \(rounds) interleaved")
        for name in ["facts", "whole"] { line(name, medians) }
        compare("facts", "ruff F401", 6, medians)
        compare("facts", "ruff analyze graph", 3, medians)
        compare("whole", "ruff F401", 4, medians)
        compare("whole", "ast-grep", 20, medians)
        compare("facts", "ripgrep", nil, medians)
        if let rescan = medians["rescan"] {
            let bar = 0.05 * Double(files.count) / 10_000
            Report.line(
                "rescan, nothing changed", Report.seconds(rescan), bar: "50 ms for 10,000 files",
                isReached: rescan <= bar)
        }
        if let peak = Self.peakOfChildren(whole: [program, "scan", "--config", rules, "--no-save", "--no-cache", tree])
        {
            Report.line("peak memory, whole", "\(peak) MB", bar: "100 MB", isReached: peak <= 100)
        }
    }

    private func line(_ name: String, _ medians: [String: Double]) {
        if let seconds = medians[name] { Report.line(name, Report.seconds(seconds)) }
    }

    private func compare(_ mine: String, _ other: String, _ bar: Double?, _ medians: [String: Double]) {
        guard let own = medians[mine], let theirs = medians[other] else {
            return Report.line("\(mine) against \(other)", "\(other) is not there, not measured")
        }
        let ratio = theirs / own
        let text = "\(Report.fixed(ratio, 2)) times faster (\(other) \(Report.seconds(theirs)))"
        guard let bar else { return Report.line("\(mine) against \(other)", text) }
        Report.line("\(mine) against \(other)", text, bar: Report.fixed(bar, 0), isReached: ratio >= bar)
    }

    /// In MB, as `/usr/bin/time` has it; nil without that program.
    private static func peakOfChildren(whole command: [String]) -> Int? {
        let script = """
            import resource, subprocess, sys
            subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
            """
        guard let python = Child.find("python3"), let text = Child.run(python, ["-c", script] + command) else {
            return nil
        }
        return Int(text.filter(\.isNumber))
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
