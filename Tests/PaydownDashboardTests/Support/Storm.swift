import PaydownCore
import PaydownTestSupport

/// A code base that changes all the time: findings come, go, and move to other lines, and stay themselves.
struct Storm {
    private var alive: [Int: Int] = [:]
    private static let symbols = ["core.manager", "core.events", "core.messages", "app.main", "lib.memory"]

    init(seed: UInt64) {
        var random = SeededRandom(seed: seed &* 977)
        for number in 0..<60 where Bool.random(using: &random) { alive[number] = number * 10 }
    }

    var count: Int { alive.count }

    /// Up to six findings come or go, and some lines move.
    mutating func blow(_ random: inout SeededRandom) {
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            let number = Int.random(in: 0..<60, using: &random)
            if alive.removeValue(forKey: number) == nil { alive[number] = number * 10 }
        }
        let shift = Int.random(in: 0...3, using: &random)
        for number in alive.keys where number % 5 == shift { alive[number, default: 1] += shift + 1 }
    }

    func snapshot(day: Int, hour: Int = 8) -> Snapshot {
        let findings = alive.sorted { ($0.key % 6, $0.value) < ($1.key % 6, $1.value) }.map { number, line in
            var finding = Fixture.finding(
                "manager-import", "app/file\(number % 6).py", line + 1, Self.symbols[number % Self.symbols.count])
            finding.fingerprint = "f\(number)"
            finding.statement = "s\(number)"
            return finding
        }
        return Fixture.snapshot(day: day, hour: hour, findings: findings)
    }
}
