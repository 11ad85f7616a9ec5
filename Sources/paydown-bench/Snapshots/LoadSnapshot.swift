import CLinux
import Foundation
import PaydownCore
import PaydownFormats

/// What one load of one file took, as a line of numbers that parent and child agree on.
struct LoadFigures {
    /// Of the load alone, without the start of the process.
    var seconds: Double
    /// Of the processor, in the process and in the system for it: steadier than the clock on a busy machine.
    var cpuSeconds: Double
    var peakKilobytes: Double
    /// What the loaded values hold, above what the process held before.
    var heldKilobytes: Double
    var findings: Int
    /// The sum of all line numbers, to see that the loaders read the same.
    var lineSum: Int

    var text: String {
        "\(seconds) \(cpuSeconds) \(peakKilobytes) \(heldKilobytes) \(findings) \(lineSum)"
    }

    init?(_ text: String) {
        let parts = text.split(whereSeparator: \.isWhitespace)
        guard parts.count == 6, let seconds = Double(parts[0]), let cpuSeconds = Double(parts[1]),
            let peak = Double(parts[2]), let held = Double(parts[3]), let findings = Int(parts[4]),
            let lineSum = Int(parts[5])
        else { return nil }
        self.seconds = seconds
        self.cpuSeconds = cpuSeconds
        peakKilobytes = peak
        heldKilobytes = held
        self.findings = findings
        self.lineSum = lineSum
    }

    /// Runs a load in this process.
    init<Loaded>(_ load: () throws -> (Loaded, findings: Int, lineSum: Int)) rethrows {
        let before = Self.status("VmRSS")
        let cpuBefore = Self.processorSeconds
        let start = ContinuousClock.now
        let (loaded, findings, lineSum) = try load()
        seconds = Report.seconds(since: start)
        cpuSeconds = Self.processorSeconds - cpuBefore
        // Freed memory may stay with the process: what is held is then said too high, never too low.
        peakKilobytes = Self.status("VmHWM")
        heldKilobytes = Self.status("VmRSS") - before
        self.findings = findings
        self.lineSum = lineSum
        withExtendedLifetime(loaded) {}
    }

    private static var processorSeconds: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6
    }

    /// Kilobytes, from the process's own status.
    private static func status(_ key: String) -> Double {
        let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix(key) }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) } ?? .nan
    }
}

extension Benchmark {
    static let loadSnapshot = Benchmark(
        name: "load", usage: "load paydown|header|decoder FILE",
        summary: "loads one file once: seconds, of the processor, peak KB, held KB, findings, sum of lines"
    ) { options in
        guard options.rest.count == 2 else { throw BenchmarkError("load needs a loader and a file") }
        let path = options.rest[1]
        switch options.rest[0] {
        case "paydown":
            // As the dashboard does.
            paydown_save_memory()
            print(
                try LoadFigures {
                    let snapshot = try SnapshotReader().read(path)
                    paydown_trim_memory()
                    let table = snapshot.findings
                    return (snapshot, table.count, table.line.reduce(0) { $0 + Int($1) })
                }.text)
        case "header":
            print(
                try LoadFigures {
                    let heading = try SnapshotReader().readHeader(path)
                    return (heading, heading.header.rules.reduce(0) { $0 + $1.count }, 0)
                }.text)
        case "decoder":
            print(
                try LoadFigures {
                    let data = try Data(contentsOf: URL(fileURLWithPath: path))
                    let snapshot = try JSONDecoder().decode(DecodedSnapshot.self, from: data)
                    return (snapshot, snapshot.findings.count, snapshot.findings.reduce(0) { $0 + ($1.line ?? 0) })
                }.text)
        case let other:
            throw BenchmarkError("no loader is called '\(other)'; there are paydown, header, decoder")
        }
    }
}

/// The same fields as a `FindingTable` has, as JSONDecoder makes them.
private struct DecodedSnapshot: Decodable {
    struct Finding: Decodable {
        var rule: String
        var path: String
        var line: Int?
        var column: Int?
        var endLine: Int?
        var endColumn: Int?
        var symbol: String?
        var message: String?
        var excerpt: String?
        var fingerprint: String?
        var scope: String?
        var statement: String?
        var context: [String]?
        var tags: [String]?
    }

    var findings: [Finding]
}
