import PaydownCore
import PaydownDashboard
import Testing

struct ArchiveTests {
    @Test func `snapshots of one second stand by name, with numbers at the end as numbers`() {
        let names = ["h.db#10", "b.json", "h.db#9", "a.json", "7", "10", "h.db#100"]
        let header = Fixture.snapshot().header
        let archive = Archive(
            names.enumerated().map { Archive.Entry(id: SnapshotID($0), name: $1, header: header, content: .header) })

        #expect(archive.timeline.map(\.name) == ["7", "10", "a.json", "b.json", "h.db#9", "h.db#10", "h.db#100"])
    }
}
