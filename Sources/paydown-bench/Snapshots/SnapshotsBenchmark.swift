import Foundation

extension Benchmark {
    static let snapshots = Benchmark(
        name: "snapshots", usage: "snapshots [--findings 1000000] [--rounds 3] [--profile lean|full]",
        summary: "loading against JSONDecoder, Python's json and simdjson, interleaved, medians"
    ) { options in
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("paydown-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        print("no code")
    }
}
