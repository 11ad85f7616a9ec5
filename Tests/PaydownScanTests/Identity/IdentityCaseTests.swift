import Foundation
import PaydownCore
import PaydownScan
import PaydownTestSupport
import Testing

/// What else happens to files, from the file on disk to the difference.
struct IdentityCaseTests {
    private static let text = """
        import os
        import app.old.first, app.old.second


        class Reader:
            def run(self):
                import app.old.first
                value = 1
                return value

            def stop(self):
                import app.old.first
                return 2
        """

    /// Scans a folder before and after something was done to it.
    private func difference(
        _ files: [String: String] = ["src/a.py": text], before: String = ScanFixture.rules,
        after: String = ScanFixture.rules, _ change: @escaping @Sendable (TemporaryDirectory) throws -> Void
    ) async throws -> (diff: SnapshotDiff, old: Snapshot, new: Snapshot) {
        try await offPool {
            let folder = try TemporaryDirectory()
            for (name, text) in files.sorted(by: { $0.key < $1.key }) { try folder.write(name, text) }
            let old = try Scan.run(ScanFixture.request(folder.path, rules: before)).snapshot
            try change(folder)
            let new = try Scan.run(ScanFixture.request(folder.path, rules: after)).snapshot
            return (SnapshotDiff(old: old, new: new), old, new)
        }
    }

    private func isAllUnchanged(_ diff: SnapshotDiff, _ count: Int = 4) -> Bool {
        var expected = DiffCounts()
        expected.unchanged = count
        return diff.counts == expected && diff.matchOfNew == (0..<count).map { Int32($0) }
    }

    /// What is done to all of a file, and changes nothing.
    enum Rewriting: String, CaseIterable, Sendable {
        case windowsLineEnds
        case tabs
        case byteOrderMark
        case renamedClass
        case renamedFunctions

        func apply(to text: String) -> String {
            switch self {
            case .windowsLineEnds: text.replacing("\n", with: "\r\n")
            case .tabs: text.replacing("    ", with: "\t")
            case .byteOrderMark: "\u{FEFF}" + text
            case .renamedClass: text.replacing("Reader", with: "Writer")
            case .renamedFunctions: text.replacing("def ", with: "def do_")
            }
        }
    }

    @Test(arguments: Rewriting.allCases)
    func `a file written anew has the same findings`(rewriting: Rewriting) async throws {
        let result = try await difference { folder in try folder.write("src/a.py", rewriting.apply(to: Self.text)) }

        #expect(isAllUnchanged(result.diff))
    }

    @Test func `two findings on one line are two, and fixing one of them fixes that one`() async throws {
        let result = try await difference { folder in
            try folder.write("src/a.py", Self.text.replacing("app.old.first, app", with: "app"))
        }

        #expect(result.diff.counts.unchanged == 3 && result.diff.counts.fixed == 1 && result.diff.counts.new == 0)
        let fixed = try #require(result.diff.oldState.firstIndex(of: .fixed))
        #expect(result.old.findings[fixed].symbol == "app.old.first" && result.old.findings[fixed].line == 2)
    }

    @Test func `identical twins that change places stay two`() async throws {
        let swapped = Self.text.replacing("def run", with: "def later").replacing("def stop", with: "def run")
            .replacing("def later", with: "def stop")

        let result = try await difference { folder in try folder.write("src/a.py", swapped) }

        #expect(result.diff.counts.unchanged == 4 && result.diff.counts.new == 0 && result.diff.counts.fixed == 0)
    }

    @Test func `a function that goes to another file takes its findings along`() async throws {
        let function = "\n\ndef alone():\n    import app.old.third\n    return app.old.third.value\n"

        let result = try await difference(["src/a.py": Self.text + function, "src/b.py": "import os\n"]) { folder in
            try folder.write("src/a.py", Self.text)
            try folder.write("src/b.py", "import os\n" + function)
        }

        #expect(result.diff.counts.moved == 1 && result.diff.counts.unchanged == 4)
        #expect(result.diff.counts.new == 0 && result.diff.counts.fixed == 0)
    }

    @Test func `two neighbours renamed at once are told apart`() async throws {
        let files = ["src/a1.py": Self.text, "src/a2.py": Self.text.replacing("value", with: "other")]

        let result = try await difference(files) { folder in
            for (name, text) in files { try folder.write(name.replacing("a", with: "renamed"), text) }
            try folder.remove("src/a1.py")
            try folder.remove("src/a2.py")
        }

        #expect(result.diff.counts.moved == 8 && result.diff.matchOfNew == (0..<8).map { Int32($0) })
        #expect(result.diff.renames == ["src/a1.py": "src/renamed1.py", "src/a2.py": "src/renamed2.py"])
    }

