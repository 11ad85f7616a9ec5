import Foundation

/// Every benchmark is one entry here and one file of its own; each prints what it measured beside its bar.
let benchmarks = [
    Benchmark.forecast,
    Benchmark.snapshots,
    Benchmark.diff,
    Benchmark.history,
    Benchmark.screen,
    Benchmark.scan,
    Benchmark.makeSnapshot,
    Benchmark.loadSnapshot,
]

let arguments = Array(CommandLine.arguments.dropFirst())
guard let name = arguments.first, let benchmark = benchmarks.first(where: { $0.name == name }) else {
    print("usage: paydown-bench COMMAND [OPTIONS]")
    for benchmark in benchmarks { print("  \(benchmark.usage)\n      \(benchmark.summary)") }
    exit(arguments.isEmpty || ["-h", "--help", "help"].contains(arguments[0]) ? 0 : 2)
}
do {
    try benchmark.run(Options(Array(arguments.dropFirst())))
} catch {
    FileHandle.standardError.write(Data("paydown-bench: \(error)\n".utf8))
    exit(1)
}
