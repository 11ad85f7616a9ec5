import PaydownCore

/// A snapshot in memory with its index. Immutable and shared: copying a model copies a reference.
package final class LoadedSnapshot: Sendable, Equatable {
    package let id: SnapshotID
    package let snapshot: Snapshot
    package let index: SnapshotIndex
    /// Nil where no CODEOWNERS says who owns what.
    package let owners: PathOwners?
    /// Nil where no history tells.
    package let births: FindingBirths?

    /// - Parameters:
    ///   - owner: of a path, all of them in one text, empty for nobody; nil when nothing is known of owners.
    ///   - births: since when its findings are there.
    package init(id: SnapshotID, snapshot: Snapshot, owner: ((String) -> String)? = nil, births: FindingBirths? = nil) {
        self.id = id
        self.snapshot = snapshot
        index = SnapshotIndex(snapshot)
        owners = owner.map { PathOwners(snapshot.findings, owner: $0) }
        self.births = births
    }

    package var header: SnapshotHeader { snapshot.header }
    package var findings: FindingTable { snapshot.findings }

    package static func == (left: LoadedSnapshot, right: LoadedSnapshot) -> Bool {
        left === right
    }
}
