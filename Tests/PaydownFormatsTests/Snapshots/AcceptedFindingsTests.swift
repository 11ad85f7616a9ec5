import PaydownCore
import PaydownFormats
import Testing

/// Suppressions and rules that were not looked for, in snapshot files.
struct AcceptedFindingsTests {
    private func read(_ text: String) throws -> SnapshotHeader {
        try SnapshotReader().read(bytes: Array(text.utf8)).header
    }

    private func text(_ header: SnapshotHeader) throws -> String {
        String(decoding: try SnapshotWriter.bytes(of: Snapshot(header: header)), as: UTF8.self)
    }

    @Test func `suppressions are read as they were written`() throws {
        var header = SnapshotHeader(project: SnapshotHeader.Project(name: "p"), takenAt: Timestamp(seconds: 0))
        header.rules = [Rule(id: "a", check: "c"), Rule(id: "b", check: "c", isSeen: false, digest: "0123456789ab")]
        header.accepted = [
            AcceptedFindings(
                rule: "a", subject: "app.core:X", reason: "\"why\"", owner: "@core", expires: Day("2026-01-31"),
                state: .expired, count: 3),
            AcceptedFindings(rule: "b", subject: "y", state: .stale),
        ]

        let read = try read(text(header))

        #expect(read.accepted == header.accepted)
        #expect(read.rules == header.rules)
    }

    @Test func `a snapshot without either says nothing about them`() throws {
        let header = SnapshotHeader(
            project: SnapshotHeader.Project(name: "p"), takenAt: Timestamp(seconds: 0),
            rules: [Rule(id: "a", check: "c")])

        let text = try text(header)

        #expect(!text.contains("suppressions"))
        #expect(!text.contains("unseen"))
        #expect(!text.contains("digest"))
    }
}
