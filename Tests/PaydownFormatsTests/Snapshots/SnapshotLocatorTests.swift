import PaydownCore
import PaydownFormats
import Testing

@Suite struct SnapshotLocatorTests {
    private func snapshot(_ time: String, name: String = "p") -> Snapshot {
        var snapshot = SampleSnapshots.smallest
        snapshot.header.takenAt = Timestamp(time)!
        snapshot.header.project.name = name
        return snapshot
    }

    @Test func `snapshots are ordered by their time, not by their names`() throws {
        try TemporaryFolder.with { folder in
            try SnapshotWriter.write(snapshot("2025-09-02T00:00:00Z"), to: folder.file("a.json"))
            try SnapshotWriter.write(snapshot("2025-09-01T00:00:00Z"), to: folder.file("b.json.gz"))
            try SnapshotWriter.write(snapshot("2025-09-03T00:00:00+14:00"), to: folder.file("c.json"))

            let located = SnapshotLocator().locate([folder.path])

            #expect(located.files.map(\.path) == ["b.json.gz", "a.json", "c.json"].map(folder.file))
            #expect(located.problems.isEmpty)
        }
    }

    @Test func `two snapshots of the same moment both stay, by name`() throws {
        try TemporaryFolder.with { folder in
            for name in ["b.json", "a.json"] {
                try SnapshotWriter.write(snapshot("2025-09-02T00:00:00Z"), to: folder.file(name))
            }

            let located = SnapshotLocator().locate([folder.file("b.json"), folder.file("a.json")])

            #expect(located.files.map(\.path) == ["a.json", "b.json"].map(folder.file))
        }
    }

    @Test func `in a folder other files are passed over`() throws {
        try TemporaryFolder.with { folder in
            try SnapshotWriter.write(snapshot("2025-09-02T00:00:00Z"), to: folder.file("s.json"))
            try folder.write(#"{"version":"2.1.0","runs":[]}"#, "report.json")
            try folder.write("[1,2]", "list.json")
            try folder.write(#"{"name":"x","version":"1.0.0","tests":"yes"}"#, "package.json")
            try folder.write("not JSON", "notes.txt")
            try folder.write("{", ".hidden.json")
            try folder.make("folder.json")

            let located = SnapshotLocator().locate([folder.path + "/"])

            #expect(located.files.map(\.path) == [folder.file("s.json")])
            #expect(located.problems.isEmpty)
        }
    }

    @Test func `a file that was named must be a snapshot`() throws {
        try TemporaryFolder.with { folder in
            try folder.write("[1,2]", "list.json")

            let located = SnapshotLocator().locate([folder.file("list.json")])

            #expect(
                located.problems == [
                    .notASnapshot(
                        SnapshotPlace(file: folder.file("list.json"), line: 1, column: 1), found: "an array")
                ])
        }
    }

    @Test func `broken snapshots are told and do not stop the good ones`() throws {
        try TemporaryFolder.with { folder in
            try SnapshotWriter.write(snapshot("2025-09-02T00:00:00Z"), to: folder.file("good.json"))
            try folder.write("", "empty.json")
            try folder.write(#"{"format":"paydown-snapshot","version":1,"proj"#, "half.json")
            try folder.write(#"{"format":"paydown-snapshot","version":9}"#, "newer.json")
            try folder.write([0x1F, 0x8B, 8], "cut.json.gz")

            let located = SnapshotLocator().locate([folder.path, "/no/such"])

            #expect(located.files.map(\.path) == [folder.file("good.json")])
            #expect(
                located.problems.map(\.file)
                    == ["cut.json.gz", "empty.json", "half.json", "newer.json"].map(folder.file) + ["/no/such"])
        }
    }

    @Test func `a folder without snapshots says so`() throws {
        try TemporaryFolder.with { folder in
            #expect(
                SnapshotLocator().locate([folder.path]).problems.map(\.description)
                    == ["\(folder.path): holds no snapshots (*.json, *.json.gz); make one with 'paydown scan -o FILE'"])

            try folder.write("[]", "other.json")

            #expect(
                SnapshotLocator().locate([folder.path]).problems.map(\.description) == [
                    "\(folder.path): holds no snapshots: 1 JSON file is something else; "
                        + "make one with 'paydown scan -o FILE'"
                ])
        }
    }

    @Test func `a folder of broken snapshots does not also say that it holds none`() throws {
        try TemporaryFolder.with { folder in
            try folder.write("", "empty.json")

            #expect(SnapshotLocator().locate([folder.path]).problems == [.empty(file: folder.file("empty.json"))])
        }
    }

    @Test func `a file that is named twice is there once`() throws {
        try TemporaryFolder.with { folder in
            try SnapshotWriter.write(snapshot("2025-09-02T00:00:00Z"), to: folder.file("s.json"))

            let located = SnapshotLocator().locate([folder.file("s.json"), folder.path, folder.path + "/./s.json"])

            #expect(located.files.count == 1)
            #expect(located.problems.isEmpty)
        }
    }

    @Test func `findings are not read`() throws {
        try TemporaryFolder.with { folder in
            var snapshot = snapshot("2025-09-02T00:00:00Z")
            snapshot.header.rules = [Rule(id: "r", check: "c", count: 1)]
            snapshot.findings.append(Finding(rule: "r", path: "p", symbol: "s"))
            try SnapshotWriter.write(snapshot, to: folder.file("s.json"))

            let file = try #require(SnapshotLocator().locate([folder.path]).files.first)

            #expect(!file.isComplete)
            #expect(file.header == snapshot.header)
        }
    }
}