    @Test(arguments: [("src/Model.py", "src/model.py"), ("src/caf\u{E9}.py", "src/cafe\u{301}.py")])
    func `a name in another case or another normal form is the same file`(old: String, new: String) async throws {
        let result = try await difference([old: Self.text]) { folder in
            try folder.remove(old)
            try folder.write(new, Self.text)
        }

        #expect(result.diff.counts.new == 0 && result.diff.counts.fixed == 0)
        #expect(result.diff.counts.moved + result.diff.counts.unchanged == 4)
    }

    @Test func `another root makes nothing new`() async throws {
        let names = (0..<12).map { "pkg\($0 / 4)/part\($0 % 4)/views.py" }
        let files = Dictionary(uniqueKeysWithValues: names.map { ("builds/x/" + $0, Self.text) })

        let result = try await difference(files) { folder in
            for name in names {
                try folder.remove("builds/x/" + name)
                try folder.write("src/" + name, Self.text)
            }
        }

        #expect(result.diff.counts.moved == 48 && result.diff.counts.new == 0 && result.diff.counts.fixed == 0)
        #expect(result.diff.matchOfNew == (0..<48).map { Int32($0) })
    }

    @Test func `a file that does not parse any more hides its findings and fixes none`() async throws {
        let result = try await difference { folder in try folder.write("src/a.py", Self.text + "\ndef (:\n") }

        #expect(result.diff.counts.unseen == 4 && result.diff.counts.fixed == 0)
        #expect(CoverageChange(from: result.old.header.coverage, to: result.new.header.coverage).isFall)
    }

    @Test(arguments: ["a.py", "src/", "src"])
    func `what is ignored from now on is unseen, and told`(pattern: String) async throws {
        let result = try await difference { folder in try folder.write(".gitignore", pattern + "\n") }

        #expect(result.diff.counts.unseen == 4 && result.diff.counts.fixed == 0)
        let hidden = CoverageChange(from: result.old.header.coverage, to: result.new.header.coverage).hidden
        #expect(hidden.map(\.kind) == [.excluded])
    }

    @Test func `other rules are another epoch: what they drop is unseen, what they add is revealed`() async throws {
        let other = """
            [[rule]]
            id = "no-os"
            kind = "import"
            module.is = ["os"]
            """

        let result = try await difference(after: other) { _ in }

        #expect(result.diff.epoch.isChanged && result.diff.epoch.isDigestChanged)
        #expect(result.diff.counts.unseen == 4 && result.diff.counts.fixed == 0)
        #expect(result.diff.counts.new == 1 && result.diff.counts.revealed == 1)
    }

    @Test func `a sentence mended in a rule is no other epoch`() async throws {
        let mended = ScanFixture.rules.replacing(
            "check = \"imports\"", with: "check = \"imports\"\nhelp = \"Use new.\"")

        let result = try await difference(after: mended) { _ in }

        #expect(!result.diff.epoch.isChanged && isAllUnchanged(result.diff))
    }

    @Test func `a finding without a line is the same when its members change places`() async throws {
        let cycle = """
            [[rule]]
            id = "cycles"
            kind = "module-cycle"
            check = "cycles"
            """
        let files = ["p/__init__.py": "", "p/a.py": "import p.b\n", "p/b.py": "import p.a\n"]

        let result = try await difference(files, before: cycle, after: cycle) { folder in
            try folder.write("p/a.py", "\n\n# later\nimport p.b\n")
        }

        #expect(result.old.findings.count >= 1)
        #expect(result.diff.counts.unchanged == result.old.findings.count && result.diff.counts.new == 0)
    }

    @Test func `ten thousand findings in one file are matched with work that grows as their number`() async throws {
        func comparisons(_ count: Int) async throws -> Int {
            let lines = (0..<count).map { "def f\($0)():\n    import app.old.first\n    return \($0)\n" }
            let result = try await difference(["src/a.py": lines.joined()]) { folder in
                var rest = lines
                rest.remove(at: count / 2)
                try folder.write("src/a.py", "# first\n" + rest.joined())
            }
            #expect(result.diff.counts.unchanged == count - 1 && result.diff.counts.fixed == 1)
            return result.diff.comparisons
        }

        #expect(try await comparisons(10_000) <= 12 * comparisons(1000) + 100)
    }
}

extension TemporaryDirectory {
    fileprivate func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path + "/" + name)
    }
}
