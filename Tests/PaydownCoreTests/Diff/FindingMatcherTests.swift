import PaydownCore
import PaydownTestSupport
import Testing

@Suite struct FindingMatcherTests {
    @Test(arguments: 0..<400)
    func `random snapshots are matched as the naive twin matches them`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let old = Self.findings(&random)
        let new = Self.changed(old, &random)
        let renames = random.chance(1, of: 3) ? ["a/f0.py": "a/f9.py"] : [:]

        let diff = SnapshotDiff(old: .of(old), new: .of(new), files: FileMap(renames: renames))

        // Renames that were found are told to the twin, which does not look for any.
        let naive = NaiveMatcher(old: old, new: new, renames: diff.renames)
        #expect(diff.matchOfOld.map(Int.init) == naive.matchOfOld)
        #expect(Self.stages(diff, old.count) == naive.stageOfOld)
    }

    /// By old row, since the twin keeps them so.
    private static func stages(_ diff: SnapshotDiff, _ count: Int) -> [Int] {
        (0..<count).map { row in
            diff.matchOfOld[row] < 0 ? 0 : Int(diff.stageOfNew[Int(diff.matchOfOld[row])])
        }
    }

    /// Few different values, so that buckets with several findings are common.
    private static func findings(_ random: inout SeededRandom) -> [Finding] {
        (0..<random.below(24)).map { _ in finding(&random) }
    }

    private static func finding(_ random: inout SeededRandom) -> Finding {
        let hasStatement = random.chance(4, of: 5)
        return Finding(
            rule: random.pick(["r1", "r2"]), path: random.pick(["a/f0.py", "a/f1.py", "b/f1.py", "b/f2.py"]),
            line: random.below(60), column: random.below(3), symbol: random.pick(["s", "t", ""]), message: "m",
            scope: random.pick(["", "A.b"]), statement: hasStatement ? random.pick(["x", "y"]) : "",
            context: hasStatement ? (0..<4).map { _ in random.pick(["1", "0af91b2e", "0af91b2f", ""]) } : [])
    }

    private static func changed(_ old: [Finding], _ random: inout SeededRandom) -> [Finding] {
        var new: [Finding] = []
        for finding in old {
            var finding = finding
            switch random.below(10) {
            case 0: continue
            case 1: finding.path = random.pick(["a/f0.py", "a/f1.py", "c/f1.py"])
            case 2: finding.scope = "C.d"
            case 3: finding.statement = "z"
            case 4: finding.line += random.below(5)
            default: break
            }
            new.append(finding)
        }
        for _ in 0..<random.below(5) { new.append(finding(&random)) }
        return new
    }
}

extension Snapshot {
    /// A snapshot of these findings.
    static func of(_ findings: [Finding], problems: [Coverage.Problem] = []) -> Snapshot {
        var snapshot = Snapshot(
            header: SnapshotHeader(
                project: SnapshotHeader.Project(name: "p"), takenAt: Timestamp(seconds: 0),
                coverage: Coverage(problems: problems)))
        for finding in findings { snapshot.findings.append(finding) }
        return snapshot
    }
}
