/// The number of a snapshot in one session's archive, given in the order the files were met.
package struct SnapshotID: Hashable, Comparable, Sendable {
    package let rawValue: Int

    package init(_ rawValue: Int) {
        self.rawValue = rawValue
    }

    /// The number of a session's own scan, counted from 0; no file ever has it.
    package static func scan(_ number: Int) -> SnapshotID { SnapshotID(firstScan + number) }

    package var isScan: Bool { rawValue >= Self.firstScan }

    /// Which of the session's scans it is; negative for a file.
    package var scanNumber: Int { rawValue - Self.firstScan }

    private static let firstScan = 1 << 40

    package static func < (left: SnapshotID, right: SnapshotID) -> Bool {
        left.rawValue < right.rawValue
    }
}
