/// A subcommand of `paydown-bench`.
struct Benchmark: Sendable {
    let name: String
    let usage: String
    let summary: String
    let run: @Sendable (Options) throws -> Void
}

/// Why a benchmark could not run.
struct BenchmarkError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
