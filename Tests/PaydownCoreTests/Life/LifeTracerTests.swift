import PaydownCore
import PaydownTestSupport
import Testing

@Suite struct LifeTracerTests {
    private func finding(
        _ path: String, _ symbol: String, line: Int = 1, scope: String = "", statement: String = "s"
    ) -> Finding {
        Finding(rule: "r", path: path, line: line, symbol: symbol, scope: scope, statement: statement)
    }

    private func changes(_ life: LifeLine) -> [String] {
        life.events.map { event in
            let word =
                if case .moved(let place) = event.change { "moved from \(place.path):\(place.line)" } else {
                    "\(event.change)"
                }
            return "\(event.snapshot) \(word) \(event.place.path):\(event.place.line)"
        }
    }

    @Test func `a finding is born, moves, is edited, fixed and returns, and its life tells each`() {
        let other = finding("z.py", "q", statement: "q")
        let snapshots: [Snapshot] = [
            .of([other]), .of([other, finding("a.py", "x", line: 3)]), .of([other, finding("a.py", "x", line: 9)]),
            .of([other, finding("b.py", "x", line: 4)]), .of([other, finding("b.py", "x", line: 4, statement: "t")]),
            .of([other]), .of([other]), .of([other, finding("b.py", "x", line: 7, statement: "t")]),
        ]

        let life = LifeTracer(snapshots).life(of: 1, in: 2)

        #expect(
            changes(life) == [
                "1 born a.py:3", "3 moved from a.py:9 b.py:4", "4 edited b.py:4",
                "5 fixed b.py:4", "7 returned b.py:7",
            ])
        #expect(life.rows == [nil, 1, 1, 1, 1, nil, nil, 1])
        #expect(life.birth == 1 && !life.isOlderThanHistory && life.isPresent && life.returns == 1)
        #expect(life.events.map(\.stage) == [0, 4, 2, 0, 1])
    }

    @Test(arguments: 0..<8)
    func `a life is the same from whichever of its snapshots it is asked`(start: Int) {
        let snapshots: [Snapshot] = (0..<8).map { number in
            .of([3, 4].contains(number) ? [] : [finding("a.py", "x", line: number + 1)])
        }
        let tracer = LifeTracer(snapshots)

        guard ![3, 4].contains(start) else { return #expect(snapshots[start].findings.isEmpty) }
        #expect(tracer.life(of: 0, in: start) == tracer.life(of: 0, in: 0))
    }

    @Test func `a finding whose file could not be read is unseen, then seen again, and never fixed`() {
        let problem = Coverage.Problem(path: "a.py", message: "no", kind: .unparsed)
        let there = [finding("a.py", "x")]

        let life = LifeTracer([.of(there), .of([], problems: [problem]), .of(there)]).life(of: 0, in: 2)

        #expect(changes(life) == ["0 born a.py:1", "1 unseen a.py:1", "2 seenAgain a.py:1"])
        #expect(life.isOlderThanHistory && life.returns == 0)
    }

    @Test func `of findings that are alike each has its own life`() {
        let first = finding("a.py", "x", line: 3)
        let second = finding("a.py", "y", line: 5)

        let tracer = LifeTracer([.of([first]), .of([first, second]), .of([second]), .of([first, second])])

        #expect(changes(tracer.life(of: 0, in: 2)) == ["1 born a.py:5"])
        #expect(changes(tracer.life(of: 0, in: 0)) == ["0 born a.py:3", "2 fixed a.py:3", "3 returned a.py:3"])
    }

    @Test(arguments: 0..<60)
    func `births of all findings are those of their lives`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        // Each finding differs from all others, so that nobody can mistake one for another.
        let all = (0..<12).map { finding("f\($0 % 4).py", "s\($0)", line: $0, statement: "t\($0)") }
        let snapshots: [Snapshot] = (0..<7).map { _ in
            .of(all.filter { _ in random.chance(3, of: 5) })
        }
        let tracer = LifeTracer(snapshots)

        let births = tracer.births()

        let last = snapshots[6].findings
        #expect(births == (0..<last.count).map { tracer.life(of: $0, in: 6).birth })
        #expect(
            births
                == (0..<last.count).map { row in
                    snapshots.firstIndex { snapshot in
                        (0..<snapshot.findings.count).contains { snapshot.findings[$0].symbol == last[row].symbol }
                    }
                })
    }

    @Test func `a new finding that was fixed before is told among the departed`() {
        let departed = [finding("a.py", "x", line: 40), finding("c.py", "y")]
        let new = [finding("k.py", "k"), finding("a.py", "x", line: 44), finding("a.py", "n", statement: "n")]
        var table = FindingTable()
        for finding in departed { table.append(finding) }
        let snapshot = Snapshot.of(new)
        var diff = SnapshotDiff(old: .of([finding("k.py", "k")]), new: snapshot)

        let returned = diff.returned(among: table, new: snapshot.findings)
        diff.markReturned(returned.map(\.row))

        #expect(returned.map(\.row) == [1] && returned.map(\.departed) == [0])
        #expect(diff.newState == [.unchanged, .returned, .new])
    }

    @Test func `entries come by state, then by path and line, each once`() {
        let old = ["a", "b", "c", "d"].map { finding("\($0).py", $0) }
        let new = [
            finding("z.py", "z", line: 2), finding("b.py", "b", line: 8), finding("y.py", "c"), finding("k.py", "k"),
        ]
        let snapshots = (Snapshot.of(old), Snapshot.of(new))
        let diff = SnapshotDiff(old: snapshots.0, new: snapshots.1, files: FileMap(existing: ["b.py", "d.py"]))

        let entries = diff.entries(
            in: Set(DiffState.allCases), old: snapshots.0.findings, new: snapshots.1.findings)

        #expect(
            entries == [
                DiffEntry(state: .new, old: nil, new: 3), DiffEntry(state: .new, old: nil, new: 0),
                DiffEntry(state: .fixed, old: 3, new: nil), DiffEntry(state: .gone, old: 0, new: nil),
                DiffEntry(state: .moved, old: 2, new: 2), DiffEntry(state: .unchanged, old: 1, new: 1),
            ])
        #expect(
            diff.entries(in: [.new], rules: ["other"], old: snapshots.0.findings, new: snapshots.1.findings).isEmpty)
    }
}
