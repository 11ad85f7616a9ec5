import PaydownFormats

extension Benchmark {
    static let makeSnapshot = Benchmark(
        name: "make", usage: "make FILE [--findings 1000000] [--profile lean|full] [--seed 1]",
        summary: "writes a big synthetic snapshot (.json or .json.gz)"
    ) { options in
        guard let path = options.rest.first else { throw BenchmarkError("make needs the name of a file to write") }
        let name = options.text("profile", default: "lean")
        guard let profile = SyntheticSnapshot.Profile(rawValue: name) else {
            throw BenchmarkError("--profile is '\(name)', expected lean or full")
        }
        var synthetic = SyntheticSnapshot(
            findings: try options.integer("findings", default: 1_000_000), profile: profile,
            seed: UInt64(try options.integer("seed", default: 1)))
        try SnapshotWriter.write(synthetic.make(), to: path)
    }
}
