import Foundation

extension Benchmark {
    static let scan = Benchmark(
        name: "scan", usage: "scan [--rules FILE] [--tree DIR] [--rounds 5] [--program PATH]",
        summary: "facts, a whole scan, a rescan and a commit of a Python tree, against ruff, ast-grep, ripgrep and git"
    ) { options in
        let program = options.text("program", default: ScanRace.neighbour)
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw BenchmarkError("\(program) is not there; build it first: swift build -c release --product paydown")
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("paydown-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = options.text("tree", default: "")
        let race = try ScanRace(
            tree: PythonTree(copyOf: source.isEmpty ? nil : source, in: folder),
            rules: options.text("rules", default: "SampleData/rules/websocket.toml"),
            program: program, rounds: options.integer("rounds", default: 5), folder: folder.path)
        try race.run()
    }
}
