import PaydownCore

/// A snapshot in memory with its index. Immutable and shared: copying a model copies a reference.
package final class LoadedSnapshot: Sendable, Equatable {
    package let id: SnapshotID
    package let snapshot: Snapshot
    package let index: SnapshotIndex

    package init(id: SnapshotID, snapshot: Snapshot) {
        self.id = id
        self.snapshot = snapshot
        index = SnapshotIndex(snapshot)
    }

    package var header: SnapshotHeader { snapshot.header }
    package var findings: FindingTable { snapshot.findings }

    package static func == (left: LoadedSnapshot, right: LoadedSnapshot) -> Bool {
        left === right
    }
}
