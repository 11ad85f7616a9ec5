import PaydownCore
import PaydownDashboard
import Testing

@testable import PaydownCommands

struct FlowCountingTests {
    /// The first three snapshots of the sample history, oldest first.
    private static let files = [
        "2025-08-22-2543a1e44.json", "2025-08-25-7d439dd53.json", "2025-08-28-2a286c10c.json",
    ].map { SamplePlace.root + "SampleData/history/" + $0 }

    private let paths = Dictionary(uniqueKeysWithValues: files.enumerated().map { (SnapshotID($0), $1) })

    private static func snapshot(_ path: String) -> Snapshot? {
        var loaded: Snapshot?
        SnapshotLoader.load(SnapshotID(0), from: path) { event in
            if case .loaded(let snapshot) = event { loaded = snapshot.snapshot }
        }
        return loaded
    }

    private func pair(_ older: Int, _ newer: Int) -> FlowLedger.Pair {
        FlowLedger.Pair(older: SnapshotID(older), newer: SnapshotID(newer))
    }

    @Test func `files are compared, neighbour with neighbour`() throws {
        let flows = FlowCounting.count([pair(1, 2), pair(0, 1)], paths: paths)

        let snapshots = Self.files.compactMap(Self.snapshot)
        try #require(snapshots.count == 3)
        #expect(flows.count == 2)
        #expect(flows[pair(0, 1)] == SnapshotFlow(old: snapshots[0], new: snapshots[1]))
        #expect(flows[pair(1, 2)] == SnapshotFlow(old: snapshots[1], new: snapshots[2]))
    }

    @Test func `what cannot be read is left out, and the others are not`() {
        var paths = paths
        paths[SnapshotID(0)] = "/nowhere.json"

        #expect(FlowCounting.count([pair(1, 2), pair(0, 1), pair(3, 4)], paths: paths).keys.map { $0 } == [pair(1, 2)])
    }

    @Test func `who does not want it any more gets nothing`() {
        #expect(FlowCounting.count([pair(1, 2)], paths: paths) { true }.isEmpty)
    }
}
