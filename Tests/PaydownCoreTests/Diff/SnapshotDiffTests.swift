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

    private func withRules(_ snapshot: Snapshot, _ rules: [String], digest: String) -> Snapshot {
        var snapshot = snapshot
        snapshot.header.tool.rules = digest
        snapshot.header.rules = rules.map { Rule(id: $0, check: "c") }
        return snapshot
    }

    @Test func `findings of a rule that is checked no more are unseen, those of a new rule are revealed`() {
        let old = [finding("a.py", "x")]
        let new = [Finding(rule: "q", path: "b.py", line: 3, symbol: "y", statement: "t")]

        let diff = SnapshotDiff(
            old: withRules(.of(old), ["r"], digest: "one"), new: withRules(.of(new), ["q"], digest: "two"))

        #expect(diff.oldState == [.unseen])
        #expect(diff.counts.fixed == 0 && diff.counts.unseen == 1)
        #expect(diff.counts.new == 1 && diff.counts.revealed == 1 && diff.isRevealed(0))
    }

    @Test func `where the digest stays, a rule that is listed no more has nothing left`() {
        let diff = SnapshotDiff(
            old: withRules(.of([finding("a.py", "x")]), ["r", "q"], digest: "one"),
            new: withRules(.of([]), ["q"], digest: "one"))

        #expect(diff.oldState == [.fixed])
    }

    @Test(arguments: [
        ("caf\u{E9}/\u{1112}\u{1161}\u{11AB}.py", "cafe\u{301}/\u{D55C}.py"), ("src/\u{C5}.py", "src/\u{212B}.py"),
    ])
    func `a path in another Unicode normal form is the same path`(old: String, new: String) {
        let diff = SnapshotDiff(
            old: .of([finding(old, "x"), finding(old, "z")]), new: .of([finding(new, "x", line: 4), finding(new, "y")]))

        #expect(diff.newState == [.unchanged, .new])
        #expect(diff.oldState == [.unchanged, .fixed])
        #expect(diff.renames.count == 1)
    }

    @Test func `a file renamed in case only is the same file`() {
        let old = [finding("src/Widget.py", "x"), finding("k.py", "x")]
        let new = [finding("src/widget.py", "x"), finding("k.py", "x")]

        let diff = SnapshotDiff(old: .of(old), new: .of(new))

        #expect(diff.newState == [.moved, .unchanged])
        #expect(diff.counts.new == 0 && diff.counts.fixed == 0)
    }

    @Test func `another root makes no finding new, though every file has the same one`() {
        func paths(_ root: String) -> [Finding] {
            (0..<90).map { finding("\(root)/pkg\($0 / 9)/part\($0 % 9)/__init__.py", "os") }
        }

        let diff = SnapshotDiff(old: .of(paths("/builds/x")), new: .of(paths("src")))

        #expect(diff.matchOfNew == (0..<90).map { Int32($0) })
        #expect(diff.counts.moved == 90 && diff.counts.new == 0 && diff.counts.fixed == 0)
    }

    private func placed(
        _ path: String, line: Int, scope: String = "", statement: String = "s", _ context: [String]
    ) -> Finding {
        Finding(
            rule: "r", path: path, line: line, symbol: "os", scope: scope, statement: statement, context: context)
    }

    @Test func `the same import written into another function is new, and the one that went is fixed`() {
        let old = [placed("a.py", line: 2, ["1", "2", "3", "4"])]
        let new = [placed("a.py", line: 40, scope: "added", ["5", "6", "7", "8"])]

        let diff = SnapshotDiff(old: .of(old), new: .of(new))

        #expect(diff.newState == [.new] && diff.oldState == [.fixed])
    }

    @Test func `a class renamed around a finding leaves it where it is`() {
        let old = [placed("a.py", line: 2, scope: "A.run", ["class A", "2", "3", "4"])]
        let new = [placed("a.py", line: 2, scope: "B.run", ["class B", "2", "3", "4"])]

        let diff = SnapshotDiff(old: .of(old), new: .of(new))

        #expect(diff.newState == [.unchanged] && diff.stageOfNew == [3])
    }

    @Test func `the same import written into another file is new, and the one that went is fixed`() {
        let old = [placed("a.py", line: 2, ["1", "2", "3", "4"])]
        let new = [placed("b.py", line: 9, ["5", "6", "7", "8"])]

        let diff = SnapshotDiff(old: .of(old), new: .of(new))

        #expect(diff.newState == [.new] && diff.oldState == [.fixed])
    }

    @Test func `a repeated finding moves with what is certain to have moved between two files`() {
        let others = ["c.py", "d.py"].map { placed($0, line: 1, ["a", "b", "c", "d"]) }
        let old =
            others + [
                placed("a.py", line: 10, statement: "t", ["0", "1", "2", "3"]),
                placed("a.py", line: 20, ["4", "5", "6", "7"]),
                finding("a.py", "stays"),
            ]
        let new = [
            placed("b.py", line: 1, statement: "t", ["0", "1", "2", "3"]),
            placed("b.py", line: 11, ["4", "5", "6", "7"]),
            finding("a.py", "stays"),
        ]

        let diff = SnapshotDiff(old: .of(old), new: .of(new))

        #expect(diff.newState == [.moved, .moved, .unchanged])
        #expect(diff.matchOfNew == [2, 3, 4])
    }

    @Test func `of identical lines the first is fixed and another is written at the end`() {
        let contexts = (0..<4).map { number in (0..<4).map { "\(number) \($0)" } }
        let old = [10, 20, 30].enumerated().map { placed("a.py", line: $1, contexts[$0]) }
        let new = [20, 30, 40].enumerated().map { placed("a.py", line: $1, contexts[$0 + 1]) }

        let diff = SnapshotDiff(old: .of(old), new: .of(new))

        #expect(diff.matchOfNew == [1, 2, -1])
        #expect(diff.counts.fixed == 1 && diff.counts.new == 1)
    }

    @Test func `identical twins that changed places are two as before`() {
        let old = [placed("a.py", line: 10, ["1", "2", "3", "4"]), placed("a.py", line: 20, ["5", "6", "7", "8"])]
        let new = [placed("a.py", line: 10, ["5", "6", "7", "8"]), placed("a.py", line: 20, ["1", "2", "3", "4"])]

        let counts = SnapshotDiff(old: .of(old), new: .of(new)).counts

        #expect(counts.unchanged == 2 && counts.new == 0 && counts.fixed == 0)
    }

    @Test func `the work for many findings in one file grows as their number`() {
        func comparisons(_ count: Int) -> Int {
            let old = (0..<count).map { number in
                placed("a.py", line: number + 1, (0..<4).map { "\(number) \($0)" })
            }
            var new = old
            new.remove(at: count / 3)
            let diff = SnapshotDiff(old: .of(old), new: .of(new))
            #expect(diff.oldState[count / 3] == .fixed && diff.counts.unchanged == count - 1)
            return diff.comparisons
        }

        #expect(comparisons(10_000) <= 10 * comparisons(1000) + 100)
        #expect(comparisons(10_000) <= 20_000)
    }

    @Test func `what is out of sight now and was not before is told`() {
        let known = Coverage.Problem(path: "old.py", message: "m", kind: .unparsed)
        let excluded = Coverage.Problem(path: "vendor", message: "m", kind: .excluded)
        let before = Coverage(files: 10, unparsed: 1, problems: [known])

        let change = CoverageChange(from: before, to: Coverage(files: 8, unparsed: 1, problems: [known, excluded]))

        #expect(change.hidden == [excluded])
        #expect(change.isFall && change.before == 90 && change.after == 87.5)
        #expect(!CoverageChange(from: before, to: before).isFall)
    }

    @Test func `two empty snapshots have no difference`() {
        let diff = SnapshotDiff(old: .of([]), new: .of([]))

        #expect(diff.counts == DiffCounts())
        #expect(diff.countsByRule.isEmpty)
    }
}
