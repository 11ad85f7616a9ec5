import PaydownTestSupport
import Testing

@testable import PaydownDashboard

struct ClassComparisonTests {
    @Test func `members of all definitions come first, then those of most`() {
        let members = ClassComparison.members([["id", "send()", "retry()"], ["send()", "id"], ["send()", "key"]])

        #expect(members.map(\.name) == ["send()", "id", "retry()", "key"])
        #expect(members.map(\.isShared) == [true, false, false, false])
        #expect(members[1].isIn == [true, true, false])
    }

    @Test func `a member that a definition names twice counts once`() {
        #expect(ClassComparison.members([["a", "a"], ["a"]]) == [.init(name: "a", isIn: [true, true])])
    }

    /// The rows as two columns: `-left`, `+right`, `~left|right`, ` both`.
    private func rows(_ left: [String], _ right: [String]) -> [String] {
        ClassComparison.aligned([left, right]).map { row in
            switch (row.lines[0], row.lines[1]) {
            case (let a?, let b?): row.isEqual ? " " + left[a] : "~" + left[a] + "|" + right[b]
            case (let a?, nil): "-" + left[a]
            case (nil, let b?): "+" + right[b]
            case (nil, nil): "?"
            }
        }
    }

    @Test func `equal lines stand beside each other and others beside a gap`() {
        #expect(
            rows(["class A:", "x()", "y()"], ["class A:", "y()", "z()"]) == [" class A:", "-x()", " y()", "+z()"])
    }

    @Test func `lines that define the same name are changed, not removed and added`() {
        #expect(
            rows(["ERROR = 'error'", "LEFT = 1"], ["RIGHT = 2", "ERROR = 'failed'"])
                == ["+RIGHT = 2", "~ERROR = 'error'|ERROR = 'failed'", "-LEFT = 1"])
    }

    @Test func `a third text is aligned with the first one too`() {
        let rows = ClassComparison.aligned([["a", "b"], ["a", "n", "b"], ["b", "m"]])

        #expect(rows.map(\.lines) == [[0, 0, nil], [nil, 1, nil], [1, 2, 0], [nil, nil, 1]])
        #expect(rows.map { $0.mark(0) } == [.missingElsewhere, .none, .none, .none])
        #expect(rows.map { $0.mark(1) } == [.none, .added, .none, .none])
        #expect(rows.map { $0.mark(2) } == [.none, .none, .none, .added])
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `every line stands in one row, in order, and no fewer rows are equal than can be`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        func text() -> [String] {
            (0..<Int.random(in: 0...9, using: &random)).map { _ in
                ["a", "b", "c", "x = 1", "x = 2"].randomElement(using: &random) ?? ""
            }
        }
        let texts = [text(), text(), text()]

        for (column, text) in texts.enumerated() {
            let rows = ClassComparison.aligned(texts)
            if texts[0].isEmpty, column > 0 { continue }
            #expect(rows.compactMap { $0.lines[column] } == Array(text.indices))
        }
        let pair = ClassComparison.aligned([texts[0], texts[1]])
        #expect(pair.count { $0.isEqual } == longestCommon(texts[0][...], texts[1][...]))
    }

    /// The plain recursive definition.
    private func longestCommon(_ left: ArraySlice<String>, _ right: ArraySlice<String>) -> Int {
        guard let a = left.first, let b = right.first else { return 0 }
        if a == b { return 1 + longestCommon(left.dropFirst(), right.dropFirst()) }
        return max(longestCommon(left.dropFirst(), right), longestCommon(left, right.dropFirst()))
    }

    @Test func `very long classes are cut, not compared for seconds`() {
        let long = (0..<5000).map { "line \($0)" }

        #expect(
            ClassComparison.aligned([long, long.reversed()]).compactMap { $0.lines[0] }.count == ClassComparison.longest
        )
    }

    private let file = [
        "import x", "", "    class Inner(Base):", "        \"\"\"Says", "what.\"\"\"", "        LIMIT: int = 3",
        "        kind = \"a\"", "", "        @property", "        def size(self):", "            if self == 1: pass",
        "            return 1", "        async def send(self): ...", "", "", "    other = 1",
    ]

    @Test func `a class ends before the next line at its own indentation`() {
        let lines = Array(file[0..<3]) + ["        a = 1", "", "        b = 2", "", "    other = 1"]

        #expect(ClassSource(lines, start: 3, end: 0)?.lines == ["class Inner(Base):", "    a = 1", "", "    b = 2"])
    }

    @Test func `a known end is taken, cut to the file`() {
        #expect(ClassSource(file, start: 3, end: 4)?.lines == ["class Inner(Base):", "    \"\"\"Says"])
        #expect(ClassSource(file, start: 12, end: 99)?.lines.count == 5)
        #expect(ClassSource(file, start: 17, end: 18) == nil)
        #expect(ClassSource(file, start: 0, end: 3) == nil)
    }

    @Test func `members are what the body defines at its own indentation`() {
        #expect(ClassSource(file, start: 3, end: 13)?.members == ["LIMIT", "kind", "size()", "send()"])
    }
}
