import Foundation

/// Scanners of the same tree, one after the other, round after round; each a process of its own, by the clock.
struct ScanRace {
    private let tree: PythonTree
    private let program: String
    private let rounds: Int
    private let folder: String
    private var runners: [ScanRunner] = []
    private var missing: [String] = []

    /// `paydown` beside this program.
    static var neighbour: String {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("paydown")
            .path
    }

    init(tree: PythonTree, rules: String, program: String, rounds: Int, folder: String) throws {
        self.tree = tree
        self.program = program
        self.rounds = rounds
        self.folder = folder
        try Self.writeRules(rules, in: folder)
        addOwn()
        addPeers()
        addGit()
    }

    /// The rules for a whole scan and for facts alone.
    private static func writeRules(_ rules: String, in folder: String) throws {
        // The scopes name folders of another code base: without them every rule looks at every file.
        let text = try String(contentsOfFile: rules, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("scope = ") }
        try lines.joined(separator: "\n").write(toFile: folder + "/rules.toml", atomically: true, encoding: .utf8)
        // A rule that looks at imports of nothing: the scan lists, reads and takes the facts.
        try "[[rule]]\nid = \"none\"\nkind = \"import\"\nmodule.is = [\"no.such.module\"]\n"
            .write(toFile: folder + "/facts.toml", atomically: true, encoding: .utf8)
    }

    // MARK: Runners

    private mutating func addOwn() {
        let rescan = ["scan", "--config", folder + "/rules.toml", "--no-save", tree.path]
        runners +=
            compared + [
                ScanRunner(name: "rescan", program, rescan),
                ScanRunner(name: "rescan of one", program, rescan, changesOne: true),
            ]
    }

    /// The scans that are held against others. They are run beside each of those: they are short, and the machine's pace
    /// changes from second to second.
    private var compared: [ScanRunner] {
        let facts = ["scan", "--config", folder + "/facts.toml", "--no-save", "--no-cache", tree.path]
        let whole = ["scan", "--config", folder + "/rules.toml", "--no-save", "--no-cache", tree.path]
        return [
            ScanRunner(name: "facts", program, facts),
            ScanRunner(name: "whole", program, whole + ["-o", folder + "/snapshot.json"]),
        ]
    }

    private mutating func addPeers() {
        add(
            "ruff F401", "ruff",
            ["check", "--select", "F401", "--no-cache", "--isolated", "-q", "--exit-zero", tree.path])
        add("ruff analyze graph", "ruff", ["analyze", "graph", "--isolated", tree.path])
        add("ast-grep", "ast-grep", ["run", "--lang", "py", "-p", "os.environ.get($A)", "--json=stream", tree.path])
        add("ripgrep", "rg", ["-c", "-i", "websocket", tree.path])
    }

    private mutating func add(_ name: String, _ tool: String, _ arguments: [String]) {
        guard let path = Child.find(tool) else { return missing.append(name) }
        runners += compared + [ScanRunner(name: name, path, arguments)]
    }

    /// A repository with the tree in it, and the names of its blobs for a plain `cat-file`.
    private mutating func addGit() {
        guard let git = Child.find("git"), let objects = BlobList(of: tree, git: git, in: folder) else {
            return missing.append("cat-file")
        }
        runners += [
            ScanRunner(
                name: "commit", program,
                ["scan", "--config", folder + "/facts.toml", "--no-save", "--commit", "HEAD", objects.repository]),
            ScanRunner(
                name: "cat-file", git, ["-C", objects.repository, "cat-file", "--batch", "--buffer"],
                input: objects.list),
        ]
    }

    // MARK: Running

    func run() throws {
        var seconds: [String: [Double]] = [:]
        var peak: [String: Int] = [:]
        for round in 0...rounds {
            for runner in runners {
                if runner.changesOne { try tree.changeOne(round) }
                let result = try runner.run()
                peak[runner.name] = max(peak[runner.name] ?? 0, result.peakMegabytes)
                // The first round warms the system's memory of the files, and leaves a cache for the rescan.
                if round > 0 { seconds[runner.name, default: []].append(result.seconds) }
            }
        }
        report(seconds.mapValues(Report.median), peak)
    }

    private func report(_ medians: [String: Double], _ peak: [String: Int]) {
        Report.heading(
            "Scanning \(tree.files.count) files, \(tree.bytes / 1_000_000) MB, medians of \(rounds) interleaved rounds")
        for name in ["facts", "whole"] {
            if let own = medians[name] { Report.line(name, Report.seconds(own)) }
        }
        compare("facts", "ruff F401", 6, medians)
        compare("facts", "ruff analyze graph", 3, medians)
        compare("whole", "ruff F401", 4, medians)
        compare("whole", "ast-grep", 20, medians)
        compare("facts", "ripgrep", nil, medians)
        for name in ["rescan", "rescan of one"] {
            guard let own = medians[name] else { continue }
            let allowed = 0.05 * Double(tree.files.count) / 10_000
            Report.line(
                name == "rescan" ? "rescan, nothing changed" : "rescan, one file changed", Report.seconds(own),
                bar: "\(Report.seconds(allowed)), 50 ms for 10,000 files", isReached: own <= allowed)
        }
        if let own = medians["commit"], let git = medians["cat-file"] {
            Report.line(
                "facts of a commit", "\(Report.seconds(own)), cat-file \(Report.seconds(git))",
                bar: "2 times one cat-file of the same blobs", isReached: own <= 2 * git)
        }
        for name in ["whole", "rescan"] {
            guard let most = peak[name] else { continue }
            Report.line("peak memory, \(name)", "\(most) MB", bar: "100 MB", isReached: most <= 100)
        }
        for name in missing { Report.line(name, "is not there, not measured") }
    }

    private func compare(_ mine: String, _ other: String, _ bar: Double?, _ medians: [String: Double]) {
        guard let own = medians[mine], let theirs = medians[other] else { return }
        let ratio = theirs / own
        let text = "\(Report.fixed(ratio, 2)) times faster (\(other) \(Report.seconds(theirs)))"
        guard let bar else { return Report.line("\(mine) against \(other)", text) }
        Report.line(
            "\(mine) against \(other)", text, bar: Report.fixed(bar, 0) + " times", isReached: ratio >= bar)
    }
}
