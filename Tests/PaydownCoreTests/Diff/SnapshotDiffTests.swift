import PaydownCore
import Testing

@Suite struct SnapshotDiffTests {
    private func finding(_ path: String, _ symbol: String, line: Int = 1, statement: String = "s") -> Finding {
        Finding(rule: "r", path: path, line: line, symbol: symbol, statement: statement)
    }

    @Test func `a finding that only moved down is unchanged`() {
        let diff = SnapshotDiff(old: .of([finding("a.py", "x")]), new: .of([finding("a.py", "x", line: 90)]))

        #expect(diff.newState == [.unchanged])
        #expect(diff.oldState == [.unchanged])
        #expect(diff.stageOfNew == [1])
    }

    @Test func `a moved finding is neither fixed nor new`() {
        let diff = SnapshotDiff(old: .of([finding("a.py", "x")]), new: .of([finding("b.py", "x")]))

        #expect(diff.newState == [.moved])
        #expect(diff.oldState == [.moved])
        #expect(diff.stageOfNew == [4])
    }

    @Test func `two candidates for a move are none`() {
        let diff = SnapshotDiff(
            old: .of([finding("a.py", "x")]), new: .of([finding("b.py", "x"), finding("c.py", "x")]))

        #expect(diff.newState == [.new, .new])
        #expect(diff.oldState == [.fixed])
    }

    @Test func `a finding whose file was deleted is gone`() {
        let diff = SnapshotDiff(
            old: .of([finding("a.py", "x"), finding("b.py", "y")]), new: .of([]),
            files: FileMap(existing: ["b.py"]))

        #expect(diff.oldState == [.gone, .fixed])
    }

    @Test(arguments: Coverage.Problem.Kind.allCases)
    func `a finding whose file was not seen is not fixed`(kind: Coverage.Problem.Kind) {
        let problem = Coverage.Problem(path: "a.py", message: "no", kind: kind)

        let diff = SnapshotDiff(old: .of([finding("a.py", "x")]), new: .of([], problems: [problem]))

        #expect(diff.oldState == [.unseen])
        #expect(diff.counts.fixed == 0)
    }

    @Test(arguments: ["vendor", "vendor/", "vendor/deep"])
    func `a finding in a folder that is excluded now is unseen`(folder: String) {
        let problem = Coverage.Problem(path: folder, message: "no", kind: .excluded)
        let old = [finding("vendor/deep/a.py", "x"), finding("vendors.py", "y")]

        let diff = SnapshotDiff(old: .of(old), new: .of([], problems: [problem]))

        #expect(diff.oldState == [.unseen, .fixed])
    }

    @Test func `new findings of a file that could not be seen before are counted apart`() {
        let problem = Coverage.Problem(path: "a.py", message: "no", kind: .unparsed)
        let new = [finding("a.py", "x"), finding("b.py", "y")]

        var diff = SnapshotDiff(old: .of([], problems: [problem]), new: .of(new))

        #expect(diff.newState == [.new, .new])
        #expect(diff.counts.new == 2 && diff.counts.revealed == 1)
        #expect(diff.countsByRule["r"]?.revealed == 1)
        diff.markReturned([0])
        #expect(diff.counts.new == 1 && diff.counts.revealed == 0)
    }

    @Test func `a rename that is told wins over likeness`() {
        let old = [finding("a.py", "x"), finding("a.py", "y")]
        let new = [finding("b.py", "x"), finding("b.py", "y"), finding("c.py", "x"), finding("c.py", "y")]

        let diff = SnapshotDiff(old: .of(old), new: .of(new), files: FileMap(renames: ["a.py": "c.py"]))

        #expect(diff.newState == [.new, .new, .moved, .moved])
        #expect(diff.stageOfNew == [0, 0, 1, 1])
    }

    @Test func `a renamed file is found by its findings`() {
        let old = ["x", "y", "z"].map { finding("a.py", $0) } + [finding("other.py", "x")]
        let new = ["x", "y"].map { finding("b.py", $0) } + [finding("other.py", "x")]

        let diff = SnapshotDiff(old: .of(old), new: .of(new))

        #expect(diff.renames == ["a.py": "b.py"])
        #expect(diff.oldState == [.moved, .moved, .fixed, .unchanged])
    }

