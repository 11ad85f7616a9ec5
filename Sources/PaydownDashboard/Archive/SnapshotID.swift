/// The number of a snapshot in one session's archive, given in the order the files were met.
package struct SnapshotID: Hashable, Comparable, Sendable {
    package let rawValue: Int

    package init(_ rawValue: Int) {
        self.rawValue = rawValue
    }

    package static func < (left: SnapshotID, right: SnapshotID) -> Bool {
        left.rawValue < right.rawValue
    }
}
