import PaydownCore

/// Big snapshots out of a seed: the same seed, the same findings.
///
/// Shaped like real ones: findings come file by file; paths, symbols and messages repeat, fingerprints do not.
struct SyntheticSnapshot {
    enum Profile: String, CaseIterable {
        /// About 280 bytes of JSON a finding: what the bars for loading were set with.
        case lean
        /// Everything a scan writes, about 470 bytes: ends, the line's text, the lines around it.
        case full
    }

    let findings: Int
    let profile: Profile
    private var random: SplitMix64

    init(findings: Int, profile: Profile, seed: UInt64) {
        self.findings = findings
        self.profile = profile
        random = SplitMix64(seed: seed)
    }

    private static let rules = [
        "manager-import", "deprecated-import", "cors-import", "direct-instantiation", "singleton", "shared-state",
        "hard-coded-dependency", "duplicate-class", "interface-contract", "scattered-configuration",
    ]
    private static let folders = [
        "netra_backend/app", "auth_service/core", "frontend/bridge", "shared/lib", "tests/e2e",
    ]
    private static let words = ["websocket", "agent", "message", "thread", "session", "tool", "config", "event"]

    mutating func make() -> Snapshot {
        var table = FindingTable()
        table.reserve(findings)
        var counts = [Int](repeating: 0, count: Self.rules.count)
        var path = ""
        var line = 0
        var scope = ""
        for number in 0..<findings {
            if number == 0 || random.chance(1, of: 12) {
                path = makePath()
                line = 0
            }
            if random.chance(1, of: 3) { scope = makeScope() }
            line += 1 + random.below(40)
            let rule = random.below(Self.rules.count)
            counts[rule] += 1
            table.append(finding(number, Self.rules[rule], path, line, scope))
        }
        table.seal()
        return Snapshot(header: header(counts), findings: table)
    }

    private mutating func finding(
        _ number: Int, _ rule: String, _ path: String, _ line: Int, _ scope: String
    ) -> Finding {
        let word = Self.words[random.below(Self.words.count)]
        let variant = random.below(2000)
        let symbol = "netra_backend.app.\(word)_core.manager_\(variant)"
        var finding = Finding(
            rule: rule, path: path, line: line, column: 1 + random.below(4) * 4, symbol: symbol,
            message: "use the one \(word) manager instead",
            fingerprint: hexadecimal(digits: 10) + ".1", scope: scope,
            statement: random.chance(1, of: 3) ? hexadecimal(digits: 12) : "5f1c\(variant)\(word)")
        if profile == .full {
            finding.endLine = line
            finding.endColumn = finding.column + 40
            finding.excerpt = "from netra_backend.app.\(word)_core import manager_\(variant)"
            finding.context = (0..<4).map { _ in hexadecimal(digits: 8) }
            if random.chance(1, of: 5) { finding.tags = ["test"] }
        }
        return finding
    }

    private mutating func makePath() -> String {
        let folder = Self.folders[random.below(Self.folders.count)]
        let word = Self.words[random.below(Self.words.count)]
        return "\(folder)/\(word)_core/services/\(word)_handler_\(random.below(100_000)).py"
    }

    private mutating func makeScope() -> String {
        let word = Self.words[random.below(Self.words.count)]
        return "\(word.prefix(1).uppercased())\(word.dropFirst())Handler.send_\(random.below(400))"
    }

    private mutating func hexadecimal(digits: Int) -> String {
        let text = String(random.next(), radix: 16)
        return String((String(repeating: "0", count: 16) + text).suffix(digits))
    }

    private func header(_ counts: [Int]) -> SnapshotHeader {
        SnapshotHeader(
            project: SnapshotHeader.Project(name: "synthetic"), takenAt: Timestamp(seconds: 1_757_890_155),
            provenance: Provenance(findings: .simulated, note: "made by paydown-bench"),
            checks: [
                Check(
                    id: "imports", title: "Imports",
                    measures: [Measure(id: "all", title: "All", value: Double(findings), unit: "sites")])
            ],
            rules: zip(Self.rules, counts).map { Rule(id: $0, check: "imports", count: $1) })
    }
}