    @Test func `two adjacent files renamed at once are told apart`() {
        let old = ["x", "y"].map { finding("a1.py", $0) } + ["x", "z"].map { finding("a2.py", $0) }
        let new = ["x", "y"].map { finding("b1.py", $0) } + ["x", "z"].map { finding("b2.py", $0) }

        let diff = SnapshotDiff(old: .of(old), new: .of(new))

        #expect(diff.matchOfNew == [0, 1, 2, 3])
    }

    @Test func `one common finding is no rename`() {
        let diff = SnapshotDiff(
            old: .of([finding("a.py", "x"), finding("k.py", "x")]),
            new: .of([finding("b.py", "x"), finding("k.py", "x")]))

        #expect(diff.renames.isEmpty)
    }

    @Test func `two findings on one line are two`() {
        let old = [finding("a.py", "x"), finding("a.py", "y")]

        let diff = SnapshotDiff(old: .of(old), new: .of(old))

        #expect(diff.matchOfNew == [0, 1])
        #expect(diff.counts.unchanged == 2)
    }

    @Test func `a finding of the whole project is matched without a line or a file`() {
        let old = [Finding(rule: "duplicate-class", path: "", symbol: "Message", members: ["a()"])]
        let new = [Finding(rule: "duplicate-class", path: "", symbol: "Message", members: ["a()", "b()"])]

        let diff = SnapshotDiff(old: .of(old), new: .of(new), files: FileMap(existing: []))

        #expect(diff.newState == [.unchanged])
    }

    @Test func `imported findings without statements are matched by message and nearness`() {
        let old = [10, 20, 30].map { Finding(rule: "r", path: "a.py", line: $0, message: "unused import") }
        let new = [21, 31].map { Finding(rule: "r", path: "a.py", line: $0, message: "unused import") }

        let diff = SnapshotDiff(old: .of(old), new: .of(new))

        #expect(diff.oldState == [.fixed, .unchanged, .unchanged])
    }

    @Test func `ten thousand identical findings in one file are matched in order`() {
        let old = (0..<10_000).map { finding("a.py", "x", line: $0 + 1) }

        let diff = SnapshotDiff(old: .of(old), new: .of(Array(old.dropLast())))

        #expect(diff.counts.unchanged == 9_999)
        #expect(diff.oldState.last == .fixed)
    }

    @Test func `counts by rule add up to the counts`() {
        var old = [finding("a.py", "x"), finding("a.py", "y")]
        old[1].rule = "q"
        let new = [finding("a.py", "x"), finding("a.py", "z", statement: "t")]

        let diff = SnapshotDiff(old: .of(old), new: .of(new))

        #expect(diff.countsByRule["r"]?.unchanged == 1)
        #expect(diff.countsByRule["r"]?.new == 1)
        #expect(diff.countsByRule["q"]?.fixed == 1)
        #expect(diff.counts.new == 1 && diff.counts.fixed == 1 && diff.counts.unchanged == 1)
    }

    @Test func `a finding that was fixed before is returned, not new`() {
        var diff = SnapshotDiff(
            old: .of([finding("a.py", "x")]), new: .of([finding("a.py", "x"), finding("a.py", "y", statement: "t")]))

        diff.markReturned([0, 1])

        #expect(diff.newState == [.unchanged, .returned])
        #expect(diff.counts.returned == 1 && diff.counts.new == 0)
        #expect(diff.countsByRule["r"]?.returned == 1)
    }

    @Test func `a change of rules is told`() {
        var old = Snapshot.of([])
        var new = Snapshot.of([])
        old.header.tool.rules = "one"
        new.header.tool.rules = "two"
        old.header.rules = [Rule(id: "kept", check: "c"), Rule(id: "dropped", check: "c")]
        new.header.rules = [Rule(id: "kept", check: "c"), Rule(id: "added", check: "c")]

        let epoch = SnapshotDiff(old: old, new: new).epoch

        #expect(epoch.isChanged && epoch.isDigestChanged)
        #expect(epoch.appeared == ["added"])
        #expect(epoch.disappeared == ["dropped"])
    }

    @Test func `a snapshot that says nothing about its rules is no change of them`() {
        var new = Snapshot.of([])
        new.header.tool.rules = "two"
        new.header.rules = [Rule(id: "added", check: "c")]

        #expect(!SnapshotDiff(old: .of([]), new: new).epoch.isChanged)
    }

    @Test func `two empty snapshots have no difference`() {
        let diff = SnapshotDiff(old: .of([]), new: .of([]))

        #expect(diff.counts == DiffCounts())
        #expect(diff.countsByRule.isEmpty)
    }
}
