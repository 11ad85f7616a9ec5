import PaydownCore
import PaydownScan

/// A snapshot of traced sources, and who each of its findings is.
struct TracedScan: Sendable {
    /// What the simpler schemes look at.
    struct Parts: Sendable {
        var line: String
        var message: String
        /// The line without white space.
        var text: String
        /// A hundred characters from the line's beginning, without blanks and tabs.
        var following: String
    }

    let snapshot: Snapshot
    let findings: [Finding]
    /// By finding: where its line came from, and which of the line's findings it is.
    private(set) var identities: [String] = []
    private(set) var parts: [Parts] = []
    /// By file, the 0-based lines that have findings, ascending.
    private(set) var lines: [[Int]]

    init(_ snapshot: Snapshot, of sources: TracedSources) {
        self.snapshot = snapshot
        findings = (0..<snapshot.findings.count).map { snapshot.findings[$0] }
        lines = sources.files.map { _ in [] }
        let places = Dictionary(uniqueKeysWithValues: sources.files.indices.map { (sources.files[$0].path, $0) })
        var ordinals: [String: Int] = [:]
        for finding in findings {
            let file = places[finding.path] ?? 0
            let line = finding.line - 1
            let all = sources.files[file].lines
            let name = "\(all[line].origin) \(finding.symbol)"
            ordinals[name, default: 0] += 1
            identities.append("\(name) \(ordinals[name, default: 0])")
            if lines[file].last != line { lines[file].append(line) }
            parts.append(
                Parts(
                    line: String(finding.line), message: finding.message,
                    text: all[line].text.filter { !$0.isWhitespace }, following: Self.following(all[line...])))
        }
    }

    private static func following(_ lines: ArraySlice<TracedSources.Line>) -> String {
        var result = ""
        for line in lines where result.utf8.count < 100 {
            result += line.text.filter { $0 != " " && $0 != "\t" } + "\n"
        }
        return String(result.prefix(100))
    }
}
