/// Everything known about a project at one moment.
package struct Snapshot: Equatable, Sendable {
    package var header: SnapshotHeader
    package var findings: FindingTable

    package init(header: SnapshotHeader, findings: FindingTable = FindingTable()) {
        self.header = header
        self.findings = findings
    }

    /// The format's name and the newest version that is understood.
    package static let format = "paydown-snapshot"
    package static let version = 1
}
