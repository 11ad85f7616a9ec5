import Foundation
import PaydownCore
import PaydownFormats
import Testing

/// The schema in `SampleData/schema` is the contract with other tools; `jsonschema` of Python is the judge.
@Suite struct DiffDocumentTests {
    private static let schema = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "../../../SampleData/schema/diff.schema.json"
    ).standardized.path

    private static func finding(_ path: String, _ symbol: String, line: Int = 1) -> Finding {
        Finding(
            rule: "r", path: path, line: line, column: 1, symbol: symbol, message: "\"\(symbol)\"\n\u{1B}[31m",
            excerpt: "import \(symbol)", fingerprint: "f.\(symbol)", statement: symbol)
    }

    private static func snapshot(_ findings: [Finding], digest: String, problems: [Coverage.Problem]) -> Snapshot {
        var snapshot = Snapshot(
            header: SnapshotHeader(
                project: SnapshotHeader.Project(name: "p"), takenAt: Timestamp(seconds: 1_757_890_155),
                revision: Revision(commit: "0123456789abcdef", branch: "main", isDirty: true),
                tool: SnapshotHeader.Tool(rules: digest),
                coverage: Coverage(files: 4, unparsed: problems.count, problems: problems),
                rules: [Rule(id: "r", check: "c", title: "Rule"), Rule(id: "only \(digest)", check: "c")]))
        for finding in findings { snapshot.findings.append(finding) }
        return snapshot
    }

    /// A difference with findings in every state.
    private static func sample() -> (old: Snapshot, new: Snapshot, diff: SnapshotDiff) {
        let broken = Coverage.Problem(path: "broken.py", message: "no", kind: .unparsed)
        let before = ["same", "moved", "gone", "fixed"].map { finding("\($0).py", $0) } + [finding("broken.py", "b")]
        let after = [
            finding("same.py", "same", line: 9), finding("elsewhere.py", "moved"), finding("fixed.py", "returned"),
            finding("fixed.py", "new"), finding("", "project", line: 0),
        ]
        let old = snapshot(before, digest: "one", problems: [])
        let new = snapshot(after, digest: "two", problems: [broken])
        var diff = SnapshotDiff(old: old, new: new, files: FileMap(existing: ["same.py", "fixed.py", "elsewhere.py"]))
        diff.markReturned([2])
        return (old, new, diff)
    }

    private static func text(
        _ states: Set<DiffState>, rules: Set<String>? = nil, who: ((DiffEntry) -> DiffDocument.Who?)? = nil
    ) throws -> [UInt8] {
        let (old, new, diff) = sample()
        let entries = diff.entries(in: states, rules: rules, old: old.findings, new: new.findings)
        var bytes: [UInt8] = []
        try DiffDocument(old: old, new: new, diff: diff, notes: ["a \"note\""], who: who)
            .write(entries, rules: rules) { bytes += $0 }
        return bytes
    }

    @Test func `a difference is valid, whatever states are asked for`() throws {
        let sets: [Set<DiffState>] = [Set(DiffState.allCases), [], [.new, .fixed], [.moved]]
        let texts =
            try sets.map { try Self.text($0) } + [
                Self.text([.new], rules: ["none"]), Self.text(Set(DiffState.allCases), who: Self.who),
            ]
        let complaints = try TemporaryFolder.with { folder in
            for (index, text) in texts.enumerated() { try folder.write(text, "\(index).json") }
            let script = """
                import json, sys
                from jsonschema import Draft202012Validator
                with open(sys.argv[1]) as file: schema = json.load(file)
                Draft202012Validator.check_schema(schema)
                for index in range(int(sys.argv[3])):
                    with open(f"{sys.argv[2]}/{index}.json", encoding="utf-8") as file: value = json.load(file)
                    for error in Draft202012Validator(schema).iter_errors(value): print(index, error.json_path)
                """
            return try Python.run(script, [Self.schema, folder.path, "\(texts.count)"])
        }
        #expect(complaints == "")
    }

    /// A merge made what is new, and nobody knows of the rest.
    private static func who(_ entry: DiffEntry) -> DiffDocument.Who? {
        switch entry.state {
        case .new:
            .commit(
                Revision(
                    commit: "0123456789", author: "Ada \"A\"", committedAt: Timestamp(seconds: 1_757_890_155),
                    subject: "Merge\u{1B}[31m"), path: entry.old == nil ? "a.py" : "", isMerge: true,
                orBefore: ["abc"])
        case .fixed, .gone, .returned: .unknown("it is not known")
        case .moved, .unseen, .unchanged: nil
        }
    }

    @Test func `who did it stands in the finding, or why nobody can be named`() throws {
        let text = try Self.text([.new, .fixed, .moved], who: Self.who)
        let value = try #require(try JSONSerialization.jsonObject(with: Data(text)) as? [String: Any])
        let findings = try #require(value["findings"] as? [[String: Any]])
        let by = findings.map { $0["by"] as? [String: Any] }

        #expect(by.map { $0?["author"] as? String } == ["Ada \"A\"", "Ada \"A\"", nil, nil])
        #expect(by[0]?["merge"] as? Bool == true && by[0]?["orBefore"] as? [String] == ["abc"])
        #expect(findings.map { $0["byUnknown"] as? String } == [nil, nil, "it is not known", nil])
    }

    @Test func `every state is told with what it needs`() throws {
        let text = try Self.text(Set(DiffState.allCases))
        let value = try #require(try JSONSerialization.jsonObject(with: Data(text)) as? [String: Any])
        let findings = try #require(value["findings"] as? [[String: Any]])
        #expect(
            findings.map { $0["state"] as? String } == [
                "new", "new", "returned", "fixed", "gone", "moved", "unseen", "unchanged",
            ])
        let moved = try #require(findings.first { $0["state"] as? String == "moved" })
        #expect(moved["path"] as? String == "elsewhere.py" && moved["stage"] as? Int == 4)
        #expect((moved["was"] as? [String: Any])?["path"] as? String == "moved.py")
        #expect((value["counts"] as? [String: Int])?["unseen"] == 1)
        let comparable = try #require(value["comparable"] as? [String: Any])
        #expect(comparable["rulesChanged"] as? Bool == true && comparable["coverageFell"] as? Bool == true)
        #expect(comparable["rulesAdded"] as? [String] == ["only two"])
        #expect(comparable["rulesDropped"] as? [String] == ["only one"])
    }
}
